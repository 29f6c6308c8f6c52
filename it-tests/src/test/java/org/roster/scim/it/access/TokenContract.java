package org.roster.scim.it.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.it.access.Administration.nothingMore;
import static org.roster.scim.it.access.Administration.with;
import static org.roster.scim.it.access.Administration.withList;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.scim.it.http.ScimAnswer;
import org.roster.scim.it.http.ScimHttp;
import org.roster.scim.it.server.RealmUser;

/** Bearer tokens from their beginning to their end. */
interface TokenContract {

    @Test
    default void a_token_is_shown_once_and_lets_in() {
        Administration administration = Administration.byBootstrapToken();
        ScimAnswer made = administration.create(nothingMore(), "scim-read").expect(201);
        String token = made.textAt("/token");

        assertThat(token).startsWith("roster_");
        assertThat(made.header("Cache-Control")).contains("no-store");
        assertThat(made.header("Location").orElseThrow()).endsWith("/admin/v1/tokens/" + made.id());
        Administration.with(token).get("/Users?count=1").expect(200);
        ScimAnswer read = administration.http().get("/tokens/" + made.id()).expect(200);
        assertThat(read.body()).doesNotContain(token);
        assertThat(read.at("/token")).contains(JsonValue.NULL);
        assertThat(read.textAt("/createdBy")).isEqualTo("bootstrap-token");
        assertThat(read.textAt("/lastUsed")).isNotEmpty();
        assertThat(administration.http().get("/tokens?count=1000").expect(200).body())
                .contains(made.id())
                .doesNotContain(token);
    }

    @Test
    default void a_revoked_token_is_as_good_as_none_at_once() {
        Administration administration = Administration.byBootstrapToken();
        ScimAnswer made = administration.create(nothingMore(), "scim-admin").expect(201);
        ScimHttp client = Administration.with(made.textAt("/token"));
        client.get("/Users?count=1").expect(200);
        administration.http().delete("/tokens/" + made.id()).expect(204);

        ScimAnswer refused = client.get("/Users?count=1").expectError(401);
        ScimAnswer unknown = Administration.with("roster_unknown").get("/Users").expectError(401);
        assertThat(refused.body()).isEqualTo(unknown.body());
        assertThat(refused.headerValues("WWW-Authenticate")).isEqualTo(unknown.headerValues("WWW-Authenticate"));
        assertThat(administration.http().get("/tokens/" + made.id()).expect(200).textAt("/revoked"))
                .isNotEmpty();
    }

    @Test
    default void two_secrets_are_good_at_once_while_a_client_changes_over() {
        Administration administration = Administration.byBootstrapToken();
        ScimAnswer made = administration.create(nothingMore(), "scim-read").expect(201);
        ScimAnswer second = administration
                .http()
                .post("/tokens/" + made.id() + "/rotate", "{\"overlapSeconds\":3600}")
                .expect(200);
        Administration.with(made.textAt("/token")).get("/Users?count=1").expect(200);
        Administration.with(second.textAt("/token")).get("/Users?count=1").expect(200);

        ScimAnswer third = administration
                .http()
                .post("/tokens/" + made.id() + "/rotate", "{\"overlapSeconds\":0}")
                .expect(200);
        Administration.with(made.textAt("/token")).get("/Users?count=1").expect(401);
        Administration.with(second.textAt("/token")).get("/Users?count=1").expect(401);
        Administration.with(third.textAt("/token")).get("/Users?count=1").expect(200);
    }

    @Test
    default void a_token_is_good_for_its_resource_types_networks_and_time_only() throws InterruptedException {
        ScimHttp groups = Administration.client(withList("resourceTypes", "Group"), "scim-admin");
        groups.get("/Groups?count=1").expect(200);
        groups.get("/Users?count=1").expectError(403);
        groups.get("/Users/" + UUID.randomUUID()).expectError(403);
        assertThat(groups.get("/?filter=id%20pr&count=5").expect(200).resources())
                .allSatisfy(r -> assertThat(r.getJsonObject("meta").getString("resourceType"))
                        .isEqualTo("Group"));

        Administration.client(withList("networks", "127.0.0.0/8", "::1"), "scim-read")
                .get("/Users?count=1")
                .expect(200);
        Administration.client(withList("networks", "192.0.2.0/24"), "scim-read")
                .get("/Users?count=1")
                .expectError(401);

        ScimHttp brief = Administration.client(
                with("expires", Instant.now().plusSeconds(2).toString()), "scim-read");
        brief.get("/Users?count=1").expect(200);
        Thread.sleep(2_100);
        brief.get("/Users?count=1").expectError(401);
    }

