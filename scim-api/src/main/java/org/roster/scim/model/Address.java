package org.roster.scim.model;

import jakarta.json.bind.annotation.JsonbProperty;
import java.util.Optional;

/**
 * A postal address.
 *
 * @param formatted all of it, for display; may have line breaks
 * @param streetAddress street, number, apartment
 * @param locality the city
 * @param region the state or region
 * @param postalCode the postal code
 * @param country ISO 3166-1 alpha-2, for instance {@code DE}
 * @param type what it is for, for instance {@code work}
 * @param primary whether it is the preferred one
 * @param display for people to read
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7643#section-4.1.2">RFC 7643 §4.1.2</a>
 */
public record Address(
        @JsonbProperty("formatted") Optional<String> formatted,
        @JsonbProperty("streetAddress") Optional<String> streetAddress,
        @JsonbProperty("locality") Optional<String> locality,
        @JsonbProperty("region") Optional<String> region,
        @JsonbProperty("postalCode") Optional<String> postalCode,
        @JsonbProperty("country") Optional<String> country,
        @JsonbProperty("type") Optional<String> type,
        @JsonbProperty("primary") Optional<Boolean> primary,
        @JsonbProperty("display") Optional<String> display) {}
