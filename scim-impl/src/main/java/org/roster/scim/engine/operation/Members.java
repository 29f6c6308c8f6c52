package org.roster.scim.engine.operation;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.Optional;
import org.roster.scim.schema.ResolvedPath;

/** Where the value of an attribute is in the attributes of a resource: those of an extension are below its URI. */
final class Members {

    private static final JsonProvider JSON = JsonProvider.provider();

    private Members() {}

    /** The value of an attribute; empty if it is unassigned. */
    static Optional<JsonValue> of(JsonObject attributes, ResolvedPath attribute) {
        Optional<JsonObject> around = attribute.extension().isEmpty()
                ? Optional.of(attributes)
                : attribute.extension().map(attributes::get).map(JsonValue::asJsonObject);
        return around.map(members -> members.get(attribute.attribute().name()));
    }

    /** The same attributes, one of them with this value. */
    static JsonObject with(JsonObject attributes, ResolvedPath attribute, JsonValue value) {
        String name = attribute.attribute().name();
        if (attribute.extension().isEmpty()) {
            return JSON.createObjectBuilder(attributes).add(name, value).build();
        }
        String urn = attribute.extension().get();
        JsonObject members = attributes.containsKey(urn) ? attributes.getJsonObject(urn) : JsonValue.EMPTY_JSON_OBJECT;
        return JSON.createObjectBuilder(attributes)
                .add(urn, JSON.createObjectBuilder(members).add(name, value))
                .build();
    }
}
