package org.roster.scim.spi;

/**
 * Whose sessions are to end, and why.
 *
 * @param tenant whose directory the user is in
 * @param id of the user's resource
 * @param userName as it was until now, in the case in which it was stored: those who logged in before did so by it
 * @param reason what happened
 */
public record Revocation(String tenant, String id, String userName, Reason reason) {

    /** What happened to a user; of several the first one here. */
    public enum Reason {
        /** The resource is gone. */
        DELETED,
        /** {@code active} became false. */
        DEACTIVATED,
        /** There is no password any more. */
        PASSWORD_REMOVED,
        /** There is another password, or the same one was set again. */
        PASSWORD_CHANGED
    }
}
