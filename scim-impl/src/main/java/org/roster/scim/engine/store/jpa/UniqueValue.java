package org.roster.scim.engine.store.jpa;

/**
 * A value that must be unique.
 *
 * @param attribute resource type and path, for instance {@code User.userName}
 * @param path for people
 * @param key the folded value, shortened by a hash where it is long
 * @param value as the client sent it
 */
record UniqueValue(String attribute, String path, String key, String value) {

    /** Whether the other one is the same to the table. */
    boolean claims(UniqueValue other) {
        return attribute.equals(other.attribute) && key.equals(other.key);
    }
}
