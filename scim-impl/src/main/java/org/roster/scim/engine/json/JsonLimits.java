package org.roster.scim.engine.json;

/**
 * How much JSON a body may hold.
 *
 * @param depth how deep objects and arrays may nest
 * @param values number of values of any kind in the whole body
 * @param numberLength characters of one number
 */
public record JsonLimits(int depth, int values, int numberLength) {

    /** Far beyond any resource, small enough to be harmless. */
    public static final JsonLimits DEFAULT = new JsonLimits(32, 200_000, 100);
}
