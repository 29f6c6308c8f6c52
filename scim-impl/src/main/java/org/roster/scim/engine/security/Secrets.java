package org.roster.scim.engine.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.roster.scim.patch.AttributeChange;
import org.roster.scim.patch.AttributeChange.AddElements;
import org.roster.scim.patch.AttributeChange.Assign;
import org.roster.scim.patch.AttributeChange.EditElements;
import org.roster.scim.patch.AttributeChange.Merge;
import org.roster.scim.patch.AttributeChange.RemoveElements;
import org.roster.scim.patch.AttributeChange.RemoveListed;
import org.roster.scim.patch.AttributeChange.Unassign;
import org.roster.scim.patch.ElementEdit;
import org.roster.scim.schema.Attribute;
import org.roster.scim.schema.Mutability;
import org.roster.scim.schema.ResolvedPath;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.schema.Returned;
import org.roster.scim.schema.SchemaExtension;

/**
 * Sees to it that a password never reaches a store in clear: attributes that may be written and never come back are
 * replaced by their hash before anything else happens to them.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7643#section-9.2">RFC 7643 §9.2</a>
 */
@ApplicationScoped
public class Secrets {

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final Safe SAFE = new Safe();

    /**
     * Hashes the secrets of a resource.
     *
     * @param type its type
     * @param attributes canonical
     * @return the attributes, with hashes for secrets
     */
    public JsonObject protect(ResourceType type, JsonObject attributes) {
        JsonObject safe = members(type.schema().attributes(), attributes);
        for (SchemaExtension extension : type.extensions()) {
            String urn = extension.schema().id();
            if (safe.get(urn) instanceof JsonObject members) {
                safe = with(safe, urn, members(extension.schema().attributes(), members));
            }
        }
        return safe;
    }

    /**
     * Hashes the secrets of a PATCH.
     *
     * @param changes as compiled
     * @return the changes, with hashes for secrets
     */
    public List<AttributeChange> protect(List<AttributeChange> changes) {
        return changes.stream().map(c -> c.accept(SAFE)).toList();
    }

    /**
     * Whether the body of a request may have a secret in it, whose hash takes a while. It looks for names and
     * paths anywhere, so it may say yes where there is none.
     *
     * @param type of the resource
     * @param body as the client sent it
     * @return false if there is nothing to hash
     */
    public boolean mayHold(ResourceType type, JsonObject body) {
        List<String> names = type.attributes()
                .map(ResolvedPath::attribute)
                .flatMap(a -> Stream.concat(Stream.of(a), a.subAttributes().stream()))
                .filter(Secrets::secret)
                .map(Attribute::name)
                .toList();
        return !names.isEmpty() && names(body, names);
    }

    /** Whether a member, or the path of a PATCH, has one of the names in its own. */
    private static boolean names(JsonValue value, List<String> names) {
        if (value instanceof JsonObject members) {
            for (Map.Entry<String, JsonValue> member : members.entrySet()) {
                if (contains(member.getKey(), names)
                        || isPath(member.getKey(), member.getValue(), names)
                        || names(member.getValue(), names)) {
                    return true;
                }
            }
        }
        if (value instanceof JsonArray elements) {
            for (JsonValue element : elements) {
                if (names(element, names)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isPath(String name, JsonValue value, List<String> names) {
        return name.equalsIgnoreCase("path") && value instanceof JsonString path && contains(path.getString(), names);
    }

    private static boolean contains(String text, List<String> names) {
        for (String name : names) {
            for (int from = 0; from <= text.length() - name.length(); from++) {
                if (text.regionMatches(true, from, name, 0, name.length())) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * Takes the secrets out of a resource, hashes too.
     *
     * @param type its type
     * @param attributes canonical
     * @return the attributes without secrets
     */
    public static JsonObject without(ResourceType type, JsonObject attributes) {
        JsonObject rest = without(type.schema().attributes(), attributes);
        for (SchemaExtension extension : type.extensions()) {
            String urn = extension.schema().id();
            if (rest.get(urn) instanceof JsonObject members) {
                rest = with(rest, urn, without(extension.schema().attributes(), members));
            }
        }
        return rest;
    }

    private static JsonObject without(List<Attribute> definitions, JsonObject members) {
        JsonObject rest = members;
        for (Attribute definition : definitions) {
            @Nullable JsonValue value = holdsSecret(definition) ? rest.get(definition.name()) : null;
            if (value == null) {
                continue;
            }
            rest = secret(definition)
                    ? JSON.createObjectBuilder(rest).remove(definition.name()).build()
                    : with(rest, definition.name(), inner(definition, value));
        }
        return rest;
    }

    private static JsonValue inner(Attribute definition, JsonValue value) {
        if (value instanceof JsonArray array) {
            JsonArrayBuilder elements = JSON.createArrayBuilder();
            array.forEach(e -> elements.add(inner(definition, e)));
            return elements.build();
        }
        return value instanceof JsonObject object ? without(definition.subAttributes(), object) : value;
    }

    private static JsonObject members(List<Attribute> definitions, JsonObject members) {
        JsonObject safe = members;
        for (Attribute definition : definitions) {
            @Nullable JsonValue value = holdsSecret(definition) ? safe.get(definition.name()) : null;
            if (value != null) {
                safe = with(safe, definition.name(), value(definition, value));
            }
        }
        return safe;
    }

    private static JsonValue value(Attribute definition, JsonValue value) {
        if (value instanceof JsonArray array) {
            JsonArrayBuilder elements = JSON.createArrayBuilder();
            array.forEach(e -> elements.add(value(definition, e)));
            return elements.build();
        }
        if (value instanceof JsonObject object) {
            return members(definition.subAttributes(), object);
        }
        return secret(definition) && value instanceof JsonString text
                ? JSON.createValue(PasswordHash.of(text.getString()))
                : value;
    }

    private static JsonObject with(JsonObject object, String name, JsonValue value) {
        return object.get(name) == value
                ? object
                : JSON.createObjectBuilder(object).add(name, value).build();
    }

    private static boolean holdsSecret(Attribute attribute) {
        return secret(attribute) || attribute.subAttributes().stream().anyMatch(Secrets::secret);
    }

    /** A change with hashes in place of what it would set in clear. */
    private static final class Safe implements AttributeChange.Visitor<AttributeChange> {

        @Override
        public AttributeChange assign(Assign change) {
            return new Assign(change.target(), value(change.target().target(), change.value()));
        }

        @Override
        public AttributeChange merge(Merge change) {
            return new Merge(change.target(), members(change.target().target().subAttributes(), change.values()));
        }

        @Override
        public AttributeChange addElements(AddElements change) {
            return new AddElements(
                    change.target(),
                    value(change.target().attribute(), change.elements()).asJsonArray());
        }

        @Override
        public AttributeChange editElements(EditElements change) {
            ElementEdit edit = change.edit();
            JsonObject values = members(change.target().attribute().subAttributes(), edit.values());
            return new EditElements(
                    change.target(), change.which(), new ElementEdit(values, edit.kind(), edit.onMiss()));
        }

        @Override
        public AttributeChange unassign(Unassign change) {
            return change;
        }

        @Override
        public AttributeChange removeElements(RemoveElements change) {
            return change;
        }

        @Override
        public AttributeChange removeListed(RemoveListed change) {
            return change;
        }
    }

    private static boolean secret(Attribute attribute) {
        return attribute.mutability() == Mutability.WRITE_ONLY && attribute.returned() == Returned.NEVER;
    }
}
