package org.roster.scim.filter;

/**
 * How much filter a client may send.
 *
 * @param length characters of the text
 * @param depth how deep parentheses, {@code not} and brackets may nest
 * @param terms number of comparisons and {@code pr}
 */
public record FilterLimits(int length, int depth, int terms) {

    /** Generous for people and identity providers, small enough for one SQL statement. */
    public static final FilterLimits DEFAULT = new FilterLimits(8_192, 32, 200);
}
