package org.roster.scim.it.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.it.sample.GroupBuilder.aGroup;
import static org.roster.scim.it.sample.PatchBuilder.aPatch;
import static org.roster.scim.it.sample.UserBuilder.aUser;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.roster.scim.it.http.ScimHttp;
import org.roster.scim.it.sample.PatchBuilder;
import org.roster.scim.it.server.LaneDatabase;
import org.roster.scim.it.server.RealmUser;
import org.roster.scim.it.server.ShippedWar;

/** What requests leave in the journal, on a server. That it can be replayed, scim-impl tests with its store. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@Tag("postgresql")
class JournalIT {
    private final ScimHttp scim = ScimHttp.admin();

    @Deployment(testable = false)
    static WebArchive deployment() {
        return ShippedWar.deployment();
    }

    @Test
    void the_actor_is_who_showed_the_credential() throws SQLException {
        String user = scim.post("/Users", aUser().json()).expect(201).id();
        ScimHttp.as(RealmUser.IDP)
                .patch("/Users/" + user, aPatch().replace("title", "\"Dr\"").json())
                .expect(200);
        scim.delete("/Users/" + user).expect(204);

        assertThat(rows(
                        "select operation || ' by ' || actor from scim_change where resource_id = ? order by version",
                        user))
                .containsExactly(
                        "created by bootstrap-token",
                        "changed by " + RealmUser.IDP.user(),
                        "deleted by bootstrap-token");
    }

    @Test
    void every_version_of_a_resource_is_a_change() throws SQLException {
        List<String> users = List.of(
                scim.post("/Users", aUser().json()).expect(201).id(),
                scim.post("/Users", aUser().json()).expect(201).id());
        String group = scim.post("/Groups", aGroup().json()).expect(201).id();
        scim.patch(
                "/Groups/" + group,
                aPatch().add("members", PatchBuilder.members(users)).json());
        scim.delete("/Users/" + users.get(0)).expect(204);

        assertThat(rows("select change_json from scim_change where resource_id = ? and version = 3", group))
                .containsExactly("{\"removed\":[\"" + users.get(0) + "\"]}");
        assertThat(rows(
                        "select r.id from scim_resource r where r.id <> ? and exists (select 1 from scim_change c "
                                + "where c.resource_id = r.id) and r.version <> (select count(*) from scim_change c "
                                + "where c.resource_id = r.id)",
                        ""))
                .isEmpty();
    }

    private static List<String> rows(String sql, String value) throws SQLException {
        try (Connection connection = LaneDatabase.connect("scim");
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, value);
            try (ResultSet result = query.executeQuery()) {
                List<String> rows = new ArrayList<>();
                while (result.next()) {
                    rows.add(result.getString(1));
                }
                return rows;
            }
        }
    }
}
