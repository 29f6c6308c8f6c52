package org.roster.scim.query;

/**
 * Which part of the results is asked for.
 *
 * @param startIndex position of the first result, 1-based; at least 1
 * @param count most results wanted; 0 asks for the total alone
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7644#section-3.4.2.4">RFC 7644 §3.4.2.4</a>
 */
public record Page(int startIndex, int count) {

    /**
     * Refuses values that a request may have but a page may not.
     *
     * @param startIndex see above
     * @param count see above
     */
    public Page {
        if (startIndex < 1 || count < 0) {
            throw new IllegalArgumentException("startIndex " + startIndex + ", count " + count);
        }
    }
}
