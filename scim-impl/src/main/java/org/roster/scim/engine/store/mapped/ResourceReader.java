package org.roster.scim.engine.store.mapped;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.roster.scim.resource.Meta;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.schema.ResolvedPath;

/**
 * Makes resources of columns. Which columns a statement has to select is known as soon as it is known what is wanted; what
 * lies in rows of its own is then read for all resources together.
 */
final class ResourceReader {

    private static final JsonProvider JSON = JsonProvider.provider();

    private final MappedType mapped;
    private final Columns columns;
    private final Columns.Column id;
    private final Optional<Columns.Column> version;
    private final Optional<Columns.Column> created;
    private final Optional<Columns.Column> lastModified;
    private final Map<ResolvedPath, RowAttribute.Reading> readings = new LinkedHashMap<>();
    private final List<ListAttribute> lists;

    /**
     * Adds to a statement what is wanted.
     *
     * @param mapped where the resources lie
     * @param wanted which attributes
     * @param from what the statement selects from
     */
    ResourceReader(MappedType mapped, Predicate<ResolvedPath> wanted, From from) {
        this.mapped = mapped;
        this.columns = new Columns(from);
        id = columns.add(mapped.id().field());
        version = mapped.fields().version().map(columns::add);
        created = mapped.fields().created().map(columns::add);
        lastModified = mapped.fields().lastModified().map(columns::add);
        mapped.attributes().stream()
                .filter(a -> a instanceof RowAttribute && wanted.test(a.path()))
                .forEach(a -> readings.put(a.path(), ((RowAttribute) a).select(columns)));
        lists = mapped.attributes().stream()
                .filter(a -> a instanceof ListAttribute && wanted.test(a.path()))
                .map(a -> (ListAttribute) a)
                .toList();
    }

    Columns columns() {
        return columns;
    }

    Object id(@Nullable Object[] row) {
        return id.of(row).orElseThrow();
    }

    /** The resources, in the order of their rows. */
    List<ScimResource> read(Rows rows, List<@Nullable Object[]> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        List<Object> ids = found.stream().map(this::id).toList();
        Map<ResolvedPath, Map<Object, JsonValue>> apart = new HashMap<>();
        lists.forEach(list -> apart.put(list.path(), list.load(rows, ids)));
        List<ScimResource> resources = new ArrayList<>();
        found.forEach(row -> resources.add(new ScimResource(id(row).toString(), meta(row), attributes(row, apart))));
        return resources;
    }

    private Meta meta(@Nullable Object[] row) {
        Instant since = time(created, row).orElse(Instant.EPOCH);
        return new Meta(
                mapped.type().name(),
                since,
                time(lastModified, row).orElse(since),
                version.flatMap(v -> v.of(row)).map(Object::toString).orElse(""));
    }

    private static Optional<Instant> time(Optional<Columns.Column> column, @Nullable Object[] row) {
        return column.flatMap(c -> c.of(row)).map(TimeType::instant).map(time -> time.truncatedTo(ChronoUnit.MILLIS));
    }

    private JsonObject attributes(@Nullable Object[] row, Map<ResolvedPath, Map<Object, JsonValue>> apart) {
        JsonObjectBuilder core = JSON.createObjectBuilder();
        Map<String, JsonObjectBuilder> extensions = new LinkedHashMap<>();
        mapped.type()
                .attributes()
                .forEach(path -> value(path, row, apart)
                        .ifPresent(value -> path.extension()
                                .map(urn -> extensions.computeIfAbsent(urn, u -> JSON.createObjectBuilder()))
                                .orElse(core)
                                .add(path.attribute().name(), value)));
        extensions.forEach(core::add);
        return core.build();
    }

    private Optional<JsonValue> value(
            ResolvedPath path, @Nullable Object[] row, Map<ResolvedPath, Map<Object, JsonValue>> apart) {
        RowAttribute.@Nullable Reading reading = readings.get(path);
        return reading == null ? Optional.ofNullable(apart.get(path)).map(of -> of.get(id(row))) : reading.of(row);
    }
}
