package org.roster.scim.engine.schema;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.roster.scim.schema.Suggestion;

/**
 * A JSON object that defines something, while it is read. An administrator wrote it, so each mistake gets a sentence that
 * says where it stands and what would be right.
 *
 * @param source the document
 * @param what which part of it; empty for the whole
 * @param json the object
 */
record Definition(String source, String what, JsonObject json) {

    /** For sentences about mistakes: the document, and what of it. */
    String where() {
        return what.isEmpty() ? source : source + ", " + what;
    }

    /** The sentence about a mistake in here. */
    IllegalArgumentException mistake(String sentence) {
        return new IllegalArgumentException(where() + ": " + sentence);
    }

    /** Refuses members of other names: one that is mistyped would otherwise mean nothing, silently. */
    void requireMembers(List<String> known) {
        for (String member : json.keySet()) {
            if (!known.contains(member) && !member.startsWith("$comment")) {
                throw mistake("\"" + member + "\" is not known here" + Suggestion.of(member, known.stream()));
            }
        }
    }

    /** Another part of the document. */
    Definition part(String name, JsonValue value) {
        if (value instanceof JsonObject object) {
            return new Definition(source, name, object);
        }
        throw new IllegalArgumentException(source + ", " + name + ": must be an object, found " + value);
    }

    String requiredText(String member) {
        return text(member)
                .filter(t -> !t.isBlank())
                .orElseThrow(() -> mistake("\"" + member + "\" is missing; it must be a text"));
    }

    Optional<String> text(String member) {
        return value(member).map(v -> {
            if (v instanceof JsonString text) {
                return text.getString();
            }
            throw mistake("\"" + member + "\" must be a text, found " + v);
        });
    }

    boolean flag(String member) {
        return value(member)
                .map(v -> {
                    if (v == JsonValue.TRUE || v == JsonValue.FALSE) {
                        return v == JsonValue.TRUE;
                    }
                    throw mistake("\"" + member + "\" must be true or false, found " + v);
                })
                .orElse(false);
    }

    JsonArray array(String member) {
        return value(member)
                .map(v -> {
                    if (v instanceof JsonArray array) {
                        return array;
                    }
                    throw mistake("\"" + member + "\" must be an array, found " + v.getValueType());
                })
                .orElse(JsonValue.EMPTY_JSON_ARRAY);
    }

    List<String> texts(String member) {
        return array(member).stream()
                .map(v -> {
                    if (v instanceof JsonString text) {
                        return text.getString();
                    }
                    throw mistake("\"" + member + "\" must be an array of texts, found " + v);
                })
                .toList();
    }

    /** One of the words that the RFC has for something. */
    <E> Optional<E> keyword(String member, E[] values, Function<E, String> keyword) {
        return text(member)
                .map(text -> Arrays.stream(values)
                        .filter(v -> keyword.apply(v).equals(text))
                        .findFirst()
                        .orElseThrow(() -> mistake(member + " \"" + text + "\" is not one of "
                                + words(values, keyword).collect(Collectors.joining(", "))
                                + Suggestion.of(text, words(values, keyword)))));
    }

    private static <E> Stream<String> words(E[] values, Function<E, String> keyword) {
        return Arrays.stream(values).map(keyword);
    }

    private Optional<JsonValue> value(String member) {
        return Optional.ofNullable(json.get(member)).filter(v -> v != JsonValue.NULL);
    }
}
