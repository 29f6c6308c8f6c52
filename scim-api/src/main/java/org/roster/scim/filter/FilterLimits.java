package org.roster.scim.filter;

import org.roster.scim.error.ScimException;

/**
 * How much filter a client may send.
 *
 * @param length characters of the text
 * @param depth how deep parentheses, {@code not} and brackets may nest
 * @param terms number of comparisons and {@code pr}
 */
public record FilterLimits(int length, int depth, int terms) {

    /** Generous for people and identity providers, small enough for one SQL statement. */
    public static final FilterLimits DEFAULT = new FilterLimits(4_096, 32, 200);

    /**
     * Refuses a text that is too long, before anything else is done with it.
     *
     * @param text the filter as sent
     * @throws ScimException 400 {@code invalidFilter}
     */
    public void checkLength(String text) {
        if (text.length() > length) {
            throw ScimException.invalidFilter(
                    "the filter has " + text.length() + " characters; at most " + length + " are accepted");
        }
    }
}
