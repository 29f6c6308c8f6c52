package org.roster.scim.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.it.http.ScimHttp.target;
import static org.roster.scim.it.sample.GroupBuilder.aGroup;
import static org.roster.scim.it.sample.PatchBuilder.aPatch;
import static org.roster.scim.it.sample.UserBuilder.aUser;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.roster.scim.it.sample.UserBuilder;
import org.roster.scim.it.server.LaneDatabase;
import org.roster.scim.it.server.LogFile;
import org.roster.scim.it.server.ServerLog;

/** What is nobody's business: passwords at rest, personal data in logs (RFC 7643 §9.2, §9.3; RFC 7644 §7.5). */
interface PrivacyContract extends Wire {
    /** How late a server may write its log. */
    long LOG_MILLISECONDS = 1_000;

    @Test
    @Tag("postgresql")
    @Tag("S-9.2-01")
    @Tag("S-4.1.1-10")
    default void a_password_is_in_the_database_as_a_hash_only() throws SQLException {
        List<String> passwords = List.of("Tr0ut-lantern-1", "Tr0ut-lantern-2", "Tr0ut-lantern-3");
        UserBuilder body = aUser().with("password", passwords.get(0));
        String path = "/Users/" + created(body).id();
        assertThat(stored("{PBKDF2WithHmacSHA512}%")).isPositive();
        scim().put(path, body.with("password", passwords.get(1)).json()).expect(200);
        scim().patch(
                        path,
                        aPatch().replace("password", "\"" + passwords.get(2) + "\"")
                                .json())
                .expect(200);
        assertThat(stored("Tr0ut")).isZero();
    }

    @Test
    @Tag("postgresql")
    @Tag("P-3.5.1-04")
    default void a_put_without_a_password_keeps_the_one_that_nobody_can_read_back() throws SQLException {
        UserBuilder body = aUser();
        String path =
                "/Users/" + created(aUser().with("password", "Tr0ut-lantern-4")).id();
        int hashes = stored("{PBKDF2WithHmacSHA512}");
        scim().put(path, body.json()).expect(200);
        assertThat(stored("{PBKDF2WithHmacSHA512}")).isEqualTo(hashes);
        scim().delete(path).expect(204);
        assertThat(stored("{PBKDF2WithHmacSHA512}")).isEqualTo(hashes - 1);
    }

    @Test
    @Tag("S-9.3-01")
    @Tag("P-7.5.1-01")
    @Tag("S-4.1.1-09")
    default void the_log_of_the_server_knows_nobody() throws InterruptedException {
        LogFile log = ServerLog.fromNow();
        String marker = "Privat" + UUID.randomUUID().toString().replace("-", "");
        UserBuilder body = aUser().named(marker + "@roster.example")
                .with("password", marker)
                .with("displayName", marker)
                .withEmail("work", marker + "@roster.example");
        String path = "/Users/" + created(body).id();
        scim().post("/Users", body.json()).expectError(409, "uniqueness");
        scim().put(path, body.with("active", marker).json()).expectError(400, "invalidValue");
        scim().patch(path, aPatch().replace("title", "\"" + marker + "\"").json())
                .expect(200);
        scim().patch(path, aPatch().replace("favourite", "\"" + marker + "\"").json())
                .expectError(400, "invalidPath");
        scim().get(target("/Users", "filter", "displayName eq \"" + marker + "\""))
                .expect(200);
        scim().get(target("/Users", "filter", "displayName equals \"" + marker + "\""))
                .expectError(400, "invalidFilter");
        scim().post("/Groups", aGroup().named(marker).withMember(marker).json()).expectError(400);
        scim().delete(path).expect(204);
        Thread.sleep(LOG_MILLISECONDS);
        assertThat(log.text()).as("%s", log.path()).doesNotContain(marker);
    }

    /** How many texts of the directory contain this one. */
    private static int stored(String text) throws SQLException {
        try (Connection connection = LaneDatabase.connect("scim");
                PreparedStatement query = connection.prepareStatement("""
                        select count(*) from (
                            select document as text from scim_resource union all select index_key from scim_value
                            union all select full_value from scim_value union all select value_key from scim_unique
                            union all select change_json from scim_change) as texts
                        where text ilike ?""")) {
            query.setString(1, "%" + text + "%");
            try (ResultSet count = query.executeQuery()) {
                count.next();
                return count.getInt(1);
            }
        }
    }
}
