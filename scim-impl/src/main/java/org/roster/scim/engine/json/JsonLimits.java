package org.roster.scim.engine.json;

/**
 * How much JSON a body may hold.
 *
 * @param depth how deep objects and arrays may nest
 * @param values number of values of any kind in the whole body
 * @param numberLength characters of one number
 * @param members number of members of one object
 */
public record JsonLimits(int depth, int values, int numberLength, int members) {

    /** Far beyond any resource, small enough to be harmless. */
    public static final JsonLimits DEFAULT = new JsonLimits(32, 200_000, 100, 1_000);

    /**
     * The default ones with another depth.
     *
     * @param depth see above
     * @return limits
     */
    public static JsonLimits ofDepth(int depth) {
        return new JsonLimits(depth, DEFAULT.values, DEFAULT.numberLength, DEFAULT.members);
    }

    /**
     * These limits for a message that carries other messages, and whose length is limited: the operations of a bulk request are counted
     * after reading, so that the client is told that limit and not this one.
     *
     * @param bytes the most that the message may have
     * @param wrapping how many levels of the message are around another one
     * @return limits that leave each of the messages inside its depth, and that no message of this length exceeds in values
     */
    public JsonLimits around(int bytes, int wrapping) {
        return new JsonLimits(depth + wrapping, Math.max(values, bytes / 2 + 1), numberLength, members);
    }
}
