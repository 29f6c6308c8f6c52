package org.roster.scim.engine.dialect;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.Optional;
import java.util.function.Function;
import org.roster.scim.engine.json.JsonRewriting;
import org.roster.scim.path.AttributePath;
import org.roster.scim.resource.Unassigned;
import org.roster.scim.schema.Attribute;
import org.roster.scim.schema.ResolvedPath;
import org.roster.scim.schema.ResourceType;

/**
 * OneLogin's templates have one object where the schema has a list (recordings {@code onelogin/06-email-as-object},
 * {@code house/05-email-as-object}). It is a list of one.
 */
final class OneForMany implements Quirk {

    private static final JsonProvider JSON = JsonProvider.provider();

    @Override
    public String id() {
        return "V-OL-02";
    }

    @Override
    public JsonObject body(ResourceType type, JsonObject body) {
        JsonObject core =
                lists(body, name -> type.resolve(AttributePath.of(name)).map(ResolvedPath::attribute));
        return JsonRewriting.members(
                core,
                (name, value) -> value instanceof JsonObject members
                        ? type.extension(name)
                                .<JsonValue>map(extension -> lists(members, extension::attribute))
                                .orElse(value)
                        : value);
    }

    private static JsonObject lists(JsonObject object, Function<String, Optional<Attribute>> definitions) {
        return JsonRewriting.members(
                object,
                (name, value) -> alone(definitions.apply(name), value)
                        ? JSON.createArrayBuilder().add(value).build()
                        : value);
    }

    private static boolean alone(Optional<Attribute> attribute, JsonValue value) {
        return attribute.filter(Attribute::multiValued).isPresent()
                && !(value instanceof JsonArray)
                && !Unassigned.is(value)
                && attribute
                        .filter(a -> a.complex() == value instanceof JsonObject)
                        .isPresent();
    }
}
