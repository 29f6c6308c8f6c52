package org.roster.scim.spi;

/**
 * Keeps keys of the service itself: every node of the service is given the same, also after a restart. For what the service
 * hands out and wants to know again, such as cursors. Must be thread-safe.
 */
public interface Keyring {

    /**
     * A key.
     *
     * @param name what it is for, at most 64 characters
     * @return 32 bytes, made at random when they are first asked for
     */
    byte[] key(String name);
}
