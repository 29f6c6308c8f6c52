package org.roster.scim.engine.jwt;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a token says; as long as nobody has checked its signature, a rumour.
 *
 * @param json the claims
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7519#section-4">RFC 7519 §4</a>
 */
record Claims(JsonObject json) {

    /** The end of the year 9999, in seconds: later than any time that is meant. */
    private static final BigDecimal LATEST = BigDecimal.valueOf(253_402_300_799L);

    boolean has(String name) {
        return json.containsKey(name);
    }

    /** A claim that is a text. */
    Optional<String> text(String path) {
        return at(path).filter(JsonString.class::isInstance).map(v -> ((JsonString) v).getString());
    }

    /** A claim that is a time; empty too if it is anything else. A fraction of a second is left out. */
    Optional<Instant> time(String name) {
        return at(name).filter(JsonNumber.class::isInstance)
                .map(v -> ((JsonNumber) v).bigDecimalValue())
                .filter(n -> n.signum() >= 0 && n.compareTo(LATEST) <= 0)
                .map(n -> Instant.ofEpochSecond(n.longValue()));
    }

    /** The values of a claim that is an array of texts, or a text with blanks between the values, as {@code scope} is. */
    Set<String> texts(String path) {
        Optional<JsonValue> value = at(path);
        if (value.isPresent() && value.get() instanceof JsonArray array) {
            return textsIn(array);
        }
        return text(path).stream()
                .flatMap(text -> Arrays.stream(text.split(" ", -1)))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** For whom the token is: one text, or several (RFC 7519 §4.1.3). */
    Set<String> audiences() {
        Optional<JsonValue> value = at("aud");
        return value.isPresent() && value.get() instanceof JsonArray array
                ? textsIn(array)
                : text("aud").stream().collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> textsIn(JsonArray array) {
        return array.stream()
                .filter(JsonString.class::isInstance)
                .map(v -> ((JsonString) v).getString())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A claim of this name, else what is found by going down the names between the dots. */
    private Optional<JsonValue> at(String path) {
        if (json.containsKey(path)) {
            return Optional.of(json.get(path));
        }
        JsonValue value = json;
        for (String name : path.split("\\.", -1)) {
            if (!(value instanceof JsonObject object) || !object.containsKey(name)) {
                return Optional.empty();
            }
            value = object.get(name);
        }
        return Optional.of(value);
    }
}
