package org.roster.scim.it.recording;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.JsonValue.ValueType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a recording asks of one value: plain JSON (equal, same type) or an object with a single member whose name begins with
 * {@code $}. The table of them is in {@link MatcherTest}.
 */
public final class Matcher {
    private final JsonValue wanted;

    private Matcher(JsonValue wanted) {
        this.wanted = wanted;
    }

    public static Matcher of(JsonValue wanted) {
        return new Matcher(wanted);
    }

    /** Whether the value fits; empty means that there is no value, which is not the same as JSON null. */
    public boolean matches(Optional<JsonValue> actual) {
        if (wanted instanceof JsonObject object && object.size() == 1) {
            Map.Entry<String, JsonValue> only = object.entrySet().iterator().next();
            if (only.getKey().startsWith("$")) {
                return matches(actual, only.getKey(), only.getValue());
            }
        }
        return actual.filter(wanted::equals).isPresent();
    }

    private static boolean matches(Optional<JsonValue> actual, String operator, JsonValue argument) {
        return switch (operator) {
            case "$present" -> actual.isPresent() == isTrue(argument);
            case "$blank" -> actual.map(Matcher::unassigned).orElse(true) == isTrue(argument);
            case "$type" ->
                actual.filter(value -> typeName(value).equals(text(argument))).isPresent();
            case "$size" -> actual.filter(value -> hasSize(value, argument)).isPresent();
            case "$contains" -> items(actual).stream().anyMatch(item -> covers(item, argument));
            case "$lacks" -> items(actual).stream().noneMatch(item -> covers(item, argument));
            case "$anyOf" -> argument.asJsonArray().stream().anyMatch(one -> of(one).matches(actual));
            case "$all" -> argument.asJsonArray().stream().allMatch(one -> of(one).matches(actual));
            case "$startsWith" ->
                actual.filter(value -> startsWith(value, argument)).isPresent();
            default -> throw new IllegalArgumentException("unknown matcher " + operator);
        };
    }

    private static boolean hasSize(JsonValue value, JsonValue size) {
        return value instanceof JsonArray array && array.size() == ((JsonNumber) size).intValueExact();
    }

    private static boolean startsWith(JsonValue value, JsonValue start) {
        return value instanceof JsonString string && lower(string.getString()).startsWith(lower(text(start)));
    }

    /** An element has at least the wanted members; anything else is equal. */
    private static boolean covers(JsonValue item, JsonValue wanted) {
        if (item instanceof JsonObject members && wanted instanceof JsonObject needed) {
            return needed.entrySet().stream()
                    .allMatch(need -> Optional.ofNullable(members.get(need.getKey()))
                            .filter(member -> covers(member, need.getValue()))
                            .isPresent());
        }
        return item.equals(wanted);
    }

    /** Unassigned in the sense of RFC 7643 §2.5, empty text included. */
    private static boolean unassigned(JsonValue value) {
        return value.getValueType() == ValueType.NULL
                || (value instanceof JsonString string && string.getString().isEmpty())
                || (value instanceof JsonArray array && array.isEmpty())
                || (value instanceof JsonObject object && object.isEmpty());
    }

    private static String typeName(JsonValue value) {
        return switch (value.getValueType()) {
            case TRUE, FALSE -> "boolean";
            default -> lower(value.getValueType().name());
        };
    }

    private static List<JsonValue> items(Optional<JsonValue> actual) {
        return actual.filter(JsonArray.class::isInstance)
                .<List<JsonValue>>map(JsonValue::asJsonArray)
                .orElse(List.of());
    }

    private static boolean isTrue(JsonValue argument) {
        return argument.getValueType() == ValueType.TRUE;
    }

    private static String text(JsonValue argument) {
        return ((JsonString) argument).getString();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
