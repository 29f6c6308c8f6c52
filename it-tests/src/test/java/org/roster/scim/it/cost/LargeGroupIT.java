package org.roster.scim.it.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.it.http.ScimHttp.target;
import static org.roster.scim.it.sample.GroupBuilder.aGroup;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.roster.scim.it.http.ScimAnswer;
import org.roster.scim.it.http.ScimHttp;
import org.roster.scim.it.server.LaneDatabase;
import org.roster.scim.it.server.ShippedWar;

/** A group that no server should hold at once leaves it in pieces, and arrives as one. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@Tag("postgresql")
class LargeGroupIT {

    private static final int MEMBERS = 25_000;

    private final ScimHttp scim = ScimHttp.admin();

    @Deployment(testable = false)
    static WebArchive deployment() {
        return ShippedWar.deployment();
    }

    @Test
    void a_large_group_comes_with_all_its_members() throws SQLException {
        withGroups(1, groups -> {
            ScimAnswer answer = scim.get("/Groups/" + groups.get(0)).expect(200);

            List<JsonObject> members = answer.json().getJsonArray("members").stream()
                    .map(JsonValue::asJsonObject)
                    .toList();
            assertThat(members).hasSize(MEMBERS);
            assertThat(members).extracting(m -> m.getString("value")).isSorted().doesNotHaveDuplicates();
            assertThat(members)
                    .allSatisfy(m -> assertThat(m.getString("$ref")).endsWith("/Users/" + m.getString("value")));
            assertThat(members.get(MEMBERS - 1).getString("display")).isEqualTo("Large " + MEMBERS);
            assertThat(answer.textAt("/meta/version")).isEqualTo(answer.etag());
        });
    }

    @Test
    @Tag("P-3.4.2.1-03")
    void a_page_of_several_is_refused_when_nobody_should_hold_it() throws SQLException {
        withGroups(5, groups -> {
            String filter = "members.value eq \"large-00001\"";

            assertThat(scim.get(target("/Groups", "filter", filter))
                            .expectError(400, "tooMany")
                            .textAt("/detail"))
                    .contains("excludedAttributes=members");
            assertThat(scim.get(target("/Groups", "filter", filter, "excludedAttributes", "members"))
                            .expect(200)
                            .resources())
                    .extracting(g -> g.getString("id"))
                    .containsExactlyInAnyOrderElementsOf(groups);
            assertThat(scim.get(target("/Groups", "filter", filter, "count", "3"))
                            .expect(200)
                            .resources())
                    .hasSize(3);
        });
    }

    /** Makes some groups with the same members, and takes all away again. */
    private void withGroups(int number, Consumer<List<String>> use) throws SQLException {
        List<String> groups = IntStream.range(0, number)
                .mapToObj(n -> scim.post("/Groups", aGroup().json()).expect(201).id())
                .toList();
        try {
            execute("insert into scim_resource (id, tenant, type, version, created, last_modified, display, document) "
                    + "select 'large-' || lpad(n::text, 5, '0'), r.tenant, 'User', 1, 0, 0, 'Large ' || n, "
                    + "'{\"userName\":\"large ' || n || '\"}' "
                    + "from generate_series(1, " + MEMBERS + ") n, scim_resource r where r.id = '" + groups.get(0)
                    + "'");
            for (String group : groups) {
                execute("insert into scim_member (group_id, member_id) select '" + group
                        + "', id from scim_resource where id like 'large-%'");
            }
            use.accept(groups);
        } finally {
            execute("delete from scim_resource where id like 'large-%'");
            execute("delete from scim_total");
            groups.forEach(group -> scim.delete("/Groups/" + group).expect(204));
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = LaneDatabase.connect("scim");
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
