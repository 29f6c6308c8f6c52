package org.roster.scim.schema;

/**
 * When an attribute is part of an answer.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7643#section-7">RFC 7643 §7</a>
 */
public enum Returned {
    /** Unless the request excludes it or asks for others. */
    DEFAULT("default"),
    /** In every answer. */
    ALWAYS("always"),
    /** In no answer. */
    NEVER("never"),
    /** When the request names or changes it. */
    REQUEST("request");

    private final String keyword;

    Returned(String keyword) {
        this.keyword = keyword;
    }

    /**
     * The keyword as it stands in a Schema resource.
     *
     * @return for instance {@code default}
     */
    public String keyword() {
        return keyword;
    }
}
