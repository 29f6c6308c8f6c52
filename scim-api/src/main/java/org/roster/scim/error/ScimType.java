package org.roster.scim.error;

/**
 * The detail error keywords of RFC 7644 §3.12 and RFC 9865 §2.1 that this server uses.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7644#section-3.12">RFC 7644 §3.12, Table 9</a>
 */
public enum ScimType {
    /** The filter is not valid, or its attribute and operator do not go together. */
    INVALID_FILTER("invalidFilter"),
    /** More results than the server is willing to compute. */
    TOO_MANY("tooMany"),
    /** A value that must be unique is taken; goes with status 409. */
    UNIQUENESS("uniqueness"),
    /** The attribute may not be changed in this way. */
    MUTABILITY("mutability"),
    /** The body is not the message that was expected. */
    INVALID_SYNTAX("invalidSyntax"),
    /** The path of a PATCH operation is malformed or names nothing. */
    INVALID_PATH("invalidPath"),
    /** The path of a PATCH operation selects no value to work on. */
    NO_TARGET("noTarget"),
    /** A value is missing, of the wrong type or not acceptable. */
    INVALID_VALUE("invalidValue"),
    /** The protocol version is not supported. */
    INVALID_VERS("invalidVers"),
    /** The request would put sensitive data into a URL; goes with status 403. */
    SENSITIVE("sensitive"),
    /** The cursor is not one that this query gave (RFC 9865 §2.1). */
    INVALID_CURSOR("invalidCursor"),
    /** The cursor was given too long ago (RFC 9865 §2.1). */
    EXPIRED_CURSOR("expiredCursor"),
    /** The count is too large, or not that of the first page (RFC 9865 §2.1). */
    INVALID_COUNT("invalidCount");

    private final String keyword;

    ScimType(String keyword) {
        this.keyword = keyword;
    }

    /**
     * The keyword as it stands in an error body.
     *
     * @return for instance {@code invalidFilter}
     */
    public String keyword() {
        return keyword;
    }
}
