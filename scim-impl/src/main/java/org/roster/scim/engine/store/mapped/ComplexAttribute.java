package org.roster.scim.engine.store.mapped;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.roster.scim.filter.Filter;
import org.roster.scim.schema.ResolvedPath;

/**
 * A complex attribute that is not multi-valued: each sub-attribute lies somewhere in the row.
 *
 * @param path the attribute
 * @param parts its sub-attributes
 */
record ComplexAttribute(ResolvedPath path, List<RowAttribute> parts) implements RowAttribute {

    private static final JsonProvider JSON = JsonProvider.provider();

    ComplexAttribute {
        parts = List.copyOf(parts);
    }

    @Override
    public Reading select(Columns columns) {
        Map<String, Reading> readings = new LinkedHashMap<>();
        parts.forEach(part -> readings.put(name(part), part.select(columns)));
        return row -> {
            JsonObjectBuilder object = JSON.createObjectBuilder();
            readings.forEach((name, reading) -> reading.of(row).ifPresent(value -> object.add(name, value)));
            JsonObject whole = object.build();
            return whole.isEmpty() ? Optional.empty() : Optional.of(whole);
        };
    }

    private static String name(RowAttribute part) {
        return part.path().target().name();
    }

    /** Of the parts only those are written that differ. */
    @Override
    public void write(EntityWriter entity, Optional<JsonValue> value) {
        entity.writeParts(this, value);
    }

    private Optional<RowAttribute> part(Optional<String> sub) {
        return parts.stream()
                .filter(p -> name(p).equalsIgnoreCase(sub.orElse("")))
                .findFirst();
    }

    @Override
    public Condition present(Search search, Optional<String> sub) {
        return sub.isPresent()
                ? part(sub).map(p -> p.present(search, Optional.empty())).orElse(Condition.NONE)
                : Condition.or(parts.stream()
                        .map(p -> p.present(search, Optional.empty()))
                        .toList());
    }

    @Override
    public Condition compares(Search search, Optional<String> sub, Comparand comparand) {
        return part(sub)
                .map(p -> p.compares(search, Optional.empty(), comparand))
                .orElse(Condition.NONE);
    }

    @Override
    public Condition matches(Search search, Filter element) {
        return element.accept(new ElementFilter(name -> part(Optional.of(name)).map(p -> leaf(p, search))))
                .and(present(search, Optional.empty()));
    }

    private static ElementFilter.Leaf leaf(RowAttribute part, Search search) {
        return new ElementFilter.Leaf() {
            @Override
            public Condition present() {
                return part.present(search, Optional.empty());
            }

            @Override
            public Condition compares(Comparand comparand) {
                return part.compares(search, Optional.empty(), comparand);
            }
        };
    }

    @Override
    public Optional<SortKey> sortKey(Search search, Optional<String> sub) {
        return part(sub).flatMap(p -> p.sortKey(search, Optional.empty()));
    }
}
