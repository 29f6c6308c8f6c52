package org.roster.scim.engine.dialect;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.roster.scim.error.ScimException;
import org.roster.scim.schema.ResourceType;

/**
 * Entra lists a schema that nobody defines with each group (recording {@code entra/14-create-group}). The engine ignores it
 * and does not answer it (choice A-06); without this rule it is refused.
 */
final class UnknownSchema implements Quirk {

    @Override
    public String id() {
        return "V-ENTRA-14";
    }

    @Override
    public Optional<Quirk> refusal() {
        return Optional.of(new Refusal(id()));
    }

    private record Refusal(String id) implements Quirk {

        @Override
        public JsonObject body(ResourceType type, JsonObject body) {
            List<String> unknown = UnknownNames.schemas(type, body);
            if (!unknown.isEmpty()) {
                throw ScimException.invalidSyntax(
                        "schemas: a " + type.name() + " has no schema \"" + unknown.get(0) + "\"");
            }
            return body;
        }
    }
}
