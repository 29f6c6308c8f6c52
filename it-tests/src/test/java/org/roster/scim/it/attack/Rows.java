package org.roster.scim.it.attack;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.roster.scim.it.server.LaneDatabase;

/**
 * What somebody did to the tables of the service: the rows that PostgreSQL wrote since a moment, and how many there are. Every
 * table counts, also one that is new.
 */
final class Rows {
    /** The journal's own counting, which any change moves along, and the history of migrations. */
    private static final List<String> BOOKKEEPING = List.of("scim_total", "scim_change_wave", "scim_schema_history");

    private final long since;
    private final Map<String, Long> counts;

    private Rows(long since, Map<String, Long> counts) {
        this.since = since;
        this.counts = counts;
    }

    static Rows fromNow() throws SQLException {
        return new Rows(
                Long.parseLong(LaneDatabase.texts("select txid_current()").get(0)), count());
    }

    /** The rows written since, as JSON behind the names of their tables. */
    List<String> written() throws SQLException {
        List<String> written = new ArrayList<>();
        for (String table : tables()) {
            written.addAll(LaneDatabase.texts("select '" + table + " ' || row_to_json(t) from " + table
                    + " t where xmin::text::bigint > " + since + " order by 1"));
        }
        return written;
    }

    /** By how much the tables have grown, those that have not left out. */
    Map<String, Long> grown() throws SQLException {
        Map<String, Long> grown = count();
        grown.replaceAll((table, rows) -> rows - counts.getOrDefault(table, 0L));
        grown.values().removeIf(rows -> rows == 0);
        return grown;
    }

    /** Every row of any table that has one of these texts in it. */
    static List<String> with(String... texts) throws SQLException {
        String any = "'%" + String.join("%', '%", texts) + "%'";
        List<String> found = new ArrayList<>();
        for (String table : tables()) {
            found.addAll(LaneDatabase.texts("select '" + table + " ' || row_to_json(t) from " + table
                    + " t where row_to_json(t)::text ilike any (array[" + any + "])"));
        }
        return found;
    }

    static List<String> tables() throws SQLException {
        List<String> tables = new ArrayList<>(
                LaneDatabase.texts("select table_name from information_schema.tables where table_schema = 'public' "
                        + "and table_type = 'BASE TABLE' order by 1"));
        tables.removeAll(BOOKKEEPING);
        return tables;
    }

    private static Map<String, Long> count() throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        try (Connection connection = LaneDatabase.connect("scim");
                Statement statement = connection.createStatement()) {
            for (String table : tables()) {
                try (ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
                    rows.next();
                    counts.put(table, rows.getLong(1));
                }
            }
        }
        return counts;
    }
}
