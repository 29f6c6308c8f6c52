package org.roster.scim.it.onboarding;

import java.util.Optional;

/**
 * One change of one path of a user.
 *
 * @param value the new value; empty to clear it
 */
record Change(String path, Optional<String> value) {
    static Change set(String path, String value) {
        return new Change(path, Optional.of(value));
    }

    static Change clear(String path) {
        return new Change(path, Optional.empty());
    }
}
