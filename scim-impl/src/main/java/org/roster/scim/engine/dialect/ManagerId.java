package org.roster.scim.engine.dialect;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.Map;
import java.util.Set;
import org.roster.scim.engine.configuration.Mode;
import org.roster.scim.schema.Attribute;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.schema.Schema;

/**
 * OneLogin's templates call the manager's id {@code managerId} (recordings {@code onelogin/02-create-user},
 * {@code house/04-manager-id}); an empty one is none. So for every singular complex attribute of an extension that has a
 * {@code value}.
 */
final class ManagerId implements Quirk {

    private static final JsonProvider JSON = JsonProvider.provider();

    @Override
    public String id() {
        return "V-OL-01";
    }

    @Override
    public Set<Mode> of() {
        return Set.of(Mode.ONELOGIN, Mode.COMPAT);
    }

    @Override
    public JsonObject body(ResourceType type, JsonObject body) {
        JsonObject rewritten = body;
        for (Map.Entry<String, JsonValue> member : body.entrySet()) {
            if (type.extension(member.getKey()).isPresent() && member.getValue() instanceof JsonObject extension) {
                JsonObject changed = extension(type.extension(member.getKey()).get(), extension);
                rewritten = changed.equals(extension) ? rewritten : with(rewritten, member.getKey(), changed);
            }
        }
        return rewritten;
    }

    private static JsonObject extension(Schema schema, JsonObject extension) {
        JsonObject rewritten = extension;
        for (Map.Entry<String, JsonValue> member : extension.entrySet()) {
            boolean concerned = schema.attribute(member.getKey())
                    .filter(ManagerId::hasValue)
                    .isPresent();
            if (concerned && member.getValue() instanceof JsonObject reference) {
                JsonObject changed = reference(member.getKey() + "Id", reference);
                rewritten = changed.equals(reference) ? rewritten : with(rewritten, member.getKey(), changed);
            }
        }
        return rewritten;
    }

    private static boolean hasValue(Attribute attribute) {
        return attribute.complex()
                && !attribute.multiValued()
                && attribute.subAttribute("value").isPresent();
    }

    private static JsonObject reference(String idName, JsonObject reference) {
        JsonObjectBuilder renamed = JSON.createObjectBuilder();
        reference.forEach((name, value) -> {
            boolean blank = value instanceof JsonString text && text.getString().isBlank();
            if (!blank) {
                renamed.add(name.equalsIgnoreCase(idName) ? "value" : name, value);
            }
        });
        return renamed.build();
    }

    private static JsonObject with(JsonObject object, String name, JsonValue value) {
        return JSON.createObjectBuilder(object).add(name, value).build();
    }
}
