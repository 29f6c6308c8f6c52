package org.roster.scim.it.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.it.sample.GroupBuilder.aGroup;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
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
        String group = scim.post("/Groups", aGroup().json()).expect(201).id();
        try {
            execute(
                    "insert into scim_resource (id, tenant, type, version, created, last_modified, display, document) "
                            + "select 'large-' || lpad(n::text, 5, '0'), r.tenant, 'User', 1, 0, 0, 'Large ' || n, "
                            + "'{\"userName\":\"large ' || n || '\"}' "
                            + "from generate_series(1, " + MEMBERS + ") n, scim_resource r where r.id = '" + group
                            + "'",
                    "insert into scim_member (group_id, member_id) select '" + group
                            + "', id from scim_resource where id like 'large-%'");

            ScimAnswer answer = scim.get("/Groups/" + group).expect(200);

            List<JsonObject> members = answer.json().getJsonArray("members").stream()
                    .map(JsonValue::asJsonObject)
                    .toList();
            assertThat(members).hasSize(MEMBERS);
            assertThat(members).extracting(m -> m.getString("value")).isSorted().doesNotHaveDuplicates();
            assertThat(members)
                    .allSatisfy(m -> assertThat(m.getString("$ref")).endsWith("/Users/" + m.getString("value")));
            assertThat(members.get(MEMBERS - 1).getString("display")).isEqualTo("Large " + MEMBERS);
            assertThat(answer.textAt("/meta/version")).isEqualTo(answer.etag());
        } finally {
            execute("delete from scim_resource where id like 'large-%'", "delete from scim_total");
            scim.delete("/Groups/" + group).expect(204);
        }
    }

    private static void execute(String... statements) throws SQLException {
        try (Connection connection = LaneDatabase.connect("scim");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.executeUpdate(sql);
            }
        }
    }
}
