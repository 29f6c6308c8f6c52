package org.roster.scim.it.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.it.access.Administration.nothingMore;
import static org.roster.scim.it.access.Administration.with;
import static org.roster.scim.it.sample.BulkBuilder.aBulk;
import static org.roster.scim.it.sample.GroupBuilder.aGroup;
import static org.roster.scim.it.sample.PatchBuilder.aPatch;
import static org.roster.scim.it.sample.PatchBuilder.members;
import static org.roster.scim.it.sample.UserBuilder.aUser;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.scim.it.http.ScimAnswer;
import org.roster.scim.it.http.ScimHttp;
import org.roster.scim.it.server.LogFile;
import org.roster.scim.it.server.RealmUser;
import org.roster.scim.it.server.ServerLog;

/** Who tried what, and what came of it. */
interface AuditContract {

    private static List<JsonObject> entries(String query) {
        return Administration.byBootstrapToken()
                .http()
                .get("/audit?" + query)
                .expect(200)
                .json()
                .getJsonArray("entries")
                .getValuesAs(JsonObject.class);
    }

    private static String requestOf(ScimAnswer answer) {
        return answer.header("X-Request-Id").orElseThrow();
    }

    @Test
    default void who_gave_this_user_this_group_when_through_which_request_and_from_where() {
        ScimAnswer made = Administration.byBootstrapToken()
                .create(nothingMore(), "scim-write")
                .expect(201);
        ScimHttp writer = Administration.with(made.textAt("/token"));
        String user = writer.post("/Users", aUser().json()).expect(201).id();
        String other = writer.post("/Users", aUser().json()).expect(201).id();
        String group = writer.post("/Groups", aGroup().json()).expect(201).id();
        ScimAnswer joined = writer.patch(
                        "/Groups/" + group,
                        aPatch().add("members", members(List.of(user, other))).json())
                .expect(204);

        List<JsonObject> found = entries("resource=" + group + "&member=" + user);
        assertThat(found).singleElement().satisfies(entry -> {
            assertThat(entry.getString("actor")).isEqualTo(made.textAt("/caller"));
            assertThat(entry.getString("request")).isEqualTo(requestOf(joined));
            assertThat(entry.getString("operation")).isEqualTo("changed");
            assertThat(entry.getString("rule")).isEqualTo("role scim-write");
            assertThat(entry.getString("decision")).isEqualTo("permitted");
            assertThat(entry.getInt("version")).isEqualTo(2);
            assertThat(entry.getString("address")).isNotEmpty();
        });
    }

    @Test
    default void what_was_refused_is_there_with_the_rule_that_refused_it() {
        ScimHttp reader = ScimHttp.as(RealmUser.READER);
        String user =
                ScimHttp.admin().post("/Users", aUser().json()).expect(201).id();
        ScimAnswer refused = reader.delete("/Users/" + user).expectError(403);

        assertThat(entries("request=" + requestOf(refused))).singleElement().satisfies(entry -> {
            assertThat(entry.getString("actor")).isEqualTo("reader");
            assertThat(entry.getString("operation")).isEqualTo("delete");
            assertThat(entry.getString("resourceType")).isEqualTo("User");
            assertThat(entry.getString("resource")).isEqualTo(user);
            assertThat(entry.getString("decision")).isEqualTo("refused");
            assertThat(entry.getString("rule")).isEqualTo(refused.textAt("/detail"));
            assertThat(entry.getString("address")).isNotEmpty();
        });
    }

    private static List<String> wrongCredentials(LogFile log) {
        return log.lines().stream().filter(line -> line.contains("SCIM03007")).toList();
    }

    @Test
    default void wrong_credentials_are_in_the_log_and_what_was_sent_is_not() throws InterruptedException {
        LogFile log = ServerLog.fromNow();
        String token = "guess-" + UUID.randomUUID();
        String name = "guesser-" + UUID.randomUUID();
        Administration.with(token).get("/Users").expectError(401);
        ScimHttp.as(name, token).get("/Users").expectError(401);

        for (int i = 0; i < 100 && wrongCredentials(log).size() < 2; i++) {
            Thread.sleep(100);
        }
        assertThat(wrongCredentials(log))
                .hasSize(2)
                .allMatch(line -> line.contains("A credential from 127.0.0.1 was refused"));
        assertThat(log.text()).doesNotContain(token);
        assertThat(entries("actor=" + name)).isEmpty();
    }

    @Test
    default void each_refused_operation_of_a_bulk_request_is_there() {
        ScimHttp writer = Administration.client("scim-write");
        ScimAnswer bulk = writer.post(
                        "/Bulk",
                        aBulk().post("g", aGroup().named("scim-admin"))
                                .post("u", aUser())
                                .post("h", aGroup().named("scim-write"))
                                .json())
                .expect(200);
        assertThat(entries("decision=refused&request=" + requestOf(bulk))).hasSize(2);
        assertThat(entries("decision=permitted&request=" + requestOf(bulk)))
                .singleElement()
                .satisfies(entry -> assertThat(entry.getString("operation")).isEqualTo("created"));
    }

