package org.roster.scim.it.attack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.roster.scim.it.sample.GroupBuilder.aGroup;
import static org.roster.scim.it.sample.PatchBuilder.aPatch;
import static org.roster.scim.it.sample.UserBuilder.aUser;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.roster.scim.it.http.ScimAnswer;
import org.roster.scim.it.http.ScimHttp;
import org.roster.scim.it.server.RealmUser;

/**
 * Enumeration: who may not see a resource learns nothing by asking for it, not even whether it is there. The answers to a known
 * and an unknown one are the same but for what was asked. {@link CrossTenantContract} does it across tenants.
 */
interface EnumerationContract extends Attack {
    /** Callers who may not. */
    List<RealmUser> STRANGERS = List.of(RealmUser.PLAIN, RealmUser.PERSON);

    @TestFactory
    default Stream<DynamicTest> enumeration_of_ids_by_who_may_not() {
        ScimAnswer user = created(aUser());
        String group = created(aGroup()).id();
        String unknown = "00000000-0000-7000-8000-000000000000";
        Stream<ScimHttp> clients = Stream.concat(
                STRANGERS.stream().map(ScimHttp::as),
                Stream.of(ScimHttp.anonymous(), ScimHttp.as("stranger", "guess")));
        return clients.flatMap(client -> Stream.of("GET", "HEAD", "PUT", "PATCH", "DELETE")
                .flatMap(method -> Stream.of("/Users/", "/Groups/")
                        .map(path -> dynamicTest(method + " " + path, () -> {
                            String known = path.equals("/Users/") ? user.id() : group;
                            ScimHttp late = client.with("If-Match", "W/\"1\"");
                            ScimAnswer there = late.send(method, path + known, body(method, path));
                            ScimAnswer nowhere = late.send(method, path + unknown, body(method, path));
                            assertThat(there.status()).isIn(401, 403).isEqualTo(nowhere.status());
                            assertThat(there.body()).isEqualTo(nowhere.body());
                            assertThat(there.headers().keySet())
                                    .isEqualTo(nowhere.headers().keySet());
                        }))));
    }

    /** A name that is taken: only who may create learns of it. */
    @Test
    default void enumeration_of_names_by_who_may_not() {
        String name = created(aUser()).textAt("/userName");
        for (RealmUser stranger : List.of(RealmUser.PLAIN, RealmUser.PERSON, RealmUser.READER)) {
            ScimHttp client = ScimHttp.as(stranger);
            ScimAnswer taken = client.post("/Users", aUser().named(name).json());
            ScimAnswer free = client.post("/Users", aUser().json());
            assertThat(taken.expectError(403).body())
                    .isEqualTo(free.expectError(403).body());
        }
    }

    /** What a writer could see by a failure of a precondition. */
    @Test
    default void enumeration_of_versions_by_who_may_only_read() {
        String path = "/Users/" + created(aUser()).id();
        String patch = aPatch().replace("title", "\"x\"").json();
        ScimHttp reader = ScimHttp.as(RealmUser.READER);
        String right = reader.with("If-Match", "W/\"1\"")
                .patch(path, patch)
                .expectError(403)
                .body();
        assertThat(reader.with("If-Match", "W/\"9\"")
                        .patch(path, patch)
                        .expectError(403)
                        .body())
                .isEqualTo(right);
    }

    @Test
    default void enumeration_of_endpoints_without_a_credential() {
        List<String> answers = Stream.of(
                        "/Users",
                        "/Groups",
                        "/Devices",
                        "/Nothing",
                        "/Users/1",
                        "/Nothing/1",
                        "/a/b/c",
                        "/Me",
                        "/Bulk",
                        "")
                .flatMap(path -> Stream.of("GET", "POST", "PUT", "DELETE", "OPTIONS", "FROBNICATE")
                        .map(method -> ScimHttp.anonymous().send(method, path, new byte[0])))
                .map(answer -> answer.status() + answer.body())
                .distinct()
                .toList();
        assertThat(answers).hasSize(1);
        assertThat(answers.get(0)).startsWith("401");
    }

    /** A wrong password of a user of the realm, and of nobody. */
    @Test
    default void enumeration_of_users_of_the_realm() {
        ScimAnswer user =
                ScimHttp.as(RealmUser.PERSON.user(), "guess").get("/Users").expectError(401);
        ScimAnswer nobody = ScimHttp.as("nobody-" + UUID.randomUUID(), "guess")
                .get("/Users")
                .expectError(401);
        assertThat(user.body()).isEqualTo(nobody.body());
        assertThat(user.headers().keySet()).isEqualTo(nobody.headers().keySet());
        ScimHttp.as(RealmUser.PERSON).get("/Schemas").expect(200);
    }

    /** Answers are about people: no cache on the way keeps them, and no browser takes them for something else. */
    @Test
    default void exposure_of_no_answer_to_caches_and_sniffing() {
        String path = "/Users/" + created(aUser()).id();
        List<ScimAnswer> answers = List.of(
                scim().get(path).expect(200),
                scim().get("/Users?count=1").expect(200),
                scim().get("/Users/nobody").expect(404),
                scim().with("If-None-Match", "*").get(path).expect(304),
                scim().post("/Users", "{").expect(400),
                ScimHttp.anonymous().get(path).expect(401),
                ScimHttp.as(RealmUser.PLAIN).get(path).expect(403));
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.header("Cache-Control")).as(answer.request()).contains("no-store");
            assertThat(answer.header("X-Content-Type-Options"))
                    .as(answer.request())
                    .contains("nosniff");
        });
    }

    private static byte[] body(String method, String path) {
        String resource = path.equals("/Users/")
                ? aUser().named("fixed").json()
                : aGroup().named("fixed").json();
        String patch = aPatch().replace("displayName", "\"x\"").json();
        String body = method.equals("PUT") ? resource : method.equals("PATCH") ? patch : "";
        return body.getBytes(UTF_8);
    }
}
