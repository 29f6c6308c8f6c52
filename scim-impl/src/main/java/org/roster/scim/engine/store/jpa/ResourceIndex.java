package org.roster.scim.engine.store.jpa;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.roster.scim.path.AttributePath;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.resource.Unassigned;
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
    private final JsonObject other;
    private final Map<IndexEntry.Position, IndexEntry> entries = new LinkedHashMap<>();

    private ResourceIndex(JsonObject attributes, JsonObject other) {
        this.attributes = attributes;
        this.other = other;
    }

    /** The entries of a document. */
    static Set<IndexEntry> entries(ResourceType type, JsonObject attributes) {
        return entries(type, attributes, JsonValue.EMPTY_JSON_OBJECT);
    }

    /** The entries of a document without those of attributes that are the same in another one, which has the same entries for them. */
    static Set<IndexEntry> entries(ResourceType type, JsonObject attributes, JsonObject other) {
        if (attributes.isEmpty()) {
            return Set.of();
        }
        ResourceIndex index = new ResourceIndex(attributes, other);
        type.attributes()
                .filter(p -> p.attribute().returned() != Returned.NEVER)
                .forEach(index::add);
        int element = 0;
        for (String urn : type.extensions().stream().map(e -> e.schema().id()).toList()) {
            if (attributes.containsKey(urn)) {
                index.add(
                        SCHEMAS,
                        ComparisonKey.ofText(Attribute.named("schemas").build(), urn),
                        new Place(element++, false));
            }
        }
        return new LinkedHashSet<>(index.entries.values());
    }

    /** The values of a document that must be unique; those that differ by case only count once. */
    static Set<UniqueValue> uniqueValues(ResourceType type, JsonObject attributes) {
        Map<List<String>, UniqueValue> values = new LinkedHashMap<>();
        type.attributes()
                .filter(p -> p.attribute().uniqueness() != Uniqueness.NONE
                        && p.attribute().mutability() != Mutability.READ_ONLY)
                .flatMap(p -> ScimResource.values(attributes, p.path()).flatMap(v -> unique(type, p, v).stream()))
                .forEach(value -> values.putIfAbsent(List.of(value.attribute(), value.key()), value));
        return new LinkedHashSet<>(values.values());
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
        // Most resources have a few of the attributes that they could have, and most changes change one.
        @Nullable JsonValue whole = whole(attributes, path.path());
        if (whole == null || whole.equals(whole(other, path.path()))) {
            return;
        }
        List<JsonValue> values =
                ScimResource.values(attributes, path.path()).collect(Collectors.toCollection(ArrayList::new));
        AttributeCode code = AttributeCode.of(path.path());
        int first = Math.max(0, primary(values));
        for (int element = 0; element < values.size(); element++) {
            JsonValue value = values.get(element);
            Place place = new Place(element, element == first);
            if (path.attribute().complex()) {
                complex(path.attribute(), code, value.asJsonObject(), place);
            } else {
                simple(path.attribute(), code, value, place);
            }
        }
    }

    private static @Nullable JsonValue whole(JsonObject document, AttributePath path) {
        @Nullable
        JsonValue holder =
                path.schema().isPresent() ? document.get(path.schema().get()) : document;
        return holder instanceof JsonObject object ? object.get(path.name()) : null;
    }

    /** Where a value stands: in which element, and whether its resource sorts by it. */
    private record Place(int element, boolean sortFirst) {}

    private void complex(Attribute attribute, AttributeCode code, JsonObject value, Place place) {
        int before = entries.size();
        for (Attribute sub : attribute.subAttributes()) {
            List<JsonValue> values = parts(value.get(sub.name()));
            for (int i = 0; i < values.size(); i++) {
                boolean sortFirst = place.sortFirst() && i == 0;
                simple(sub, code.sub(sub.name()), values.get(i), new Place(place.element(), sortFirst));
            }
        }
        if (entries.size() == before) {
            IndexEntry bare = new IndexEntry(code.bare(), place.element(), false, Optional.empty());
            entries.put(bare.position(), bare);
        }
    }

    private static List<JsonValue> parts(@Nullable JsonValue part) {
        if (Unassigned.is(part)) {
            return List.of();
        }
        return part instanceof JsonArray several
                ? several.stream()
                        .filter(v -> !(v instanceof JsonArray) && !Unassigned.is(v))
                        .toList()
                : List.of(part);
    }

    private void simple(Attribute attribute, AttributeCode code, JsonValue value, Place place) {
        ComparisonKey.of(attribute, value).ifPresent(folded -> add(code, folded, place));
    }

    /**
     * Several values of one sub-attribute in one element are one where they are equal but for case. Where they are long and
     * only begin alike, one has the key and the others have it with their hash.
     */
    private void add(AttributeCode code, String folded, Place place) {
        Optional<String> full = AttributeCode.isLong(folded) ? Optional.of(folded) : Optional.empty();
        IndexEntry entry = new IndexEntry(code.key(folded), place.element(), place.sortFirst(), full);
        IndexEntry.Position position = entry.position();
        @Nullable IndexEntry there = entries.get(position);
        if (there == null) {
            entries.put(position, entry);
        } else if (full.isPresent() && !full.equals(there.fullValue())) {
            apart(entry);
        } else if (full.isEmpty() && there.fullValue().isPresent()) {
            // What is as long as a key, and is found by it alone.
            entries.put(position, new IndexEntry(entry.key(), entry.element(), there.sortFirst(), full));
            apart(there);
        }
    }

    private void apart(IndexEntry longOne) {
        String key = AttributeCode.apart(longOne.key(), longOne.fullValue().orElseThrow());
        IndexEntry apart = new IndexEntry(key, longOne.element(), false, longOne.fullValue());
        entries.putIfAbsent(apart.position(), apart);
    }

    private static int primary(List<JsonValue> values) {
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) instanceof JsonObject object && JsonValue.TRUE.equals(object.get("primary"))) {
                return i;
            }
        }
        return -1;
    }
}
