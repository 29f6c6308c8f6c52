package org.roster.scim.engine.schema;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.roster.scim.error.ScimException;
import org.roster.scim.path.AttributePath;
import org.roster.scim.resource.Unassigned;
import org.roster.scim.schema.CommonAttributes;
import org.roster.scim.schema.Mutability;
import org.roster.scim.schema.ResolvedPath;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.schema.Schema;

/**
 * Reads the body of a POST or PUT: canonical names, right types, nothing that the client may not write. readOnly attributes
 * are ignored (RFC 7644 §§3.3, 3.5.1), unknown ones too (choice A-06), and so is an unknown URI in {@code schemas}, which
 * Entra sends with each group. An extension's data counts also where {@code schemas} does not list it (choice A-14).
 */
public final class ResourceReader {

    private static final JsonProvider JSON = JsonProvider.provider();

    private ResourceReader() {}

    /**
     * Reads a body.
     *
     * @param type what the endpoint stands for
     * @param body what the client sent
     * @return the attributes, valid for a new resource but for uniqueness
     * @throws ScimException 400 {@code invalidSyntax} or {@code invalidValue}
     */
    public static JsonObject read(ResourceType type, JsonObject body) {
        requireSchema(type, body);
        Map<String, JsonValue> attributes = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        for (Map.Entry<String, JsonValue> member : body.entrySet()) {
            ValueReader.refuseTwice(seen, member.getKey(), "");
            Optional<Schema> extension = type.extension(member.getKey());
            if (extension.isPresent()) {
                extension(extension.get(), member.getValue())
                        .ifPresent(v -> attributes.put(extension.get().id(), v));
                continue;
            }
            type.resolve(AttributePath.of(member.getKey()))
                    .map(ResolvedPath::attribute)
                    .filter(a -> a.mutability() != Mutability.READ_ONLY)
                    .ifPresent(a -> ValueReader.read(a, member.getValue(), a.name())
                            .ifPresent(v -> attributes.put(a.name(), v)));
        }
        JsonObjectBuilder read = JSON.createObjectBuilder();
        attributes.forEach(read::add);
        return read.build();
    }

    private static Optional<JsonValue> extension(Schema schema, JsonValue value) {
        if (Unassigned.is(value)) {
            return Optional.empty();
        }
        return ValueReader.element(schema.whole(), value, schema.id());
    }

    private static void requireSchema(ResourceType type, JsonObject body) {
        @Nullable
        JsonValue schemas = body.entrySet().stream()
                .filter(e -> e.getKey().equalsIgnoreCase(CommonAttributes.SCHEMAS.name()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
        boolean listed = schemas instanceof JsonArray array
                && array.stream()
                        .anyMatch(s -> s instanceof JsonString text
                                && text.getString()
                                        .equalsIgnoreCase(type.schema().id()));
        if (!listed) {
            throw ScimException.invalidSyntax(
                    "schemas must list \"" + type.schema().id() + "\", the schema of a " + type.name());
        }
    }
}
