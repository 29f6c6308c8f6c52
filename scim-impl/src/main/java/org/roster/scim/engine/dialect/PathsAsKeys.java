package org.roster.scim.engine.dialect;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.roster.scim.filter.FilterLimits;
import org.roster.scim.patch.PatchOperation;
import org.roster.scim.patch.PatchOperation.Op;
import org.roster.scim.patch.PatchPath;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.spi.ResourceKey;

/**
 * Entra, with its flag {@code aadOptscim062020}, writes paths as keys of an operation without path:
 * {@code {"name.familyName": "Moreau"}} (recording {@code entra/07-update-user-pathless}). Each becomes an operation of its
 * own.
 */
final class PathsAsKeys implements Quirk {

    private static final JsonProvider JSON = JsonProvider.provider();

    @Override
    public String id() {
        return "V-ENTRA-04";
    }

    @Override
    public Stream<PatchOperation> operation(ResourceKey key, PatchOperation operation) {
        boolean candidate = operation.path().isEmpty() && operation.op() != Op.REMOVE;
        if (!candidate || !(operation.value().orElse(JsonValue.NULL) instanceof JsonObject object)) {
            return Stream.of(operation);
        }
        List<PatchOperation> apart = new ArrayList<>();
        JsonObjectBuilder rest = JSON.createObjectBuilder();
        for (Map.Entry<String, JsonValue> member : object.entrySet()) {
            if (isPath(key.type(), member.getKey())) {
                PatchPath path = PatchPath.parse(member.getKey(), FilterLimits.DEFAULT);
                apart.add(operation.at(path).with(member.getValue()));
            } else {
                rest.add(member.getKey(), member.getValue());
            }
        }
        if (apart.isEmpty()) {
            return Stream.of(operation);
        }
        JsonObject plain = rest.build();
        return Stream.concat(plain.isEmpty() ? Stream.empty() : Stream.of(operation.with(plain)), apart.stream());
    }

    private static boolean isPath(ResourceType type, String key) {
        boolean longer = key.indexOf('.') >= 0 || key.indexOf(':') >= 0 || key.indexOf('[') >= 0;
        return longer && type.extension(key).isEmpty();
    }
}
