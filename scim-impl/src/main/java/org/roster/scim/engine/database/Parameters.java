package org.roster.scim.engine.database;

import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values of a statement. They are never part of its text, so the text depends on the shape of a filter alone and
 * nothing that a client sends can change it.
 */
public final class Parameters {

    private final List<Object> values = new ArrayList<>();

    /** Values for the parameters {@code ?1} and so on. */
    public static Parameters of(Object... values) {
        Parameters parameters = new Parameters();
        parameters.values.addAll(List.of(values));
        return parameters;
    }

    /** Adds a value and gives the parameter that stands for it. */
    public String add(Object value) {
        values.add(value);
        return "?" + values.size();
    }

    /** The value of the parameter {@code ?number}. */
    public Object value(int number) {
        return values.get(number - 1);
    }

    /** The same, but what is not there is null; a parameter that is null has no type, and PostgreSQL wants one. */
    public String orNull(@Nullable Object value) {
        return value == null ? "null" : add(value);
    }

    public <Q extends Query> Q bind(Q query) {
        for (int i = 0; i < values.size(); i++) {
            query.setParameter(i + 1, values.get(i));
        }
        return query;
    }
}
