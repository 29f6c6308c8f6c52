package org.roster.scim.engine.patch;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.roster.scim.engine.schema.ValueReader;
import org.roster.scim.filter.CompareOperator;
import org.roster.scim.filter.Filter;
import org.roster.scim.schema.Attribute;
import org.roster.scim.schema.ComparisonKey;
import org.roster.scim.schema.Mutability;

/** Elements of multi-valued attributes in PATCH: as sent, as described by a filter, as compared with others. */
final class Elements {

    private static final JsonProvider JSON = JsonProvider.provider();

    private Elements() {}

    /** A value as elements: one value counts as an array of one (RFC 7644 §3.5.2.1 shows both). */
    static JsonArray of(JsonValue value) {
        if (value instanceof JsonArray array) {
            return array;
        }
        return value.getValueType() == JsonValue.ValueType.NULL
                ? JsonValue.EMPTY_JSON_ARRAY
                : JSON.createArrayBuilder().add(value).build();
    }

    /** The sub-attributes of an object that may be written, with null for those to be unassigned. */
    static JsonObject subAttributes(Attribute attribute, JsonObject object, String where) {
        JsonObjectBuilder read = JSON.createObjectBuilder();
        Set<String> seen = new HashSet<>();
        for (Map.Entry<String, JsonValue> member : object.entrySet()) {
            Optional<Attribute> sub =
                    attribute.subAttribute(member.getKey()).filter(s -> s.mutability() != Mutability.READ_ONLY);
            if (sub.isPresent()) {
                ValueReader.refuseTwice(seen, member.getKey(), where);
                String name = sub.get().name();
                read.add(
                        name,
                        ValueReader.read(sub.get(), member.getValue(), where + "." + name)
                                .orElse(JsonValue.NULL));
            }
        }
        return read.build();
    }

    /** Whether a filter says how an element looks: only {@code eq}, joined by {@code and}. */
    static boolean describes(Filter filter) {
        if (filter instanceof Filter.And and) {
            return and.terms().stream().allMatch(Elements::describes);
        }
        return isNotPrimary(filter)
                || (filter instanceof Filter.Comparison c
                        && c.operator() == CompareOperator.EQ
                        && !JsonValue.NULL.equals(c.value()));
    }

    /** What became of {@code primary eq false} when it was bound. */
    private static boolean isNotPrimary(Filter filter) {
        return filter instanceof Filter.Not not
                && not.term() instanceof Filter.Comparison c
                && c.path().name().equals("primary")
                && c.operator() == CompareOperator.EQ
                && JsonValue.TRUE.equals(c.value());
    }

    /** The element that a filter describes. */
    static JsonObjectBuilder described(Filter filter) {
        JsonObjectBuilder element = JSON.createObjectBuilder();
        describe(filter, element);
        return element;
    }

    private static void describe(Filter filter, JsonObjectBuilder element) {
        if (filter instanceof Filter.And and) {
            and.terms().forEach(t -> describe(t, element));
        } else if (isNotPrimary(filter)) {
            element.add("primary", false);
        } else if (filter instanceof Filter.Comparison equal) {
            element.add(equal.path().name(), equal.value());
        }
    }

    /** How a sub-attribute of an element compares. */
    static Optional<String> part(Attribute attribute, String name, JsonObject element) {
        return attribute
                .subAttribute(name)
                .flatMap(sub -> Optional.ofNullable(element.get(name)).flatMap(value -> ComparisonKey.of(sub, value)));
    }

    /** The element that was there, with what the same one says besides its value and type. */
    static JsonValue completed(JsonObject stored, JsonObject sent) {
        JsonObjectBuilder besides = JSON.createObjectBuilder(sent);
        stored.keySet().stream()
                .filter(name -> name.equals("value") || name.equals("type"))
                .forEach(besides::remove);
        return merged(stored, besides.build()).orElse(stored);
    }

    /** Sets sub-attributes of an element; null unassigns one. Empty if nothing is left. */
    static Optional<JsonValue> merged(@Nullable JsonObject element, JsonObject values) {
        // Parsson's builder without members has no map to remove a name from, and says so by a NullPointerException.
        JsonObjectBuilder merged = JSON.createObjectBuilder(element == null ? JsonValue.EMPTY_JSON_OBJECT : element);
        values.forEach((name, value) -> {
            if (JsonValue.NULL.equals(value)) {
                merged.remove(name);
            } else {
                merged.add(name, value);
            }
        });
        JsonObject result = merged.build();
        return result.isEmpty() ? Optional.empty() : Optional.of(result);
    }
}