    @Test
    default void each_change_of_a_circle_says_which_rule_permits_it() {
        ScimHttp writer = Administration.client("scim-write");
        ScimAnswer bulk = writer.post(
                        "/Bulk",
                        aBulk().post("a", aGroup().withMember("bulkId:b"))
                                .post("b", aGroup().withMember("bulkId:a"))
                                .json())
                .expect(200);
        assertThat(bulk.textAt("/Operations/1/status")).isEqualTo("201");
        assertThat(entries("request=" + requestOf(bulk)))
                .hasSizeGreaterThan(2)
                .allSatisfy(entry -> assertThat(entry.getString("rule")).isEqualTo("role scim-write"));
    }

    @Test
    default void what_administrators_do_is_there_and_what_others_try() {
        Administration administration = Administration.byBootstrapToken();
        ScimAnswer made = administration.create(nothingMore(), "scim-read").expect(201);
        ScimAnswer rotated = administration
                .http()
                .post("/tokens/" + made.id() + "/rotate", "{}")
                .expect(200);
        ScimAnswer revoked =
                administration.http().delete("/tokens/" + made.id()).expect(204);
        ScimAnswer refused = Administration.by(ScimHttp.as(RealmUser.READER))
                .http()
                .delete("/tokens/" + made.id())
                .expectError(403);

        assertThat(entries("resource=" + made.id()))
                .extracting(entry -> entry.getString("request") + " " + entry.getString("actor") + " "
                        + entry.getString("operation") + " " + entry.getString("decision"))
                .containsExactly(
                        requestOf(refused) + " reader delete refused",
                        requestOf(revoked) + " bootstrap-token delete permitted",
                        requestOf(rotated) + " bootstrap-token rotate permitted",
                        requestOf(made) + " bootstrap-token create permitted");
        assertThat(entries("request=" + requestOf(refused)))
                .singleElement()
                .satisfies(entry -> assertThat(entry.getString("rule")).isEqualTo(refused.textAt("/detail")));
        assertThat(entries("resource=" + made.id()).toString()).doesNotContain(made.textAt("/token"));
    }

    @Test
    default void a_password_is_not_in_it() {
        ScimHttp admin = ScimHttp.admin();
        String user = admin.post(
                        "/Users", aUser().with("password", "Tr0ut-lantern-9").json())
                .expect(201)
                .id();
        admin.patch(
                        "/Users/" + user,
                        aPatch().replace("password", "\"Tr0ut-lantern-8\"").json())
                .expect(200);
        List<JsonObject> found = entries("resource=" + user);
        assertThat(found).hasSize(2);
        assertThat(found.toString()).doesNotContain("Tr0ut").doesNotContain("PBKDF2");
    }

    @Test
    default void whoever_administers_one_tenant_sees_its_entries_only() {
        String tenant = Administration.newTenant();
        ScimHttp acme = Administration.client(with("tenant", tenant), "scim-admin");
        String user = acme.post("/Users", aUser().json()).expect(201).id();
        String foreign =
                ScimHttp.admin().post("/Users", aUser().json()).expect(201).id();
        ScimHttp administration = Administration.by(acme).http();

        assertThat(administration.get("/audit").expect(200).body())
                .contains(user)
                .doesNotContain(foreign);
        assertThat(administration
                        .get("/audit?resource=" + foreign)
                        .expect(200)
                        .json()
                        .getJsonArray("entries"))
                .isEmpty();
        administration.get("/audit?tenant=other").expectError(403);
    }

    @Test
    default void entries_come_in_pages_the_newest_first() {
        ScimHttp admin = ScimHttp.admin();
        String user = admin.post("/Users", aUser().json()).expect(201).id();
        for (int i = 0; i < 4; i++) {
            admin.patch(
                            "/Users/" + user,
                            aPatch().replace("title", "\"" + i + "\"").json())
                    .expect(200);
        }
        ScimHttp administration = Administration.byBootstrapToken().http();
        ScimAnswer first = administration.get("/audit?count=3&resource=" + user).expect(200);
        ScimAnswer second = administration
                .get("/audit?count=3&resource=" + user + "&before=" + first.textAt("/before"))
                .expect(200);
        assertThat(first.json().getJsonArray("entries").getValuesAs(JsonObject.class))
                .extracting(entry -> entry.getInt("version"))
                .containsExactly(5, 4, 3);
        assertThat(second.json().getJsonArray("entries").getValuesAs(JsonObject.class))
                .extracting(entry -> entry.getInt("version"))
                .containsExactly(2, 1);
        assertThat(second.at("/before")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"member=1", "from=yesterday", "until=1", "decision=maybe", "count=x", "before=%25"})
    default void a_question_that_cannot_be_is_refused(String query) {
        Administration.byBootstrapToken().http().get("/audit?" + query).expectError(400);
    }

    @Test
    default void only_administrators_read_it() {
        Administration.by(ScimHttp.as(RealmUser.READER)).http().get("/audit").expectError(403);
        Administration.by(ScimHttp.anonymous()).http().get("/audit").expectError(401);
    }
}
