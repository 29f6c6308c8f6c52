package org.roster.scim.engine.store.mapped;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.roster.scim.schema.Attribute;
import org.roster.scim.schema.Mutability;

/**
 * How a value looks when it is compared with what is stored: without what clients do not write, and with its elements in an
 * order of their own, because theirs says nothing (RFC 7643 §2.4).
 *
 * @param attribute whose value
 */
record Looks(Attribute attribute) {

    private static final JsonProvider JSON = JsonProvider.provider();

    Optional<JsonValue> of(Optional<JsonValue> value) {
        return value.map(this::of);
    }

    private JsonValue of(JsonValue value) {
        if (value instanceof JsonArray array) {
            JsonArrayBuilder sorted = JSON.createArrayBuilder();
            array.stream()
                    .map(this::of)
                    .sorted(Comparator.comparing(Object::toString))
                    .forEach(sorted::add);
            return sorted.build();
        }
        return value instanceof JsonObject object ? written(object) : value;
    }

    private JsonObject written(JsonObject object) {
        JsonObjectBuilder written = JSON.createObjectBuilder();
        Map<String, JsonValue> sorted = new TreeMap<>(object);
        sorted.forEach((name, value) -> {
            boolean ours = attribute
                    .subAttribute(name)
                    .filter(sub -> sub.mutability() == Mutability.READ_ONLY)
                    .isPresent();
            if (!ours) {
                written.add(name, value);
            }
        });
        return written.build();
    }
}
