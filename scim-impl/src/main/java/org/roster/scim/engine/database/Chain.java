package org.roster.scim.engine.database;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A statement that changes a row, and others that follow if it did. PostgreSQL gets all of them as one: the way there and
 * back costs as much as a small statement. The other databases get one after the other. None may read what another one has
 * changed, except from {@link #source}: to PostgreSQL they happen at the same moment. Not thread-safe.
 */
public final class Chain {

    /** A user has one to four thousand, and three parameters for each value that goes; PostgreSQL takes 65,535. */
    private static final int LARGEST = 20_000;

    private static final String FIRST = "first_change";

    private final EntityManager em;
    private final boolean together;
    private final Parameters all = new Parameters();
    private final List<Link> links = new ArrayList<>();
    private String found = "";

    private record Link(String statement, Parameters parameters) {}

    private Chain(EntityManager em, boolean together) {
        this.em = em;
        this.together = together;
    }

    /**
     * Begins a chain without statements.
     *
     * @param em of the running transaction
     * @param size about how many characters its values have; with very many values one statement takes longer than several
     */
    public static Chain of(EntityManager em, int size) {
        return new Chain(em, size <= LARGEST && DatabaseKind.isPostgresql(em));
    }

    /** Takes the values of the next statement. */
    public Parameters parameters() {
        return together ? all : new Parameters();
    }

    /**
     * The statement that the others depend on.
     *
     * @param statement changes one row or none
     * @param parameters from {@link #parameters}
     * @param columns of that row which others read from {@link #source}
     */
    public void first(String statement, Parameters parameters, String columns) {
        links.add(new Link(statement, parameters));
        found = columns;
    }

    /** Where those that follow find the row that the first one changed, which is in this table. */
    public String source(String table) {
        return together ? FIRST : table;
    }

    /** Inserts what a query finds in {@link #source}. */
    public void insertFound(String into, String query, Parameters parameters) {
        links.add(new Link("insert into " + into + " " + query, parameters));
    }

    /**
     * Inserts a row.
     *
     * @param into table and columns
     * @param values for each column, with commas
     * @param parameters from {@link #parameters}
     */
    public void insert(String into, String values, Parameters parameters) {
        insertFound(into, together ? "select " + values + " from " + FIRST : "values (" + values + ")", parameters);
    }

    /**
     * A column of several rows.
     *
     * @param name its name
     * @param type in SQL: text or integer
     * @param values of each row
     */
    public record Column(String name, String type, List<? extends @Nullable Object> values) {

        private String literal(int row, Parameters parameters) {
            @Nullable Object value = values.get(row);
            return value instanceof Integer number ? number.toString() : parameters.orNull(value);
        }

        /** All of them as PostgreSQL writes an array. */
        private String array() {
            return values.stream()
                    .map(value -> value == null || value instanceof Integer ? String.valueOf(value) : quoted(value))
                    .collect(Collectors.joining(",", "{", "}"));
        }

        private static String quoted(Object text) {
            return '"' + text.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        }
    }

    /**
     * Inserts rows. PostgreSQL gets each column as one value, so that the statement is the same for any number of rows.
     *
     * @param table its name
     * @param same columns that all rows have the same value in, with commas
     * @param values for them
     * @param columns the others
     * @param parameters from {@link #parameters}
     */
    public void insert(String table, String same, String values, List<Column> columns, Parameters parameters) {
        String names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
        String into = table + " (" + same + ", " + names + ")";
        if (together) {
            String arrays = columns.stream()
                    .map(column -> "cast(" + parameters.add(column.array()) + " as " + column.type() + "[])")
                    .collect(Collectors.joining(", ", "unnest(", ")"));
            insertFound(into, "select " + values + ", r.* from " + FIRST + ", " + arrays + " as r", parameters);
        } else {
            String rows = IntStream.range(0, columns.get(0).values().size())
                    .mapToObj(row -> columns.stream()
                            .map(column -> column.literal(row, parameters))
                            .collect(Collectors.joining(", ", "(" + values + ", ", ")")))
                    .collect(Collectors.joining(", "));
            insertFound(into, "values " + rows, parameters);
        }
    }

    /** Changes or deletes rows by a statement that ends with its condition. */
    public void change(String statement, Parameters parameters) {
        links.add(new Link(together ? statement + " and exists (select 1 from " + FIRST + ")" : statement, parameters));
    }

    /**
     * Runs all of them.
     *
     * @return whether the last one changed anything; if the first one did not, it did not either
     */
    public boolean run() {
        boolean asOne = together && links.size() > 1;
        return asOne ? runTogether() : runEach();
    }

    private boolean runTogether() {
        int last = links.size() - 1;
        String between = IntStream.range(1, last)
                .mapToObj(i -> ", change_" + i + " as (" + links.get(i).statement() + ")")
                .collect(Collectors.joining());
        String statement = "with " + FIRST + " as (" + links.get(0).statement() + " returning " + found + ")" + between
                + " " + links.get(last).statement();
        return NativeQueries.execute(em, statement, all) > 0;
    }

    private boolean runEach() {
        int changed = execute(links.get(0));
        if (changed > 0) {
            for (Link link : links.subList(1, links.size())) {
                changed = execute(link);
            }
        }
        return changed > 0;
    }

    private int execute(Link link) {
        return NativeQueries.execute(em, link.statement(), link.parameters());
    }
}
