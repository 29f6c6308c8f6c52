package org.roster.scim.engine.store.jpa;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.roster.scim.path.AttributePath;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.schema.Attribute;
import org.roster.scim.schema.ComparisonKey;
import org.roster.scim.schema.Mutability;
import org.roster.scim.schema.ResolvedPath;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.schema.Returned;
import org.roster.scim.schema.Uniqueness;

/** What the index holds for a document. It follows from the document alone, so a change of one is a difference of two. */
final class ResourceIndex {

    private static final AttributeCode SCHEMAS = new AttributeCode("schemas");

    private final JsonObject attributes;
    private final Set<IndexEntry> entries = new LinkedHashSet<>();

    private ResourceIndex(JsonObject attributes) {
        this.attributes = attributes;
    }

    /** The entries of a document. */
    static Set<IndexEntry> entries(ResourceType type, JsonObject attributes) {
        ResourceIndex index = new ResourceIndex(attributes);
        type.attributes()
                .filter(p -> p.attribute().returned() != Returned.NEVER)
                .forEach(index::add);
        int element = 0;
        for (String urn : type.extensions().stream().map(e -> e.schema().id()).toList()) {
            if (attributes.containsKey(urn)) {
                index.add(
                        SCHEMAS, ComparisonKey.ofText(Attribute.named("schemas").build(), urn), element++, false);
            }
        }
        return index.entries;
    }

    /** The values of a document that must be unique. */
    static Set<UniqueValue> uniqueValues(ResourceType type, JsonObject attributes) {
        return type.attributes()
                .filter(p -> p.attribute().uniqueness() != Uniqueness.NONE
                        && p.attribute().mutability() != Mutability.READ_ONLY)
                .flatMap(p -> ScimResource.values(attributes, p.path()).flatMap(v -> unique(type, p, v).stream()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Optional<UniqueValue> unique(ResourceType type, ResolvedPath path, JsonValue value) {
        String shown = value instanceof JsonString text ? text.getString() : value.toString();
        return ComparisonKey.of(path.attribute(), value)
                .map(key -> new UniqueValue(
                        type.name() + "." + AttributeCode.of(path.path()).text(),
                        path.toString(),
                        AttributeCode.isLong(key) ? AttributeCode.beginning(key) + AttributeCode.hash(key) : key,
                        shown));
    }

    private void add(ResolvedPath path) {
        List<JsonValue> values =
                ScimResource.values(attributes, path.path()).collect(Collectors.toCollection(ArrayList::new));
        AttributeCode code = AttributeCode.of(path.path());
        int first = Math.max(0, primary(values));
        for (int element = 0; element < values.size(); element++) {
            JsonValue value = values.get(element);
            if (path.attribute().complex()) {
                add(code, "", element, false);
                complex(path.attribute(), code, value.asJsonObject(), new Position(element, element == first));
            } else {
                simple(path.attribute(), code, value, new Position(element, element == first));
            }
        }
    }

    private record Position(int element, boolean sortFirst) {}

    private void complex(Attribute attribute, AttributeCode code, JsonObject value, Position position) {
        for (Attribute sub : attribute.subAttributes()) {
            List<JsonValue> values = ScimResource.values(value, AttributePath.of(sub.name()))
                    .filter(v -> !(v instanceof JsonArray))
                    .toList();
            for (JsonValue each : values) {
                simple(sub, code.sub(sub.name()), each, position);
            }
        }
    }

    private void simple(Attribute attribute, AttributeCode code, JsonValue value, Position position) {
        ComparisonKey.of(attribute, value)
                .ifPresent(folded -> add(code, folded, position.element(), position.sortFirst()));
    }

    private void add(AttributeCode code, String folded, int element, boolean sortFirst) {
        Optional<String> full = AttributeCode.isLong(folded) ? Optional.of(folded) : Optional.empty();
        entries.add(new IndexEntry(code.key(folded), element, sortFirst, full));
    }

    private static int primary(List<JsonValue> values) {
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) instanceof JsonObject object && object.get("primary") == JsonValue.TRUE) {
                return i;
            }
        }
        return -1;
    }
}
