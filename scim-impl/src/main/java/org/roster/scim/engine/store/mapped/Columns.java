package org.roster.scim.engine.store.mapped;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The columns that a statement selects, each once. Not thread-safe. */
final class Columns {

    private final From from;
    private final List<String> expressions = new ArrayList<>();

    Columns(From from) {
        this.from = from;
    }

    From from() {
        return from;
    }

    /** A column of a row. */
    record Column(int position) {
        Optional<Object> of(@Nullable Object[] row) {
            return Optional.ofNullable(row[position]);
        }
    }

    Column add(Field field) {
        return add(from.path(field));
    }

    Column add(String expression) {
        int known = expressions.indexOf(expression);
        if (known >= 0) {
            return new Column(known);
        }
        expressions.add(expression);
        return new Column(expressions.size() - 1);
    }

    @Override
    public String toString() {
        return String.join(", ", expressions);
    }
}
