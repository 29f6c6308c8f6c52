package org.roster.scim.engine.store.jpa;

import java.util.Optional;
import java.util.function.Function;
import org.roster.scim.engine.database.Parameters;

/**
 * Resources {@code r} in the order of one index: by sort key, if they have one, then by id. All of them have a key or none
 * has, so nothing depends on where a database sorts nulls.
 *
 * @param rows where they come from
 * @param condition what makes a row one of them
 * @param key what they are ordered by; empty for the id alone
 */
record Track(Rows rows, Condition condition, Optional<Key> key) {

    /** The table whose index gives the order. */
    enum Rows {
        /** Resources by a column; the index has the types apart. */
        RESOURCES("ResourceRow r", "r.id"),
        /** Values of an attribute; the index has resources of all types together. */
        VALUES("ValueRow s, ResourceRow r", "s.resourceId"),
        /** Resources without a value. There is no index of what is not there: to find none takes a look at all. */
        ABSENCES("ResourceRow r", "r.id");

        private final String source;
        private final String id;

        Rows(String source, String id) {
            this.source = source;
            this.id = id;
        }

        String source() {
            return source;
        }
    }

    /** What makes a row part of a track. */
    interface Condition {
        /**
         * The condition.
         *
         * @param parameters takes its values
         * @param ids given an id in the statement, the condition that it is far enough; maybe empty
         */
        String text(Parameters parameters, Function<String, String> ids);
    }

    /**
     * What a track is ordered by.
     *
     * @param column of the index
     * @param rest orders what the column holds equal because it holds only the beginning; empty if it holds all
     * @param toColumn from the sort key of a position to a value of the column
     * @param toSortKey and back
     */
    record Key(
            String column,
            Optional<String> rest,
            Function<String, Object> toColumn,
            Function<Object, String> toSortKey) {}

    static Track byId() {
        return ofResources(Optional.empty());
    }

    boolean isById() {
        return rows == Rows.RESOURCES && key.isEmpty();
    }

    static Track byTime(String column) {
        return ofResources(Optional.of(new Key(column, Optional.empty(), Long::valueOf, Object::toString)));
    }

    static Track byText(String column) {
        return ofResources(Optional.of(new Key(column, Optional.empty(), text -> text, Object::toString)));
    }

    private static Track ofResources(Optional<Key> key) {
        return new Track(Rows.RESOURCES, (parameters, ids) -> ids.apply(Rows.RESOURCES.id), key);
    }

    /** The resources that have a value of an attribute. */
    static Track with(AttributeCode code, String tenant) {
        int prefix = code.from().length();
        Key key = new Key(
                "s.indexKey",
                Optional.of("coalesce(s.fullValue, '')"),
                code::key,
                column -> column.toString().substring(prefix));
        return new Track(
                Rows.VALUES,
                (parameters, ids) -> Stretch.all(
                        "s.tenant = " + parameters.add(tenant),
                        "s.resourceId = r.id",
                        sortsBy(code, parameters),
                        ids.apply(Rows.VALUES.id)),
                Optional.of(key));
    }

    /**
     * The resources that have none. How far the ids are is said twice: PostgreSQL merges two indexes here, and would read
     * the other one from its beginning.
     */
    static Track without(AttributeCode code) {
        return new Track(
                Rows.ABSENCES,
                (parameters, ids) -> Stretch.all(
                        "not exists (select s.indexKey from ValueRow s where "
                                + Stretch.all(
                                        "s.resourceId = r.id", sortsBy(code, parameters), ids.apply("s.resourceId"))
                                + ")",
                        ids.apply(Rows.ABSENCES.id)),
                Optional.empty());
    }

    private static String sortsBy(AttributeCode code, Parameters parameters) {
        return "s.sortFirst = 1 and " + new KeyCondition("s", parameters).any(code);
    }

    /** What a position needs to know of a row. */
    String keyColumn() {
        return key.map(Key::column).orElse(rows.id);
    }

    String orderBy(boolean ascending, boolean exact) {
        String direction = ascending ? " asc" : " desc";
        String byKey = key.map(k -> k.column() + direction + ", ").orElse("");
        String byRest = key.flatMap(Key::rest)
                .filter(rest -> exact)
                .map(rest -> rest + direction + ", ")
                .orElse("");
        return " order by " + byKey + byRest + rows.id + direction;
    }
}
