package org.roster.scim.engine.dialect;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import org.roster.scim.engine.json.JsonRewriting;
import org.roster.scim.schema.ResourceType;

/**
 * Ping sends two e-mail addresses that are both primary (recording {@code ping/03-update-user-put}). The first stays so.
 */
final class SecondPrimary implements Quirk {

    private static final JsonProvider JSON = JsonProvider.provider();

    @Override
    public String id() {
        return "V-PING-01";
    }

    @Override
    public JsonObject body(ResourceType type, JsonObject body) {
        return JsonRewriting.members(body, (name, value) -> hasTwo(value) ? withOne(value.asJsonArray()) : value);
    }

    private static boolean hasTwo(JsonValue value) {
        return value instanceof JsonArray array
                && array.stream().filter(SecondPrimary::isPrimary).count() > 1;
    }

    private static JsonArray withOne(JsonArray elements) {
        JsonArrayBuilder one = JSON.createArrayBuilder();
        boolean found = false;
        for (JsonValue element : elements) {
            boolean primary = isPrimary(element);
            one.add(
                    primary && found
                            ? JSON.createObjectBuilder(element.asJsonObject())
                                    .add("primary", false)
                                    .build()
                            : element);
            found |= primary;
        }
        return one.build();
    }

    private static boolean isPrimary(JsonValue element) {
        return element instanceof JsonObject object && JsonValue.TRUE.equals(object.get("primary"));
    }
}
