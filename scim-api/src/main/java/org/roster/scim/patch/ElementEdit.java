package org.roster.scim.patch;

import jakarta.json.JsonObject;

/**
 * What happens to an element of a multi-valued complex attribute.
 *
 * @param values sub-attributes to set; JSON null unassigns one
 * @param kind whether the other sub-attributes stay
 * @param onMiss what happens if no element matches
 */
public record ElementEdit(JsonObject values, Kind kind, OnMiss onMiss) {

    /** Whether the other sub-attributes stay. */
    public enum Kind {
        /** The given sub-attributes are set, the others stay. */
        MERGE,
        /** The element becomes exactly the given values. */
        REPLACE
    }

    /** What happens if no element matches. */
    public enum OnMiss {
        /** The operation fails with {@code noTarget}. */
        FAIL,
        /** An element is created that matches the filter and has the given values. */
        CREATE,
        /** Nothing. */
        IGNORE
    }
}
