package org.roster.scim.engine.journal;

import java.time.Instant;

/**
 * One new version of a resource, or its end.
 *
 * @param place where it stands
 * @param resourceType name of the type
 * @param operation what happened
 * @param version of the resource afterwards, from 1 without holes; a deletion counts as one more
 * @param actor name of the caller, never a secret
 * @param time to the millisecond; {@code meta.lastModified} of this version
 * @param differences what is not as before
 */
public record Change(
        Place place,
        String resourceType,
        Operation operation,
        long version,
        String actor,
        Instant time,
        Differences differences) {

    /** What can happen to a resource. */
    public enum Operation {
        /** It is new. */
        CREATED,
        /** It has another version. */
        CHANGED,
        /** It is gone. */
        DELETED
    }

    /**
     * Which resource changed.
     *
     * @return its id
     */
    public String resource() {
        return place.resource();
    }
}
