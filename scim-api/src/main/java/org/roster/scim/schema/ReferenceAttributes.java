package org.roster.scim.schema;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roster.scim.resource.Unassigned;

/**
 * The attributes by which resources of one type refer to resources of another: the complex ones whose {@code value} is an
 * id and whose {@code $ref} names the other type among its reference types, such as {@code manager} and {@code members}.
 * What the server derives ({@code readOnly}) is not among them.
 *
 * @param paths the attributes; those of extensions with the URI of the extension
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7643#section-2.3.7">RFC 7643 §2.3.7</a>
 */
public record ReferenceAttributes(List<ResolvedPath> paths) {

    private static final JsonProvider JSON = JsonProvider.provider();

    /**
     * Copies the list.
     *
     * @param paths the attributes
     */
    public ReferenceAttributes {
        paths = List.copyOf(paths);
    }

    /**
     * Finds the attributes that may refer to a type.
     *
     * @param holder the type of the resources that refer
     * @param target the name of the type that is referred to, {@code User} for instance
     * @return none, if no attribute can
     */
    public static ReferenceAttributes of(ResourceType holder, String target) {
        return new ReferenceAttributes(holder.attributes()
                .filter(path -> refersTo(path.attribute(), target))
                .toList());
    }

    private static boolean refersTo(Attribute attribute, String target) {
        return attribute.mutability() != Mutability.READ_ONLY
                && attribute.subAttribute("value").isPresent()
                && attribute
                        .subAttribute("$ref")
                        .filter(ref -> ref.referenceTypes().contains(target))
                        .isPresent();
    }

    /**
     * Removes every reference to a resource, for one that is about to be deleted.
     *
     * @param attributes of a resource that may refer to it
     * @param id of the resource that goes
     * @return the attributes without it; equal to what came in if there was no reference
     */
    public JsonObject without(JsonObject attributes, String id) {
        JsonObject result = attributes;
        for (ResolvedPath path : paths) {
            String name = path.attribute().name();
            if (path.extension().isEmpty()) {
                result = without(result, name, id);
            } else if (result.get(path.extension().get()) instanceof JsonObject extension) {
                result = with(result, path.extension().get(), without(extension, name, id));
            }
        }
        return result;
    }

    private static JsonObject without(JsonObject holder, String name, String id) {
        @Nullable JsonValue value = holder.get(name);
        if (value instanceof JsonArray array) {
            JsonArrayBuilder rest = JSON.createArrayBuilder();
            array.stream().filter(element -> !isReference(element, id)).forEach(rest::add);
            return with(holder, name, rest.build());
        }
        return value != null && isReference(value, id) ? with(holder, name, JsonValue.NULL) : holder;
    }

    private static boolean isReference(JsonValue value, String id) {
        return value instanceof JsonObject object
                && object.get("value") instanceof JsonString text
                && text.getString().equals(id);
    }

    private static JsonObject with(JsonObject object, String name, JsonValue value) {
        JsonObjectBuilder changed = JSON.createObjectBuilder(object);
        return (Unassigned.is(value) ? changed.remove(name) : changed.add(name, value)).build();
    }
}
