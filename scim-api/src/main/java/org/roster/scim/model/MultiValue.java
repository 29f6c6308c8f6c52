package org.roster.scim.model;

import jakarta.json.bind.annotation.JsonbProperty;
import java.util.Optional;

/**
 * An element of an attribute that has many values, such as an e-mail address.
 *
 * @param value the value itself
 * @param display for people to read
 * @param type what it is for, for instance {@code work}
 * @param primary whether it is the preferred one
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7643#section-2.4">RFC 7643 §2.4</a>
 */
public record MultiValue(
        @JsonbProperty("value") Optional<String> value,
        @JsonbProperty("display") Optional<String> display,
        @JsonbProperty("type") Optional<String> type,
        @JsonbProperty("primary") Optional<Boolean> primary) {

    /**
     * An element with a value and a type.
     *
     * @param value the value
     * @param type for instance {@code work}
     * @return not primary
     */
    public static MultiValue of(String value, String type) {
        return new MultiValue(Optional.of(value), Optional.empty(), Optional.of(type), Optional.empty());
    }

    /**
     * The same element as the preferred one.
     *
     * @return primary
     */
    public MultiValue asPrimary() {
        return new MultiValue(value, display, type, Optional.of(true));
    }
}
