package org.roster.scim.engine.schema;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.schema.Schema;
import org.roster.scim.schema.SchemaExtension;

/**
 * Collects schemas and resource types from wherever they are defined, and sees to it that they fit together. The order of
 * documents does not matter: schemas first, then new resource types, then what extends them. The first mistake ends it, with
 * a sentence that names document and attribute. Not thread-safe.
 */
final class SchemaCatalog {

    /** What is defined, and by whom. */
    private record Entry<T>(T defined, String source) {}

    private final Map<String, Entry<Schema>> schemas = new LinkedHashMap<>();
    private final Map<String, Entry<ResourceType>> types = new LinkedHashMap<>();

    /** With what others see too, to add to for one tenant. */
    SchemaCatalog copy() {
        SchemaCatalog copy = new SchemaCatalog();
        copy.schemas.putAll(schemas);
        copy.types.putAll(types);
        return copy;
    }

    /** What is defined here and not in another catalog. */
    Map<Schema, String> schemasBeside(SchemaCatalog other) {
        Map<Schema, String> more = new LinkedHashMap<>();
        schemas.forEach((urn, entry) -> {
            if (!other.schemas.containsKey(urn)) {
                more.put(entry.defined(), entry.source());
            }
        });
        return more;
    }

    /** Adds the definitions of documents: each a Schema, a ResourceType, an array of them or a ListResponse. */
    SchemaCatalog add(List<SchemaDocument> documents) {
        List<Definition> definitions =
                documents.stream().flatMap(SchemaCatalog::definitions).toList();
        definitions.stream()
                .filter(d -> is(d, SchemaDocuments.SCHEMA))
                .forEach(d -> add(SchemaReader.read(d), d.source()));
        List<ResourceTypeReader> readers = definitions.stream()
                .filter(d -> is(d, ResourceTypeDocuments.SCHEMA))
                .map(d -> new ResourceTypeReader(d, this::schema))
                .toList();
        List<ResourceTypeReader> additions = new ArrayList<>();
        for (ResourceTypeReader reader : readers) {
            if (types.containsKey(reader.name()) || !reader.hasEndpoint()) {
                additions.add(reader);
            } else {
                add(reader.read(), reader.document().source());
            }
        }
        for (ResourceTypeReader addition : additions) {
            @Nullable Entry<ResourceType> known = types.get(addition.name());
            String source = addition.document().source();
            if (known == null) {
                throw addition.document()
                        .mistake("there is no resource type " + addition.name()
                                + " to extend; a new one needs an endpoint and a schema");
            }
            put(known, addition.additionTo(known.defined()), source);
        }
        return this;
    }

    private void add(Schema schema, String source) {
        @Nullable Entry<Schema> known = schemas.putIfAbsent(fold(schema.id()), new Entry<>(schema, source));
        if (known != null && known.defined() != schema) {
            throw new IllegalArgumentException(
                    source + ": the schema " + schema.id() + " is defined already, in " + known.source());
        }
    }

    private void add(ResourceType type, String source) {
        SchemaRules.check(type, source);
        for (Entry<ResourceType> other : types.values()) {
            boolean sameName = other.defined().name().equalsIgnoreCase(type.name());
            if (sameName || other.defined().endpoint().equalsIgnoreCase(type.endpoint())) {
                throw new IllegalArgumentException(source + ", resource type " + type.name() + ": the "
                        + (sameName ? "name" : "endpoint " + type.endpoint()) + " belongs to the resource type "
                        + other.defined().name() + " of " + other.source() + " (RFC 7643 erratum 8475)");
            }
        }
        types.put(type.name(), new Entry<>(type, source));
    }

    /** Adds what a program defines: nobody has looked at its schemas yet. */
    void addWithSchemas(ResourceType type, String source) {
        addChecked(type.schema(), source);
        type.extensions().forEach(e -> addChecked(e.schema(), source));
        add(type, source);
    }

    /** Adds extensions that a program defines. */
    void extend(String typeName, List<SchemaExtension> extensions, String source) {
        @Nullable Entry<ResourceType> known = types.get(typeName);
        if (known == null) {
            throw new IllegalArgumentException(source + ": there is no resource type " + typeName + " to extend");
        }
        extensions.forEach(e -> addChecked(e.schema(), source));
        put(known, extensions, source);
    }

    private void addChecked(Schema schema, String source) {
        SchemaRules.check(schema, source);
        add(schema, source);
    }

    private void put(Entry<ResourceType> known, List<SchemaExtension> added, String source) {
        ResourceType extended = known.defined().with(added);
        SchemaRules.check(extended, source);
        types.put(extended.name(), new Entry<>(extended, known.source()));
    }

    /** All resource types, in the order in which they came. */
    List<ResourceType> resourceTypes() {
        List<ResourceType> all = types.values().stream().map(Entry::defined).toList();
        schemas.values().forEach(s -> SchemaRules.checkReferences(s.defined(), types.keySet(), s.source()));
        return all;
    }

    /** Schemas that no resource type uses, each with its document; most likely something was forgotten. */
    List<String> unused() {
        Set<String> used = types.values().stream()
                .map(Entry::defined)
                .flatMap(t -> Stream.concat(
                        Stream.of(t.schema()), t.extensions().stream().map(SchemaExtension::schema)))
                .map(s -> fold(s.id()))
                .collect(Collectors.toSet());
        return schemas.entrySet().stream()
                .filter(e -> !used.contains(e.getKey()))
                .map(e -> e.getValue().defined().id() + " of " + e.getValue().source())
                .toList();
    }

    private Optional<Schema> schema(String urn) {
        return Optional.ofNullable(schemas.get(fold(urn))).map(Entry::defined);
    }

    private static Stream<Definition> definitions(SchemaDocument document) {
        JsonValue json = document.json();
        if (json instanceof JsonObject object && object.get("Resources") instanceof JsonArray resources) {
            json = resources;
        }
        if (!(json instanceof JsonArray array)) {
            return Stream.of(definition(document.source(), json));
        }
        List<Definition> definitions = new ArrayList<>();
        array.forEach(value -> definitions.add(definition(document.source() + "[" + definitions.size() + "]", value)));
        return definitions.stream();
    }

    private static Definition definition(String source, JsonValue json) {
        if (!(json instanceof JsonObject object)) {
            throw new IllegalArgumentException(source + ": must be an object, found " + json.getValueType());
        }
        Definition whole = new Definition(source, "", object);
        if (!is(whole, SchemaDocuments.SCHEMA) && !is(whole, ResourceTypeDocuments.SCHEMA)) {
            throw whole.mistake("\"schemas\" must list \"" + SchemaDocuments.SCHEMA + "\" or \""
                    + ResourceTypeDocuments.SCHEMA + "\", to say what this is");
        }
        return whole;
    }

    private static boolean is(Definition definition, String urn) {
        return definition.json().get("schemas") instanceof JsonArray array
                && array.stream()
                        .anyMatch(s ->
                                s instanceof JsonString text && text.getString().equals(urn));
    }

    private static String fold(String urn) {
        return urn.toLowerCase(Locale.ROOT);
    }
}
