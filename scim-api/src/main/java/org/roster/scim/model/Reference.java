package org.roster.scim.model;

import jakarta.json.bind.annotation.JsonbProperty;
import java.util.Optional;

/**
 * Another resource: a member of a group, or a group that somebody is in.
 *
 * @param value the id of the resource
 * @param ref its URL; a store need not know it
 * @param display for people to read
 * @param type of a member {@code User} or {@code Group}, of a group {@code direct}
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7643#section-2.4">RFC 7643 §2.4</a>
 */
public record Reference(
        @JsonbProperty("value") Optional<String> value,
        @JsonbProperty("$ref") Optional<String> ref,
        @JsonbProperty("display") Optional<String> display,
        @JsonbProperty("type") Optional<String> type) {

    /**
     * A reference by id.
     *
     * @param id of the resource
     * @return a reference that says no more
     */
    public static Reference to(String id) {
        return new Reference(Optional.of(id), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