    @ParameterizedTest
    @EnumSource(
            value = RealmUser.class,
            names = {"READER", "PERSON", "PLAIN"})
    default void only_administrators_see_the_administration(RealmUser user) {
        ScimHttp client = Administration.by(ScimHttp.as(user)).http();
        client.get("/tokens").expectError(403);
        client.post("/tokens", "{\"name\":\"x\",\"roles\":[\"scim-read\"]}").expectError(403);
        client.get("/tokens/x").expectError(403);
        client.post("/tokens/x/rotate", "{}").expectError(403);
        client.delete("/tokens/x").expectError(403);
    }

    /** A bound takes away from what the roles permit, and a token or an export would give it back. */
    @Test
    default void whoever_has_some_resource_types_only_does_not_administer() {
        ScimHttp client = Administration.by(Administration.client(withList("resourceTypes", "Group"), "scim-admin"))
                .http();
        client.post("/tokens", "{\"name\":\"" + UUID.randomUUID() + "\",\"roles\":[\"scim-read\"]}")
                .expectError(403);
        client.get("/tenants/default/export").expectError(403);
        client.get("/audit").expectError(403);
    }

    /** Neither by a new token nor by a new secret of one that there is. */
    @Test
    default void a_token_gives_nobody_more_than_it_has() {
        String end =
                Instant.now().plusSeconds(600).truncatedTo(ChronoUnit.SECONDS).toString();
        Administration bounded = Administration.by(
                Administration.client(withList("networks", "127.0.0.0/8", "::1").add("expires", end), "scim-admin"));

        ScimAnswer made = bounded.create(nothingMore(), "scim-write").expect(201);
        assertThat(made.json().getJsonArray("networks")).hasSize(2);
        assertThat(made.textAt("/expires")).isEqualTo(end);
        bounded.create(withList("networks", "127.0.0.1"), "scim-read").expect(201);
        bounded.create(withList("networks", "0.0.0.0/0"), "scim-read").expectError(403);
        bounded.create(with("expires", Instant.parse(end).plusSeconds(1).toString()), "scim-read")
                .expectError(403);
        bounded.create(nothingMore(), "scim-write", "scim-protected").expectError(403);

        bounded.http().post("/tokens/" + made.id() + "/rotate", "{}").expect(200);
        String unbounded = Administration.byBootstrapToken()
                .create(nothingMore(), "scim-read")
                .expect(201)
                .id();
        bounded.http().post("/tokens/" + unbounded + "/rotate", "{}").expectError(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"scim-read", "scim-write", "scim-grant", "scim-protected", "scim-self"})
    default void no_other_role_administers(String role) {
        ScimHttp client = Administration.by(Administration.client(role)).http();
        client.get("/tokens").expectError(403);
        client.post("/tokens", "{\"name\":\"x\",\"roles\":[\"scim-admin\"]}").expectError(403);
    }

    @Test
    default void nobody_without_a_credential_sees_the_administration() {
        ScimHttp client = Administration.by(ScimHttp.anonymous()).http();
        client.get("/tokens").expectError(401);
        client.post("/tokens", "{}").expectError(401);
        client.get("/nothing").expectError(401);
        client.send("OPTIONS", "/tokens", new byte[0]).expectError(401);
        Administration.by(ScimHttp.anonymous().with("Authorization", "Bearer wrong"))
                .http()
                .get("/tokens")
                .expectError(401);
    }

    @Test
    default void an_administrator_of_the_realm_makes_the_first_token() {
        ScimAnswer made = Administration.by(ScimHttp.as(RealmUser.IDP))
                .create(nothingMore(), "scim-write")
                .expect(201);
        assertThat(made.textAt("/createdBy")).isEqualTo("idp");
        Administration.with(made.textAt("/token")).get("/Users?count=1").expect(200);
    }

