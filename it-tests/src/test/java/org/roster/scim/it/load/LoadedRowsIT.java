package org.roster.scim.it.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.roster.scim.it.http.ScimHttp;
import org.roster.scim.it.load.Loader.Posted;
import org.roster.scim.it.server.LaneDatabase;
import org.roster.scim.it.server.ShippedWar;

/** What the loader writes is what the service writes: the same rows, found by the same indexes. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@Tag("postgresql")
class LoadedRowsIT {

    /** Each table with the columns that say whose a row is. */
    private static final Map<String, List<String>> OWNERS = new TreeMap<>(Map.of(
            "scim_resource", List.of("id"),
            "scim_value", List.of("resource_id"),
            "scim_unique", List.of("resource_id"),
            "scim_member", List.of("group_id", "member_id")));

    private final ScimHttp scim = ScimHttp.admin();
    private final Map<Posted, List<String>> resources = new LinkedHashMap<>();

    @Deployment(testable = false)
    static WebArchive deployment() {
        return ShippedWar.deployment();
    }

    /** What was loaded has no changes in the journal, and others of this lane look for them. */
    @AfterEach
    void forget() throws SQLException {
        forgetThatTheyWereDeleted();
        execute("delete from scim_value where resource_id = any (?)");
        execute("delete from scim_resource where id = any (?)");
        try (Connection connection = LaneDatabase.connect("scim");
                Statement statement = connection.createStatement()) {
            statement.execute("delete from scim_total");
        }
    }

    @Test
    void a_loaded_resource_has_the_rows_of_one_that_was_created() throws SQLException {
        Map<String, String> answers = new LinkedHashMap<>();
        String manager = post("User", new GeneratedUser(9_000_000).json("none"), List.of());
        String first = post("User", new GeneratedUser(9_000_001).json(manager), List.of());
        String second = post("User", new GeneratedUser(9_000_002).json(manager), List.of());
        GeneratedGroup group = new GeneratedGroup("A group for the loader", 0, 2);
        List<String> members = List.of(first, second);
        String club = post("Group", group.json(), members);
        List.of("/Users/" + manager, "/Users/" + first, "/Users/" + second, "/Groups/" + club)
                .forEach(path -> answers.put(path, scim.get(path).expect(200).body()));
        Map<String, List<String>> created = rows();
        int total = scim.get("/Users?count=0").totalResults();
        SortedSet<String> indexes = indexes();

        answers.keySet().forEach(path -> scim.delete(path).expect(204));
        assertThat(rows().values()).allSatisfy(rows -> assertThat(rows).isEmpty());
        forgetThatTheyWereDeleted();
        new Loader(LaneDatabase.dataSource("scim")).load(resources);

        assertThat(created.values()).allSatisfy(rows -> assertThat(rows).isNotEmpty());
        assertThat(rows()).isEqualTo(created);
        assertThat(indexes()).isEqualTo(indexes);
        assertThat(scim.get("/Users?count=0").totalResults()).isEqualTo(total);
        answers.forEach(
                (path, body) -> assertThat(scim.get(path).expect(200).body()).isEqualTo(body));
    }

    private String post(String type, String json, List<String> members) throws SQLException {
        String withMembers = members.isEmpty()
                ? json
                : json.substring(0, json.length() - 1) + ",\"members\":[{\"value\":\""
                        + String.join("\"},{\"value\":\"", members) + "\"}]}";
        String id = scim.post("/" + type + "s", withMembers).expect(201).id();
        resources.put(new Posted(type, id, created(id), json), members);
        return id;
    }

    /** The journal would not take their second change a second time. */
    private void forgetThatTheyWereDeleted() throws SQLException {
        execute("delete from scim_change where resource_id = any (?)");
    }

    private void execute(String statement) throws SQLException {
        try (Connection connection = LaneDatabase.connect("scim");
                PreparedStatement prepared = connection.prepareStatement(statement)) {
            prepared.setArray(1, ids(connection));
            prepared.execute();
        }
    }

    private Array ids(Connection connection) throws SQLException {
        return connection.createArrayOf(
                "varchar", resources.keySet().stream().map(Posted::id).toArray());
    }

    private static long created(String id) throws SQLException {
        return Long.parseLong(LaneDatabase.texts("select created from scim_resource where id = '" + id + "'")
                .get(0));
    }

    /** All rows of these resources, as text and in an order of their own. */
    private Map<String, List<String>> rows() throws SQLException {
        Map<String, List<String>> rows = new TreeMap<>();
        for (Map.Entry<String, List<String>> owner : OWNERS.entrySet()) {
            String of = owner.getValue().stream()
                    .map(column -> column + " = any (?)")
                    .reduce((a, b) -> a + " or " + b)
                    .orElseThrow();
            try (Connection connection = LaneDatabase.connect("scim");
                    PreparedStatement select = connection.prepareStatement(
                            "select r::text from " + owner.getKey() + " r where " + of + " order by 1")) {
                for (int i = 1; i <= owner.getValue().size(); i++) {
                    select.setArray(i, ids(connection));
                }
                rows.put(owner.getKey(), texts(select.executeQuery()));
            }
        }
        return rows;
    }

    private static SortedSet<String> indexes() throws SQLException {
        SortedSet<String> indexes =
                new TreeSet<>(LaneDatabase.texts("select indexdef from pg_indexes where schemaname = 'public'"));
        indexes.addAll(LaneDatabase.texts(
                "select conname || ': ' || conrelid::regclass || ' ' || pg_get_constraintdef(oid) || ' ' || convalidated "
                        + "from pg_constraint where connamespace = 'public'::regnamespace"));
        return indexes;
    }

    private static List<String> texts(ResultSet rows) throws SQLException {
        List<String> texts = new ArrayList<>();
        while (rows.next()) {
            texts.add(rows.getString(1));
        }
        return texts;
    }
}
