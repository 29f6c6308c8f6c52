package org.roster.scim.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.it.http.ScimHttp.target;
import static org.roster.scim.it.sample.BulkBuilder.aBulk;
import static org.roster.scim.it.sample.PatchBuilder.aPatch;
import static org.roster.scim.it.sample.UserBuilder.aUser;

import jakarta.json.JsonObject;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.roster.scim.it.http.ScimAnswer;
import org.roster.scim.it.http.ScimHttp;
import org.roster.scim.it.sample.UserBuilder;
import org.roster.scim.it.server.RealmUser;

/** The alias for whoever makes the request (RFC 7644 §3.11): a User with the name of the server's user. */
interface MeContract extends Wire {

    @Test
    @Tag("P-3.11-01")
    @Tag("P-3.2-01")
    default void me_is_the_user_with_the_name_of_the_caller() {
        with(RealmUser.READER, user -> {
            ScimHttp reader = ScimHttp.as(RealmUser.READER);
            ScimAnswer me = reader.get("/Me").expect(200);
            assertThat(me.json()).isEqualTo(user.json());
            assertThat(me.etag()).isEqualTo(user.etag());
            requireLocation(me, user);
            assertThat(me.textAt("/meta/location")).isEqualTo(location(user));
            requireLocation(reader.send("HEAD", "/Me", new byte[0]).expect(200), user);
        });
    }

    @Test
    @Tag("P-3.11-01")
    @Tag("P-3.4.2.5-01")
    @Tag("P-3.14-02")
    default void me_takes_the_parameters_and_headers_of_a_resource() {
        with(RealmUser.READER, user -> {
            ScimHttp reader = ScimHttp.as(RealmUser.READER);
            assertThat(reader.get("/Me?attributes=title").expect(200).json().keySet())
                    .containsExactlyInAnyOrder("schemas", "id", "title");
            ScimAnswer known =
                    reader.with("If-None-Match", user.etag()).get("/Me").expect(304);
            requireLocation(known, user);
            reader.get("/Me?attributes=title&excludedAttributes=name").expectError(400, "invalidSyntax");
        });
    }

    @Test
    @Tag("P-3.11-01")
    default void me_can_be_changed_by_who_may_change_users() {
        with(RealmUser.IDP, user -> {
            ScimHttp idp = ScimHttp.as(RealmUser.IDP);
            ScimAnswer patched = idp.patch(
                            "/Me", aPatch().replace("title", "\"Director\"").json())
                    .expect(200);
            assertThat(patched.textAt("/title")).isEqualTo("Director");
            requireLocation(patched, user);
            ScimAnswer put = idp.with("If-Match", patched.etag())
                    .put("/Me", named(RealmUser.IDP).with("title", "Owner").json())
                    .expect(200);
            requireLocation(put, user);
            assertThat(user(user.id()).textAt("/title")).isEqualTo("Owner");
            requireLocation(
                    idp.with("If-Match", "W/\"other\"")
                            .patch("/Me", aPatch().replace("title", "\"x\"").json())
                            .expectError(412),
                    user);
            requireLocation(idp.patch("/Me", "{}").expectError(400, "invalidSyntax"), user);
            requireLocation(idp.delete("/Me").expect(204), user);
            scim().get("/Users/" + user.id()).expectError(404);
            idp.get("/Me").expectError(404);
        });
    }

    @Test
    @Tag("P-3.11-01")
    default void me_can_be_created() {
        ScimHttp idp = ScimHttp.as(RealmUser.IDP);
        idp.post("/Me", aUser().json()).expectError(400, "invalidValue");
        ScimAnswer created = idp.post("/Me", named(RealmUser.IDP).json()).expect(201);
        try {
            requireLocation(created, created);
            assertThat(idp.get("/Me").expect(200).json()).isEqualTo(created.json());
            idp.post("/Me", named(RealmUser.IDP).json()).expectError(409, "uniqueness");
        } finally {
            scim().delete("/Users/" + created.id()).expect(204);
        }
    }

