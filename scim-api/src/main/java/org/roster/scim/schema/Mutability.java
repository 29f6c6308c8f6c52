package org.roster.scim.schema;

/**
 * When a client may write an attribute.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7643#section-7">RFC 7643 §7</a>
 */
public enum Mutability {
    /** At any time. */
    READ_WRITE("readWrite"),
    /** Never. */
    READ_ONLY("readOnly"),
    /** Once; afterwards it keeps its value. */
    IMMUTABLE("immutable"),
    /** At any time, and it never comes back. */
    WRITE_ONLY("writeOnly");

    private final String keyword;

    Mutability(String keyword) {
        this.keyword = keyword;
    }

    /**
     * The keyword as it stands in a Schema resource.
     *
     * @return for instance {@code readWrite}
     */
    public String keyword() {
        return keyword;
    }
}
