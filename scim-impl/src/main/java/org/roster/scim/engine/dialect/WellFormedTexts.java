package org.roster.scim.engine.dialect;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.stream.Stream;
import org.roster.scim.error.ScimException;
import org.roster.scim.patch.PatchOperation;
import org.roster.scim.patch.PatchPath;
import org.roster.scim.schema.Attribute;
import org.roster.scim.schema.ResolvedPath;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.spi.ResourceKey;

/**
 * The strict profile refuses texts that have not the form which RFC 7643 §4.1 asks for: a time zone, a language, a country,
 * a URL. Elsewhere they are kept as they came, because nobody should be without an account for the name of a country.
 */
final class WellFormedTexts implements Quirk {

    @Override
    public String id() {
        return "S-4.1";
    }

    @Override
    public JsonObject body(ResourceType type, JsonObject body) {
        body.forEach((name, value) ->
                type.schema().attribute(name).ifPresent(attribute -> require(attribute, value, attribute.name())));
        return body;
    }

    @Override
    public Stream<PatchOperation> operation(ResourceKey key, PatchOperation operation) {
        operation
                .path()
                .map(PatchPath::attribute)
                .flatMap(key.type()::resolve)
                .map(ResolvedPath::target)
                .ifPresent(target -> operation
                        .value()
                        .ifPresent(value ->
                                require(target, value, operation.path().get().toString())));
        return Stream.of(operation);
    }

    private static void require(Attribute attribute, JsonValue value, String where) {
        if (value instanceof JsonArray array) {
            array.forEach(element -> require(attribute, element, where));
        } else if (value instanceof JsonObject object) {
            object.forEach((name, part) ->
                    attribute.subAttribute(name).ifPresent(sub -> require(sub, part, where + "." + sub.name())));
        } else if (value instanceof JsonString text
                && !text.getString().isBlank()
                && attribute.format().canonical(text.getString()).isEmpty()) {
            throw ScimException.invalidValue(
                    where + ": expected " + attribute.format().example() + ", found " + value + " (RFC 7643 §4.1)");
        }
    }
}
