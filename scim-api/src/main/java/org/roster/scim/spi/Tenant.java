package org.roster.scim.spi;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * A part of the directory that shares nothing with the others.
 *
 * @param name at most 64 letters, digits, dots, hyphens and underscores
 * @param state what may be done in it
 * @param created when, to the millisecond
 * @param createdBy the name of the caller who made it
 */
public record Tenant(String name, State state, Instant created, String createdBy) {

    /** The tenant of a service that has no others. */
    public static final String DEFAULT = "default";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    /**
     * Whether a text can be the name of a tenant.
     *
     * @param text any
     * @return whether
     */
    public static boolean canBeCalled(String text) {
        return NAME.matcher(text).matches();
    }

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
