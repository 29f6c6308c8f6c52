package org.roster.scim.model;

import jakarta.json.bind.annotation.JsonbProperty;
import java.util.Optional;

/**
 * The components of a person's name.
 *
 * @param formatted the full name, for display
 * @param familyName the last name in most western languages
 * @param givenName the first name in most western languages
 * @param middleName the names between
 * @param honorificPrefix a title before the name
 * @param honorificSuffix what stands behind the name
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7643#section-4.1.1">RFC 7643 §4.1.1</a>
 */
public record Name(
        @JsonbProperty("formatted") Optional<String> formatted,
        @JsonbProperty("familyName") Optional<String> familyName,
        @JsonbProperty("givenName") Optional<String> givenName,
        @JsonbProperty("middleName") Optional<String> middleName,
        @JsonbProperty("honorificPrefix") Optional<String> honorificPrefix,
        @JsonbProperty("honorificSuffix") Optional<String> honorificSuffix) {}
