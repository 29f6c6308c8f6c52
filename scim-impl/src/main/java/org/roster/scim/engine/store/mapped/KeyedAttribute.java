package org.roster.scim.engine.store.mapped;

import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.roster.scim.engine.database.Parameters;
import org.roster.scim.filter.Filter;
import org.roster.scim.schema.ResolvedPath;

/**
 * A value in a row of a key-value table.
 *
 * @param path the attribute
 * @param child the collection
 * @param name field with the name of a row
 * @param value the value of a row, on its field
 * @param key the name of the attribute's row
 */
record KeyedAttribute(ResolvedPath path, Child child, Field name, ColumnAttribute value, String key)
        implements ListAttribute {

    private Condition exists(Search search, Function<Search, Condition> row) {
        From rows = child.rows("x" + search.numbers().next());
        Search within = search.in(rows);
        Condition named =
                Condition.certain(rows.path(name) + " = " + search.parameters().add(key));
        return named.and(row.apply(within)).exists(child.subquery(rows, search));
    }

    @Override
    public Condition present(Search search, Optional<String> sub) {
        return exists(search, row -> value.present(row, sub));
    }

    @Override
    public Condition compares(Search search, Optional<String> sub, Comparand comparand) {
        return exists(search, row -> value.compares(row, sub, comparand));
    }

    @Override
    public Condition matches(Search search, Filter element) {
        return exists(search, row -> value.matches(row, element));
    }

    @Override
    public Map<Object, JsonValue> load(Rows rows, Collection<Object> ids) {
        From from = child.rows("x");
        Columns columns = new Columns(from);
        Columns.Column owner = columns.add(child.ownerId("x"));
        RowAttribute.Reading reading = value.select(columns);
        Map<Object, JsonValue> values = new HashMap<>();
        Parameters parameters = new Parameters();
        Condition named = Condition.certain(from.path(name) + " = " + parameters.add(key));
        rows.each(
                columns,
                new Rows.Of(owner, child.ownerId("x"), ids),
                new Rows.Where(named, parameters),
                row -> reading.of(row).ifPresent(v -> values.put(owner.of(row).orElseThrow(), v)));
        return values;
    }
}
