package org.roster.scim.engine.schema;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.roster.scim.error.ScimException;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.schema.Attribute;
import org.roster.scim.schema.Mutability;
import org.roster.scim.schema.ResolvedPath;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.schema.SchemaExtension;

/**
 * What must be true of a whole resource: required attributes are there, immutable ones kept their values.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7643#section-7">RFC 7643 §7</a>
 */
public final class ResourceRules {

    private ResourceRules() {}

    /**
     * Checks that everything required is there.
     *
     * @param type the type of the resource
     * @param attributes canonical
     * @param apart names of core attributes that are kept elsewhere and not checked
     * @throws ScimException 400 {@code invalidValue}
     */
    public static void requireComplete(ResourceType type, JsonObject attributes, Set<String> apart) {
        for (SchemaExtension extension : type.extensions()) {
            if (extension.required()
                    && !attributes.containsKey(extension.schema().id())) {
                throw ScimException.invalidValue(
                        "the extension " + extension.schema().id() + " is required for a " + type.name());
            }
        }
        type.attributes()
                .filter(p ->
                        writable(p.attribute()) && !apart.contains(p.attribute().name()))
                .filter(p -> p.extension().map(attributes::containsKey).orElse(true))
                .forEach(p -> requireComplete(p, attributes));
    }

    private static void requireComplete(ResolvedPath path, JsonObject attributes) {
        if (!asks(path.attribute())) {
            return;
        }
        List<JsonValue> values = ScimResource.values(attributes, path.path()).toList();
        if (path.attribute().required() && values.stream().allMatch(ResourceRules::blank)) {
            throw ScimException.invalidValue(path + " is required and must not be empty");
        }
        for (Attribute sub : path.attribute().subAttributes()) {
            if (sub.required()
                    && writable(sub)
                    && values.stream().anyMatch(v -> !v.asJsonObject().containsKey(sub.name()))) {
                throw ScimException.invalidValue(path + "." + sub.name() + " is required in each " + path);
            }
        }
    }

    /** Whether anything of it must be there. */
    private static boolean asks(Attribute attribute) {
        return attribute.required() || attribute.subAttributes().stream().anyMatch(Attribute::required);
    }

    /**
     * Checks that nothing immutable changed.
     *
     * @param type the type of the resource
     * @param before canonical
     * @param after canonical
     * @throws ScimException 400 {@code mutability}
     */
    public static void requireUnchanged(ResourceType type, JsonObject before, JsonObject after) {
        type.attributes().forEach(p -> requireUnchanged(p, before, after));
    }

    /**
     * Checks that of one attribute nothing immutable changed.
     *
     * @param path the whole attribute
     * @param before canonical
     * @param after canonical
     * @throws ScimException 400 {@code mutability}
     */
    public static void requireUnchanged(ResolvedPath path, JsonObject before, JsonObject after) {
        Stream<ResolvedPath> subs = path.attribute().multiValued()
                ? Stream.empty()
                : path.attribute().subAttributes().stream().flatMap(s -> path.sub(s.name()).stream());
        Stream.concat(Stream.of(path), subs)
                .filter(p -> p.target().mutability() == Mutability.IMMUTABLE)
                .forEach(p -> {
                    List<JsonValue> old = ScimResource.values(before, p.path()).toList();
                    if (!old.isEmpty()
                            && !old.equals(ScimResource.values(after, p.path()).toList())) {
                        throw ScimException.mutability(p + " is immutable and has a value already");
                    }
                });
    }

    private static boolean writable(Attribute attribute) {
        return attribute.mutability() != Mutability.READ_ONLY;
    }

    private static boolean blank(JsonValue value) {
        return value instanceof JsonString text && text.getString().isBlank();
    }
}
