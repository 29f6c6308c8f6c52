package org.roster.scim.model;

import jakarta.json.bind.annotation.JsonbProperty;
import java.util.Optional;

/**
 * Who manages somebody.
 *
 * @param value the id of the manager's resource
 * @param ref its URL; a store need not know it
 * @param displayName for people to read
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7643#section-4.3">RFC 7643 §4.3</a>
 */
public record ManagerReference(
        @JsonbProperty("value") Optional<String> value,
        @JsonbProperty("$ref") Optional<String> ref,
        @JsonbProperty("displayName") Optional<String> displayName) {}
