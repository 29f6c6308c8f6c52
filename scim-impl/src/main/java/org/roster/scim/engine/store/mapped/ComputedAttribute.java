package org.roster.scim.engine.store.mapped;

import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.roster.scim.filter.Filter;
import org.roster.scim.mapping.Row;
import org.roster.scim.schema.ResolvedPath;

/**
 * A value that a function of the product computes from columns.
 *
 * @param path the attribute
 * @param fields what it is computed from
 * @param value the product's function
 */
record ComputedAttribute(ResolvedPath path, List<Field> fields, Function<Row, ? extends @Nullable Object> value)
        implements RowAttribute {

    @Override
    public Reading select(Columns columns) {
        List<Columns.Column> sources = fields.stream().map(columns::add).toList();
        List<String> names = fields.stream().map(Field::toString).toList();
        return row -> JsonValues.ofComputed(value.apply(name -> {
            int position = names.indexOf(name);
            if (position < 0) {
                throw new IllegalArgumentException(
                        "the field " + name + " is not among those that " + path + " is computed from");
            }
            return sources.get(position).of(row);
        }));
    }

    @Override
    public void write(EntityWriter entity, Optional<JsonValue> ignored) {
        // read-only
    }

    @Override
    public Condition present(Search search, Optional<String> sub) {
        throw ColumnType.notSearchable("\"" + path + "\" is computed and not searchable");
    }

    @Override
    public Condition compares(Search search, Optional<String> sub, Comparand comparand) {
        return present(search, sub);
    }

    @Override
    public Condition matches(Search search, Filter element) {
        return present(search, Optional.empty());
    }
}
