package org.roster.scim.schema;

/**
 * The data type of an attribute.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7643#section-2.3">RFC 7643 §2.3</a>
 */
public enum AttributeType {
    /** Unicode text. */
    STRING("string"),
    /** JSON true or false; has no order. */
    BOOLEAN("boolean"),
    /** A number with a fraction. */
    DECIMAL("decimal"),
    /** A number without fraction and exponent. */
    INTEGER("integer"),
    /** An xsd:dateTime with date and time, as JSON string; compares as a point in time. */
    DATE_TIME("dateTime"),
    /** Base64 text; has no order. */
    BINARY("binary"),
    /** A URI, as JSON string. */
    REFERENCE("reference"),
    /** An object of sub-attributes. */
    COMPLEX("complex");

    private final String keyword;

    AttributeType(String keyword) {
        this.keyword = keyword;
    }

    /**
     * The keyword as it stands in a Schema resource.
     *
     * @return for instance {@code string}
     */
    public String keyword() {
        return keyword;
    }
}
