package org.roster.scim.engine.dialect;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.Set;
import org.roster.scim.engine.configuration.Mode;
import org.roster.scim.patch.PatchRequest;

/**
 * OneLogin changes members as SCIM 1.1 did: {@code {"members": [{"value": "...", "operation": "delete"}]}}, without
 * operations (recording {@code house/06-members-of-scim-1-1}). It becomes a PatchOp.
 */
final class MembersOfScim11 implements Quirk {

    private static final JsonProvider JSON = JsonProvider.provider();

    @Override
    public String id() {
        return "V-OL-03";
    }

    @Override
    public Set<Mode> of() {
        return Set.of(Mode.ONELOGIN, Mode.COMPAT);
    }

    @Override
    public JsonObject message(JsonObject body) {
        boolean patchOp = body.keySet().stream().anyMatch(name -> name.equalsIgnoreCase("Operations"));
        if (patchOp || !(body.get("members") instanceof JsonArray members)) {
            return body;
        }
        JsonArrayBuilder added = JSON.createArrayBuilder();
        JsonArrayBuilder removed = JSON.createArrayBuilder();
        for (JsonValue member : members) {
            boolean delete = member instanceof JsonObject object
                    && object.get("operation") instanceof JsonString text
                    && text.getString().equalsIgnoreCase("delete");
            (delete ? removed : added).add(withoutOperation(member));
        }
        JsonArrayBuilder operations = JSON.createArrayBuilder();
        add(operations, "remove", removed.build());
        add(operations, "add", added.build());
        return JSON.createObjectBuilder()
                .add("schemas", JSON.createArrayBuilder().add(PatchRequest.SCHEMA))
                .add("Operations", operations)
                .build();
    }

    private static JsonValue withoutOperation(JsonValue member) {
        return member instanceof JsonObject object
                ? JSON.createObjectBuilder(object).remove("operation").build()
                : member;
    }

    private static void add(JsonArrayBuilder operations, String op, JsonArray members) {
        if (!members.isEmpty()) {
            JsonObjectBuilder operation = JSON.createObjectBuilder()
                    .add("op", op)
                    .add("path", "members")
                    .add("value", members);
            operations.add(operation);
        }
    }
}
