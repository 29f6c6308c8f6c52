package org.roster.scim.engine.store.mapped;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.roster.scim.engine.database.Parameters;

/**
 * Reads rows of many resources at once.
 *
 * @param em to read with
 * @param tenant whose
 */
record Rows(EntityManager em, String tenant) {

    private static final JsonProvider JSON = JsonProvider.provider();

    /** No database takes more values in one statement. */
    private static final int MOST = 1_000;

    /**
     * Whose rows.
     *
     * @param column with the id of the resource
     * @param expression the same in the statement
     * @param ids of the resources
     */
    record Of(Columns.Column column, String expression, Collection<Object> ids) {}

    /**
     * Which of them.
     *
     * @param condition on a row
     * @param parameters its values
     */
    record Where(Condition condition, Parameters parameters) {
        static Where all() {
            return new Where(Condition.ALL, new Parameters());
        }
    }

    /** Values in as many lists as it takes statements. */
    static List<List<Object>> some(Collection<Object> values) {
        List<Object> all = List.copyOf(values);
        List<List<Object>> lists = new ArrayList<>();
        for (int from = 0; from < all.size(); from += MOST) {
            lists.add(List.copyOf(all.subList(from, Math.min(from + MOST, all.size()))));
        }
        return lists;
    }

    /** The elements of each resource, in an order that does not change by itself. */
    Map<Object, JsonValue> lists(Columns columns, RowAttribute.Reading element, Of of) {
        return lists(columns, element, of, Where.all());
    }

    Map<Object, JsonValue> lists(Columns columns, RowAttribute.Reading element, Of of, Where where) {
        Map<Object, List<JsonValue>> found = new HashMap<>();
        each(
                columns,
                of,
                where,
                row -> element.of(row)
                        .ifPresent(value -> found.computeIfAbsent(
                                        of.column().of(row).orElseThrow(), id -> new ArrayList<>())
                                .add(value)));
        Map<Object, JsonValue> lists = new HashMap<>();
        found.forEach((id, values) -> {
            JsonArrayBuilder array = JSON.createArrayBuilder();
            values.stream()
                    .distinct()
                    .sorted(Comparator.comparing(JsonValue::toString))
                    .forEach(array::add);
            lists.put(id, array.build());
        });
        return lists;
    }

    void each(Columns columns, Of of, Where where, Consumer<@Nullable Object[]> row) {
        if (where.condition().equals(Condition.NONE)) {
            return;
        }
        // Always two columns: with one of them a provider gives no array.
        columns.add(of.expression());
        for (List<Object> some : some(of.ids())) {
            Parameters parameters = where.parameters();
            // One value alone, so that a provider can keep what it has made of the statement.
            String which = of.expression()
                    + (some.size() == 1 ? " = " + parameters.add(some.get(0)) : " in " + parameters.add(some));
            String condition = where.condition().equals(Condition.ALL)
                    ? which
                    : which + " and " + where.condition().text();
            Statement.list(
                            em,
                            "select " + columns + " from " + columns.from() + " where " + condition,
                            Object[].class,
                            parameters)
                    .forEach(row);
        }
    }
}
