package org.roster.scim.oracle;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.List;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.schema.ResourceType;

/** A resource as JSON with all that clients may ask for: {@code schemas}, {@code id} and {@code meta} too. */
public final class Representation {

    private static final JsonProvider JSON = JsonProvider.provider();

    private Representation() {}

    public static JsonObject of(ResourceType type, ScimResource resource) {
        JsonArrayBuilder schemas = JSON.createArrayBuilder().add(type.schema().id());
        type.extensions().stream()
                .map(e -> e.schema().id())
                .filter(resource.attributes()::containsKey)
                .forEach(schemas::add);
        JsonObjectBuilder meta = JSON.createObjectBuilder()
                .add("resourceType", resource.meta().resourceType())
                .add("created", resource.meta().created().toString())
                .add("lastModified", resource.meta().lastModified().toString());
        return JSON.createObjectBuilder(resource.attributes())
                .add("schemas", schemas)
                .add("id", resource.id())
                .add("meta", meta)
                .build();
    }

    /** RFC 7643 §2.5: absent, null and an empty array are the same; an object of nothing else holds nothing. */
    static boolean unassigned(JsonValue value) {
        if (value == null || value.getValueType() == JsonValue.ValueType.NULL) {
            return true;
        }
        if (value instanceof JsonArray array) {
            return array.stream().allMatch(Representation::unassigned);
        }
        return value instanceof JsonObject object && object.values().stream().allMatch(Representation::unassigned);
    }

    /** The elements of an array, the one value of anything else, and nothing of what is unassigned. */
    static List<JsonValue> values(JsonValue value) {
        if (unassigned(value)) {
            return List.of();
        }
        return value instanceof JsonArray array
                ? array.stream().filter(v -> !unassigned(v)).toList()
                : List.of(value);
    }
}
