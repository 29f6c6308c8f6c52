package org.roster.scim.engine.dialect;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.roster.scim.error.ScimException;
import org.roster.scim.patch.PatchOperation;
import org.roster.scim.patch.PatchPath;
import org.roster.scim.schema.ResolvedPath;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.spi.ResourceKey;

/** The strict profile refuses what no schema defines (IP-4.3-01, choice A-06). */
final class KnownNamesOnly implements Quirk {

    @Override
    public String id() {
        return "IP-4.3-01";
    }

    @Override
    public JsonObject body(ResourceType type, JsonObject body) {
        refuse(type, UnknownNames.schemas(type, body), "schema");
        refuse(type, UnknownNames.attributes(type, body), "attribute");
        return body;
    }

    @Override
    public Stream<PatchOperation> operation(ResourceKey key, PatchOperation operation) {
        List<String> unknown = new ArrayList<>();
        operation
                .path()
                .map(PatchPath::attribute)
                .flatMap(key.type()::resolve)
                .map(ResolvedPath::target)
                .ifPresent(target -> operation
                        .value()
                        .ifPresent(value -> UnknownNames.inside(target, value, target.name(), unknown)));
        refuse(key.type(), unknown, "attribute");
        return Stream.of(operation);
    }

    private static void refuse(ResourceType type, List<String> unknown, String kind) {
        if (!unknown.isEmpty()) {
            throw ScimException.invalidSyntax(
                    "a " + type.name() + " has no " + kind + " \"" + unknown.get(0) + "\" (IP §4.3)");
        }
    }
}
