package org.roster.scim.it.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.roster.scim.it.load.GeneratedGroup;
import org.roster.scim.it.server.LaneDatabase;

/** Who is in the directory; read from the database, for nobody can know the ids. */
final class Population {

    /** Created later means created by a run of the benchmark: 2025-06-01. */
    private static final long LOADED_BEFORE = 1_748_736_000_000L;

    private static final int LATELY = 20;

    private final DataSource source;
    private final List<String> ids;
    private final Map<String, String> groups = new HashMap<>();

    Population(DataSource source) throws SQLException {
        this.source = source;
        this.ids = LaneDatabase.texts(
                source,
                "select id from scim_resource where type = 'User' and created < " + LOADED_BEFORE
                        + " order by created");
        for (int size : GeneratedGroup.SIZES) {
            LaneDatabase.texts(
                            source,
                            "select id from scim_resource where type = 'Group' and display = '"
                                    + GeneratedGroup.ofSize(size) + "'")
                    .forEach(id -> groups.put(GeneratedGroup.ofSize(size), id));
        }
    }

    int size() {
        return ids.size();
    }

    /** The id of a loaded user by its number. */
    String id(int n) {
        return ids.get(n);
    }

    /** How many members the largest group has: later users are in their team and their department alone. */
    int largestGroup() {
        return GeneratedGroup.SIZES.stream()
                .filter(this::hasGroup)
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
    }

    boolean hasGroup(int size) {
        return groups.containsKey(GeneratedGroup.ofSize(size));
    }

    String group(int size) {
        return groups.get(GeneratedGroup.ofSize(size));
    }

    /** The numbers of those whom an earlier run has left inactive. */
    BitSet inactive() {
        BitSet inactive = new BitSet(size());
        List<String> found = query("select id from scim_resource where type = 'User' and last_modified > "
                + LOADED_BEFORE + " and document like '%\"active\":false%'");
        if (!found.isEmpty()) {
            Map<String, Integer> numbers = new HashMap<>();
            for (int n = 0; n < ids.size(); n++) {
                numbers.put(ids.get(n), n);
            }
            found.stream().filter(numbers::containsKey).forEach(id -> inactive.set(numbers.get(id)));
        }
        return inactive;
    }

    /** A moment after which only a few users were changed. */
    String lastChanges() {
        return query("select last_modified from scim_resource where type = 'User' order by last_modified desc offset "
                        + LATELY + " limit 1")
                .stream()
                .map(millis -> Instant.ofEpochMilli(Long.parseLong(millis)).toString())
                .findFirst()
                .orElseThrow();
    }

    /**
     * Removes what a run has added, here and from the floor, and its journal, and adds whom it has taken out of groups; the
     * service counts anew then.
     */
    void restore() throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            String added = "(select id from scim_resource where created > " + LOADED_BEFORE + ")";
            statement.execute("delete from scim_value where resource_id in " + added);
            statement.execute("delete from scim_resource where id in " + added);
            statement.execute("truncate scim_change, scim_change_member, scim_total");
            statement.execute("delete from floor where substr(id, 15, 1) = '4'");
            for (int size : GeneratedGroup.SIZES) {
                if (hasGroup(size)) {
                    statement.execute("insert into scim_member (group_id, member_id) select '" + group(size)
                            + "', id from scim_resource where type = 'User' and created < " + LOADED_BEFORE
                            + " order by created limit " + size + " on conflict do nothing");
                }
            }
            statement.execute("vacuum (analyze)");
        }
    }

    private List<String> query(String sql) {
        try {
            return LaneDatabase.texts(source, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
