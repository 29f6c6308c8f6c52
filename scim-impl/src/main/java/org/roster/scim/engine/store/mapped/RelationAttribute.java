package org.roster.scim.engine.store.mapped;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.roster.scim.filter.Filter;
import org.roster.scim.schema.ResolvedPath;

/**
 * The members of a group, or the groups of a member: of each type some.
 *
 * @param path the attribute
 * @param relations one for each type at the other end
 */
record RelationAttribute(ResolvedPath path, List<Relation> relations) implements ListAttribute {

    RelationAttribute {
        relations = List.copyOf(relations);
    }

    private Condition any(Function<Relation, Condition> condition) {
        return Condition.or(relations.stream().map(condition).toList());
    }

    @Override
    public Condition present(Search search, Optional<String> sub) {
        return any(r -> r.present(search));
    }

    @Override
    public Condition compares(Search search, Optional<String> sub, Comparand comparand) {
        return sub.map(name -> any(r -> r.compares(search, name, comparand))).orElse(Condition.NONE);
    }

    @Override
    public Condition matches(Search search, Filter element) {
        return any(r -> r.matches(search, element));
    }

    @Override
    public Map<Object, JsonValue> load(Rows rows, Collection<Object> ids) {
        Map<Object, JsonValue> loaded = new HashMap<>();
        relations.forEach(
                r -> r.load(rows, ids).forEach((id, some) -> loaded.merge(id, some, RelationAttribute::both)));
        return Collections.unmodifiableMap(loaded);
    }

    private static JsonValue both(JsonValue some, JsonValue others) {
        JsonArrayBuilder array = JsonProvider.provider().createArrayBuilder();
        Stream.concat(some.asJsonArray().stream(), others.asJsonArray().stream())
                .sorted(Comparator.comparing(JsonValue::toString))
                .forEach(array::add);
        return array.build();
    }
}
