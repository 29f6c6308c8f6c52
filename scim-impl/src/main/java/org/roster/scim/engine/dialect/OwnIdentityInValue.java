package org.roster.scim.engine.dialect;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.stream.Stream;
import org.roster.scim.patch.PatchOperation;
import org.roster.scim.spi.ResourceKey;

/**
 * Okta puts the resource's own {@code id} beside what it changes in an operation without path (recording
 * {@code okta/15-rename-group}); others add {@code schemas} and {@code meta}. They say nothing new and are left out; a
 * different id stays, and is refused later.
 */
final class OwnIdentityInValue implements Quirk {

    private static final JsonProvider JSON = JsonProvider.provider();

    @Override
    public String id() {
        return "V-OKTA-07";
    }

    @Override
    public Stream<PatchOperation> operation(ResourceKey key, PatchOperation operation) {
        boolean plain = operation.path().isEmpty()
                && operation.value().orElse(JsonValue.NULL) instanceof JsonObject object
                && object.entrySet().stream().noneMatch(e -> redundant(e.getKey(), e.getValue(), key.id()));
        if (plain
                || operation.path().isPresent()
                || !(operation.value().orElse(JsonValue.NULL) instanceof JsonObject)) {
            return Stream.of(operation);
        }
        JsonObjectBuilder rest = JSON.createObjectBuilder();
        operation.value().orElseThrow().asJsonObject().forEach((name, value) -> {
            if (!redundant(name, value, key.id())) {
                rest.add(name, value);
            }
        });
        return Stream.of(operation.with(rest.build()));
    }

    private static boolean redundant(String name, JsonValue value, String id) {
        return name.equalsIgnoreCase("schemas")
                || name.equalsIgnoreCase("meta")
                || (name.equalsIgnoreCase("id")
                        && value instanceof JsonString own
                        && own.getString().equals(id));
    }
}
