package org.roster.scim.engine.rest;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.roster.scim.error.ScimException;
import org.roster.scim.message.Message;

/**
 * The body of a POST to {@code .search}. Members that it may have and does not know are ignored, as unknown parameters of a
 * URL are; null and an empty list count as absent.
 *
 * @param message a SearchRequest
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7644#section-3.4.3">RFC 7644 §3.4.3</a>
 */
record SearchBody(JsonObject message) implements QueryParameters {

    private static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:SearchRequest";

    SearchBody {
        boolean announced = member(message, "schemas")
                .filter(v -> v instanceof JsonArray a && a.stream().anyMatch(SearchBody::isSchema))
                .isPresent();
        if (!announced) {
            throw ScimException.invalidSyntax("the body of a .search must have \"schemas\": [\"" + SCHEMA + "\"]");
        }
    }

    private static boolean isSchema(JsonValue urn) {
        return urn instanceof JsonString text && SCHEMA.equalsIgnoreCase(text.getString());
    }

    private static Optional<JsonValue> member(JsonObject message, String name) {
        return new Message(message).member(name).filter(v -> v != JsonValue.NULL);
    }

    @Override
    public Optional<String> parameter(String name) {
        return member(message, name).map(v -> text(v, name));
    }

    private static String text(JsonValue value, String where) {
        if (value instanceof JsonString text) {
            return text.getString();
        }
        throw wrong(where, "text", value);
    }

    @Override
    public List<String> names(String name) {
        Optional<JsonValue> value = member(message, name);
        if (value.isEmpty()) {
            return List.of();
        }
        if (!(value.get() instanceof JsonArray array)) {
            throw wrong(name, "an array of attribute names", value.get());
        }
        return array.stream()
                .map(v -> text(v, "each element of " + name))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    @Override
    public Optional<Integer> number(String name) {
        return member(message, name).map(value -> {
            // Only numbers without fraction and exponent: 1e999999999 would have as many digits.
            if (value instanceof JsonNumber number && number.bigDecimalValue().scale() == 0) {
                return clamped(number.bigDecimalValue().unscaledValue());
            }
            throw ScimException.invalidValue(name + " must be a whole number, found " + shortened(value));
        });
    }

    /** The number, or the nearest that fits. */
    static int clamped(BigInteger number) {
        return number.min(BigInteger.valueOf(Integer.MAX_VALUE))
                .max(BigInteger.valueOf(Integer.MIN_VALUE))
                .intValueExact();
    }

    private static ScimException wrong(String what, String expected, JsonValue found) {
        return ScimException.invalidSyntax(what + " must be " + expected + ", found " + shortened(found));
    }

    private static String shortened(JsonValue value) {
        return value instanceof JsonObject ? "an object" : value instanceof JsonArray ? "an array" : clipped(value);
    }

    private static String clipped(JsonValue value) {
        String text = value.toString();
        return text.length() <= 60 ? text : text.substring(0, 60) + "...";
    }
}
