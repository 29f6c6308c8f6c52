package org.roster.scim.engine.projection;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.roster.scim.patch.AttributeChange;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.schema.Attribute;
import org.roster.scim.schema.ResolvedPath;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.schema.Returned;

/**
 * Which of the attributes that are returned on request a client sent, so that the answer has them (RFC 7643 §7). Others are
 * not looked for: the answer does not depend on them.
 */
public final class Sent {

    private Sent() {}

    /**
     * What a POST or PUT sent.
     *
     * @param type the type
     * @param attributes canonical
     * @return attributes and sub-attributes
     */
    public static Set<ResolvedPath> with(ResourceType type, JsonObject attributes) {
        return type.attributes()
                .filter(path -> onRequest(path.attribute()))
                .flatMap(path -> ScimResource.values(attributes, path.path()).flatMap(value -> sent(path, value)))
                .collect(Collectors.toSet());
    }

    /**
     * What a PATCH sent.
     *
     * @param changes as compiled
     * @return attributes and sub-attributes
     */
    public static Set<ResolvedPath> with(List<AttributeChange> changes) {
        return changes.stream()
                .filter(change -> onRequest(change.target().attribute()))
                .flatMap(change -> change.accept(VALUES).flatMap(value -> sent(change.target(), value)))
                .collect(Collectors.toSet());
    }

    private static boolean onRequest(Attribute attribute) {
        return attribute.returned() == Returned.REQUEST
                || attribute.subAttributes().stream().anyMatch(s -> s.returned() == Returned.REQUEST);
    }

    private static Stream<ResolvedPath> sent(ResolvedPath target, JsonValue value) {
        Stream<ResolvedPath> members = value instanceof JsonObject object
                ? object.keySet().stream().flatMap(name -> target.sub(name).stream())
                : Stream.empty();
        return Stream.concat(Stream.of(target), members);
    }

    /** The values of a change, at least one. */
    private static final AttributeChange.Visitor<Stream<JsonValue>> VALUES = new AttributeChange.Visitor<>() {
        @Override
        public Stream<JsonValue> assign(AttributeChange.Assign change) {
            return change.value() instanceof JsonArray array && !array.isEmpty()
                    ? array.stream()
                    : Stream.of(change.value());
        }

        @Override
        public Stream<JsonValue> merge(AttributeChange.Merge change) {
            return Stream.of(change.values());
        }

        @Override
        public Stream<JsonValue> addElements(AttributeChange.AddElements change) {
            return change.elements().stream();
        }

        @Override
        public Stream<JsonValue> unassign(AttributeChange.Unassign change) {
            return Stream.of(JsonValue.NULL);
        }

        @Override
        public Stream<JsonValue> removeElements(AttributeChange.RemoveElements change) {
            return Stream.of(JsonValue.NULL);
        }

        @Override
        public Stream<JsonValue> removeListed(AttributeChange.RemoveListed change) {
            return Stream.of(JsonValue.NULL);
        }

        @Override
        public Stream<JsonValue> editElements(AttributeChange.EditElements change) {
            return Stream.of(change.edit().values());
        }
    };
}
