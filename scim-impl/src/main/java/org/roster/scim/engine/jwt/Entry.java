package org.roster.scim.engine.jwt;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An issuer in the file, while it is read. An administrator wrote it, so each mistake gets a sentence that says where it
 * stands and what would be right.
 *
 * @param where the file and the place in it
 * @param json the object
 */
record Entry(String where, JsonObject json) {

    static Entry of(String where, JsonValue value) {
        if (value instanceof JsonObject object) {
            return new Entry(where, object);
        }
        throw new IllegalArgumentException(where + ": must be an object, found " + value.getValueType());
    }

    /** The sentence about a mistake in here. */
    IllegalArgumentException mistake(String sentence) {
        return new IllegalArgumentException(where + ": " + sentence);
    }

    /** Refuses members of other names: one that is mistyped would otherwise mean nothing, silently. */
    void requireMembers(List<String> known) {
        for (String member : json.keySet()) {
            if (!known.contains(member) && !member.startsWith("$comment")) {
                throw mistake("\"" + member + "\" is not known here; known are " + String.join(", ", known));
            }
        }
    }

    String requiredText(String member) {
        return text(member).orElseThrow(() -> mistake("\"" + member + "\" is missing; it must be a text"));
    }

    Optional<String> text(String member) {
        return value(member).map(v -> text(member, v));
    }

    /** One text, or an array of texts. */
    Set<String> texts(String member) {
        return value(member).map(v -> texts(member, v)).orElse(Set.of());
    }

    /** The texts that are the value of a member, or of a member of that. */
    Set<String> texts(String member, JsonValue value) {
        return value instanceof JsonArray array
                ? array.stream().map(v -> text(member, v)).collect(Collectors.toUnmodifiableSet())
                : Set.of(text(member, value));
    }

    JsonObject object(String member) {
        return value(member)
                .map(v -> {
                    if (v instanceof JsonObject object) {
                        return object;
                    }
                    throw mistake("\"" + member + "\" must be an object, found " + v);
                })
                .orElse(JsonValue.EMPTY_JSON_OBJECT);
    }

    /** Whole seconds, within bounds. */
    OptionalInt seconds(String member, int least, int most) {
        Optional<JsonValue> value = value(member);
        if (value.isEmpty()) {
            return OptionalInt.empty();
        }
        if (value.get() instanceof JsonNumber number && number.isIntegral()) {
            long seconds = number.longValue();
            if (seconds >= least && seconds <= most) {
                return OptionalInt.of((int) seconds);
            }
        }
        throw mistake("\"" + member + "\" must be a number of seconds from " + least + " to " + most + ", found "
                + value.get());
    }

    private String text(String member, JsonValue value) {
        if (value instanceof JsonString text && !text.getString().isBlank()) {
            return text.getString();
        }
        throw mistake("\"" + member + "\" must be a text that is not empty, found " + value);
    }

    private Optional<JsonValue> value(String member) {
        return Optional.ofNullable(json.get(member)).filter(v -> v != JsonValue.NULL);
    }
}