    @Test
    default void whoever_administers_one_tenant_gives_out_tokens_of_this_one_only() {
        Administration acme =
                Administration.by(Administration.client(with("tenant", Administration.newTenant()), "scim-admin"));
        ScimAnswer own = acme.create(nothingMore(), "scim-read").expect(201);
        ScimAnswer foreign = Administration.byBootstrapToken()
                .create(nothingMore(), "scim-read")
                .expect(201);

        assertThat(own.textAt("/tenant")).startsWith("tenant-");
        assertThat(acme.http().get("/tokens?count=1000").expect(200).body())
                .contains(own.id())
                .doesNotContain(foreign.id());
        ScimAnswer hidden = acme.http().get("/tokens/" + foreign.id()).expectError(404);
        assertThat(hidden.body().replace(foreign.id(), "x"))
                .isEqualTo(acme.http().get("/tokens/x").expectError(404).body());
        acme.http().delete("/tokens/" + foreign.id()).expectError(404);
        acme.http().post("/tokens/" + foreign.id() + "/rotate", "{}").expectError(404);
        acme.create(with("tenant", "other"), "scim-read").expectError(403);
        acme.http().get("/tokens?tenant=other").expectError(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"name\":\"x\"}",
                "{\"name\":\"x\",\"roles\":[]}",
                "{\"name\":\"x\",\"roles\":[\"root\"]}",
                "{\"name\":\"x\",\"roles\":\"scim-read\"}",
                "{\"name\":\"x\",\"roles\":[null]}",
                "{\"name\":\"x\",\"roles\":[{}]}",
                "{\"name\":{},\"roles\":[\"scim-read\"]}",
                "{\"name\":\"a b\",\"roles\":[\"scim-read\"]}",
                "{\"name\":\"x\",\"roles\":[\"scim-read\"],\"expires\":\"tomorrow\"}",
                "{\"name\":\"x\",\"roles\":[\"scim-read\"],\"expires\":\"2001-01-01T00:00:00Z\"}",
                "{\"name\":\"x\",\"roles\":[\"scim-read\"],\"networks\":[\"localhost\"]}",
                "{\"name\":\"x\",\"roles\":[\"scim-read\"],\"tenant\":\"a/b\"}",
                "{\"name\":\"x\",\"roles\":[\"scim-read\"],\"scopes\":[]}",
                "{\"name\":\"x\",\"roles\":[\"scim-read\"],\"roles\":[\"scim-admin\"]}",
                "not json"
            })
    default void a_wish_that_cannot_be_is_refused_with_a_reason(String body) {
        ScimHttp http = Administration.byBootstrapToken().http();
        http.post("/tokens", body).expectError(400);
    }

    @Test
    default void a_name_belongs_to_one_token() {
        ScimHttp http = Administration.byBootstrapToken().http();
        String body = "{\"name\":\"n-" + UUID.randomUUID() + "\",\"roles\":[\"scim-read\"]}";
        http.post("/tokens", body).expect(201);
        http.post("/tokens", body).expectError(409, "uniqueness");
    }

    @Test
    default void lists_come_in_pages() {
        ScimHttp http = Administration.byBootstrapToken().http();
        String tenant = Administration.newTenant();
        for (int i = 0; i < 5; i++) {
            Administration.byBootstrapToken()
                    .create(with("tenant", tenant), "scim-read")
                    .expect(201);
        }
        ScimAnswer first = http.get("/tokens?count=3&tenant=" + tenant).expect(200);
        ScimAnswer second = http.get("/tokens?count=3&tenant=" + tenant + "&after=" + first.textAt("/after"))
                .expect(200);
        List<JsonObject> tokens = first.json().getJsonArray("tokens").getValuesAs(JsonObject.class);
        assertThat(tokens).hasSize(3);
        assertThat(second.json().getJsonArray("tokens")).hasSize(2);
        assertThat(second.at("/after")).isEmpty();
        http.get("/tokens?count=0").expectError(400);
    }

    @Test
    default void what_the_administration_does_not_have_it_says_as_scim_does() {
        ScimHttp http = Administration.byBootstrapToken().http();
        http.get("/nothing").expectError(404);
        http.put("/tokens", "{}").expectError(405);
        http.get("/tokens/unknown").expectError(404);
        // What a page in a browser can send without being asked for leave.
        for (String type : List.of("text/plain", "application/x-www-form-urlencoded", "multipart/form-data")) {
            ScimHttp page = http.with("Content-Type", type);
            page.post("/tokens", "{}").expectError(415);
            page.post("/tokens/unknown/rotate", "{}").expectError(415);
            page.post("/tenants/default/suspend", "a=b").expectError(415);
            page.post("/brake/User/lift", "a=b").expectError(415);
        }
    }
}
