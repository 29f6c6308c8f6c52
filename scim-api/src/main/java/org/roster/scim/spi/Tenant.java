package org.roster.scim.spi;

import java.time.Instant;

/**
 * A part of the directory that shares nothing with the others.
 *
 * @param name at most 64 letters, digits, dots, hyphens and underscores
 * @param state what may be done in it
 * @param created when, to the millisecond
 * @param createdBy the name of the caller who made it
 */
public record Tenant(String name, State state, Instant created, String createdBy) {

    /** What may be done in a tenant. */
    public enum State {
        /** Whatever its credentials permit. */
        ACTIVE,
        /** Nothing, until it is resumed. */
        SUSPENDED,
        /** Nothing any more. */
        DELETED
    }
}
