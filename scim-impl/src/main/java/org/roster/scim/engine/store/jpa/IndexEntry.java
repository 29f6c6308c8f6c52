package org.roster.scim.engine.store.jpa;

import java.util.Optional;

/**
 * One indexed value.
 *
 * @param key {@link AttributeCode} and folded value, of bounded length: {@code emails.value=ilse@a.example}
 * @param element which element of a multi-valued attribute, 0-based; 0 for a singular one
 * @param sortFirst whether the resource sorts by this value: its primary element, else its first
 * @param fullValue the folded value, where it is too long for the key
 */
record IndexEntry(String key, int element, boolean sortFirst, Optional<String> fullValue) {

    /**
     * By what the table tells the rows of a resource apart.
     *
     * @param key of an entry
     * @param element of it
     */
    record Position(String key, int element) {}

    Position position() {
        return new Position(key, element);
    }
}
