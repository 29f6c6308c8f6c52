package org.roster.scim.engine.bulk;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.roster.scim.patch.AttributeChange;
import org.roster.scim.path.AttributePath;
import org.roster.scim.resource.Unassigned;
import org.roster.scim.schema.ResolvedPath;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.schema.Schema;

/**
 * The attributes of a resource in two parts: what can be stored now, and what refers to a resource that does not exist yet.
 *
 * @param now the attributes without the others
 * @param later whole attributes; of a multi-valued one some elements
 */
record Deferred(JsonObject now, Map<ResolvedPath, JsonValue> later) {

    private static final JsonProvider JSON = JsonProvider.provider();

    /** Splits attributes: whatever has a reference in it has to wait. */
    static Deferred split(ResourceType type, JsonObject attributes) {
        Map<ResolvedPath, JsonValue> later = new LinkedHashMap<>();
        JsonObjectBuilder now = JSON.createObjectBuilder();
        attributes.forEach((name, value) -> {
            JsonValue rest = type.extension(name)
                    .map(extension -> splitExtension(type, extension, value.asJsonObject(), later))
                    .orElseGet(() -> splitValue(resolved(type, AttributePath.of(name)), value, later));
            if (!Unassigned.is(rest)) {
                now.add(name, rest);
            }
        });
        return new Deferred(now.build(), later);
    }

    private static JsonValue splitExtension(
            ResourceType type, Schema extension, JsonObject attributes, Map<ResolvedPath, JsonValue> later) {
        JsonObjectBuilder now = JSON.createObjectBuilder();
        attributes.forEach((name, value) -> {
            ResolvedPath path = resolved(type, AttributePath.of(name).in(extension.id()));
            JsonValue rest = splitValue(path, value, later);
            if (!Unassigned.is(rest)) {
                now.add(name, rest);
            }
        });
        return now.build();
    }

    private static JsonValue splitValue(ResolvedPath path, JsonValue value, Map<ResolvedPath, JsonValue> later) {
        if (References.in(value).isEmpty()) {
            return value;
        }
        if (!(value instanceof JsonArray elements)) {
            later.put(path, value);
            return JsonValue.NULL;
        }
        JsonArrayBuilder now = JSON.createArrayBuilder();
        JsonArrayBuilder waiting = JSON.createArrayBuilder();
        elements.forEach(e -> (References.in(e).isEmpty() ? now : waiting).add(e));
        later.put(path, waiting.build());
        return now.build();
    }

    private static ResolvedPath resolved(ResourceType type, AttributePath path) {
        return type.resolve(path).orElseThrow();
    }

    /** What adds the second part to the first. */
    List<AttributeChange> changes(Function<JsonValue, JsonValue> references) {
        List<AttributeChange> changes = new ArrayList<>();
        later.forEach((target, value) -> {
            JsonValue complete = references.apply(value);
            changes.add(
                    complete instanceof JsonArray elements
                            ? new AttributeChange.AddElements(target, elements)
                            : new AttributeChange.Assign(target, complete));
        });
        return changes;
    }
}