    @Test
    @Tag("P-3.11-01")
    @Tag("P-2-02")
    default void me_grants_nothing() {
        with(RealmUser.READER, user -> {
            ScimHttp reader = ScimHttp.as(RealmUser.READER);
            reader.patch("/Me", aPatch().replace("title", "\"x\"").json()).expectError(403);
            reader.put("/Me", named(RealmUser.READER).json()).expectError(403);
            reader.delete("/Me").expectError(403);
            reader.post("/Me", named(RealmUser.READER).json()).expectError(403);
        });
        with(RealmUser.PLAIN, user -> ScimHttp.as(RealmUser.PLAIN).get("/Me").expectError(403));
        ScimHttp.as(RealmUser.PLAIN).get("/Me").expectError(403);
        ScimHttp.anonymous().get("/Me").expectError(401);
    }

    @Test
    @Tag("P-3.11-01")
    @Tag("P-2-02")
    @Tag("P-7.7-01")
    default void a_person_reads_himself_and_nothing_else() {
        with(RealmUser.PERSON, user -> {
            ScimHttp person = ScimHttp.as(RealmUser.PERSON);
            assertThat(person.get("/Me").expect(200).json()).isEqualTo(user.json());
            requireLocation(person.with("If-None-Match", user.etag()).get("/Me").expect(304), user);
            person.get("/Schemas").expect(200);
            String own = "/Users/" + user.id();
            Stream.of(own, "/Users", "/Users?count=0", "/Groups", "/Groups/nobody", "?count=1")
                    .forEach(path -> person.get(path).expectError(403));
            String search = "{\"schemas\": [\"urn:ietf:params:scim:api:messages:2.0:SearchRequest\"]}";
            Stream.of("/Users/.search", "/.search")
                    .forEach(path -> person.post(path, search).expectError(403));
            String patch = aPatch().replace("title", "\"Director\"").json();
            Stream.of("/Me", own).forEach(path -> {
                person.patch(path, patch).expectError(403);
                person.put(path, named(RealmUser.PERSON).json()).expectError(403);
                person.delete(path).expectError(403);
            });
            Stream.of("/Me", "/Users")
                    .forEach(path -> person.post(path, aUser().json()).expectError(403));
            JsonObject bulk =
                    person.post("/Bulk", aBulk().delete(own).json()).expect(200).json();
            assertThat(bulk.getJsonArray("Operations").getJsonObject(0).getString("status"))
                    .isEqualTo("403");
            assertThat(user(user.id()).json()).isEqualTo(user.json());
        });
        ScimHttp.as(RealmUser.PERSON).get("/Me").expectError(404);
    }

    @Test
    @Tag("P-3.11-01")
    default void who_has_no_resource_is_told_so() {
        ScimHttp.as(RealmUser.READER).get("/Me").expectError(404);
        ScimHttp.as(RealmUser.IDP).delete("/Me").expectError(404);
        ScimHttp.as(RealmUser.READER).get("/Me/title").expectError(404);
    }

    @Test
    @Tag("P-3.11-01")
    default void a_token_stands_for_no_user_whatever_its_name() {
        ScimAnswer user = created(aUser().with("userName", "bootstrap-token"));
        try {
            assertThat(scim().get("/Me").expectError(404).textAt("/detail")).contains("token");
            scim().delete("/Me").expectError(404);
            scim().post("/Me", aUser().with("userName", "bootstrap-token").json())
                    .expectError(404);
        } finally {
            scim().delete("/Users/" + user.id()).expect(204);
        }
    }

    /** Does something while there is a resource for a user of the realm. */
    private void with(RealmUser realmUser, Consumer<ScimAnswer> test) {
        ScimAnswer user = created(named(realmUser).with("title", "Clerk"));
        try {
            test.accept(user);
        } finally {
            scim().delete("/Users/" + user.id());
        }
        assertThat(scim().get(target("/Users", "filter", "userName eq \"" + realmUser.user() + "\""))
                        .totalResults())
                .isZero();
    }

    private static UserBuilder named(RealmUser realmUser) {
        return aUser().with("userName", realmUser.user());
    }

    private static String location(ScimAnswer user) {
        return ScimHttp.admin().baseUrl() + "/Users/" + user.id();
    }

    private static void requireLocation(ScimAnswer answer, ScimAnswer user) {
        assertThat(answer.header("Location")).contains(location(user));
    }
}
