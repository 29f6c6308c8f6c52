package org.roster.scim.schema;

/**
 * How far a value must be unique.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7643#section-7">RFC 7643 §7</a>
 */
public enum Uniqueness {
    /** Not at all. */
    NONE("none"),
    /** Among the resources of one type and tenant. */
    SERVER("server"),
    /** Everywhere; this server treats it like {@link #SERVER}. */
    GLOBAL("global");

    private final String keyword;

    Uniqueness(String keyword) {
        this.keyword = keyword;
    }

    /**
     * The keyword as it stands in a Schema resource.
     *
     * @return for instance {@code none}
     */
    public String keyword() {
        return keyword;
    }
}
