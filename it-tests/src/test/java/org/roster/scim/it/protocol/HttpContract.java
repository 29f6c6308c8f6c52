package org.roster.scim.it.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.roster.scim.it.http.ScimHttp.SCIM_JSON;
import static org.roster.scim.it.http.ScimHttp.target;
import static org.roster.scim.it.sample.GroupBuilder.aGroup;
import static org.roster.scim.it.sample.PatchBuilder.aPatch;
import static org.roster.scim.it.sample.UserBuilder.aUser;

import java.net.URI;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.roster.scim.it.http.RawHttp;
import org.roster.scim.it.http.ScimAnswer;
import org.roster.scim.it.http.ScimHttp;
import org.roster.scim.it.sample.Urns;
import org.roster.scim.it.sample.UserBuilder;
import org.roster.scim.it.server.RealmUser;

/** Media types, credentials and what HTTP itself asks for (RFC 7644 §2, §3.1, §3.8; RFC 9110). */
interface HttpContract extends Wire {
    @Test
    @Tag("P-3.8-02")
    default void the_answer_is_scim_json_unless_the_client_wants_json() {
        ScimAnswer user = created(aUser());
        String scimJson = "(?i)application/scim\\+json.*";
        Map<String, String> wanted = Map.of(
                SCIM_JSON,
                scimJson,
                "*/*",
                scimJson,
                "application/*",
                scimJson,
                "application/scim+json, application/json;q=0.5",
                scimJson,
                "text/html, */*;q=0.1",
                scimJson,
                "application/json",
                "(?i)application/(scim\\+)?json.*",
                "application/json; charset=utf-8",
                "(?i)application/(scim\\+)?json.*");
        wanted.forEach((accept, type) -> {
            ScimAnswer answer =
                    scim().with("Accept", accept).get("/Users/" + user.id()).expect(200);
            assertThat(mediaType(answer)).as("to Accept: %s", accept).matches(type);
            assertThat(answer.json()).as("to Accept: %s", accept).isEqualTo(user.json());
            ScimAnswer error =
                    scim().with("Accept", accept).get("/Users/nobody").expectError(404);
            assertThat(error.textAt("/detail")).as("to Accept: %s", accept).contains("nobody");
        });
        assertThat(mediaType(scim().without("Accept").get("/Users/" + user.id()).expect(200)))
                .matches(scimJson);
    }

    @TestFactory
    @Tag("P-3.8-03")
    default Stream<DynamicTest> both_media_types_are_read_alike() {
        Stream<String> types = Stream.of(
                SCIM_JSON,
                "application/json",
                "application/scim+json; charset=utf-8",
                "application/json;charset=UTF-8",
                "Application/SCIM+JSON",
                "APPLICATION/JSON");
        return types.map(type -> dynamicTest(type, () -> {
            ScimHttp client = scim().with("Content-Type", type);
            UserBuilder user = aUser().with("displayName", "\u00dcnal").withEnterprise("division", "East");
            ScimAnswer created = client.post("/Users", user.json()).expect(201);
            ScimAnswer put = client.put("/Users/" + created.id(), user.json()).expect(200);
            assertThat(put.textAt("/displayName")).isEqualTo("\u00dcnal");
            assertThat(put.textAt("/" + Urns.ENTERPRISE + "/division")).isEqualTo("East");
            String patch = aPatch().add("title", "\"Clerk\"").json();
            assertThat(client.patch("/Users/" + created.id(), patch).status()).isIn(200, 204);
        }));
    }

    @Test
    @Tag("P-3.2-03")
    default void head_answers_as_get_would_without_the_body() {
        ScimAnswer user = created(aUser());
        ScimAnswer head =
                scim().send("HEAD", "/Users/" + user.id(), new byte[0]).expect(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.etag()).isEqualTo(user.etag());
        assertThat(scim().send("HEAD", "/Users/nobody", new byte[0]).status()).isEqualTo(404);
    }

    @Test
    @Tag("P-3.2-03")
    default void options_names_the_methods_and_is_no_wadl() {
        ScimAnswer options = scim().send("OPTIONS", "/Users", new byte[0]);
        assertThat(options.status()).isIn(200, 204, 405);
        assertThat(String.join(",", options.headerValues("Allow"))).contains("GET", "POST");
        assertThat(mediaType(options)).doesNotContain("wadl");
    }

    @Test
    @Tag("P-2-02")
    default void who_has_the_role_gets_in_by_basic_as_well() {
        ScimHttp idp = as(RealmUser.IDP);
        String id = idp.post("/Users", aUser().json()).expect(201).id();
        as(RealmUser.READER).get("/Users/" + id).expect(200);
        as(RealmUser.READER).get("/Groups?count=1").expect(200);
        idp.delete("/Users/" + id).expect(204);
    }

    @Test
    @Tag("P-2.1-01")
    default void the_name_of_the_scheme_bearer_has_no_case() {
        String token = bearer().substring("Bearer ".length());
        scim().with("Authorization", "bearer " + token).get("/Users?count=1").expect(200);
    }

    @Test
    @Tag("P-2.1-01")
    default void the_name_of_the_scheme_basic_has_no_case() {
        as(RealmUser.IDP)
                .with("Authorization", RealmUser.IDP.basic().replace("Basic", "BASIC"))
                .get("/Users?count=1")
                .expect(200);
    }

    @Test
    @Tag("P-7.4-01")
    default void who_comes_by_bearer_gets_no_session() {
        requireNoSession(scim());
    }

    @Test
    @Tag("P-7.4-01")
    default void who_comes_by_basic_gets_no_session() {
        requireNoSession(as(RealmUser.IDP));
    }

    private static void requireNoSession(ScimHttp client) {
        assertThat(client.get("/Users?count=1").expect(200).headerValues("Set-Cookie"))
                .allSatisfy(cookie -> assertThat(cookie).containsPattern("(?i)Max-Age=0|Expires=Thu, 01-Jan-1970"));
    }

    @Test
    @Tag("P-1.2-01")
    default void brackets_in_a_query_may_come_raw_or_encoded() {
        ScimAnswer user =
                created(aUser().withEmail("work", "raw-" + created(aUser()).id() + "@x.example"));
        String email = user.textAt("/emails/0/value");
        String filter = "emails[type eq \"work\"].value eq \"" + email + "\"";
        assertThat(scim().get(target("/Users", "filter", filter)).expect(200).totalResults())
                .isEqualTo(1);
        assertThat(raw("GET", "/Users?filter=emails[type+eq+%22work%22].value+eq+%22" + email + "%22", "")
                        .expect(200)
                        .totalResults())
                .isEqualTo(1);
    }

    @Test
    default void a_body_in_chunks_is_read_and_limited_like_any_other() {
        String body = aUser().json();
        String id = raw("POST", "/Users", chunked(body)).expect(201).id();
        scim().delete("/Users/" + id).expect(204);
        raw("POST", "/Users", chunked(aUser().with("title", "x".repeat(1 << 20)).json()))
                .expectError(413);
    }

    @Test
    @Tag("S-3.1-04")
    default void ids_are_safe_in_urls_and_unique_across_types() {
        String user = created(aUser()).id();
        String group = created(aGroup()).id();
        assertThat(user).matches("[A-Za-z0-9._~-]+").isNotEqualTo(group);
        scim().get("/Groups/" + user).expectError(404);
    }

    private static String mediaType(ScimAnswer answer) {
        return answer.header("Content-Type").orElse("");
    }

    private static String chunked(String body) {
        return "Transfer-Encoding: chunked\r\nContent-Type: application/scim+json\r\n\r\n"
                + Integer.toHexString(body.getBytes(UTF_8).length) + "\r\n" + body + "\r\n0\r\n\r\n";
    }

    /** A request whose target no client library has touched; the rest is more headers, an empty line and a body. */
    private ScimAnswer raw(String method, String path, String rest) {
        URI base = URI.create(scim().baseUrl());
        String head = method + " " + base.getPath() + path + " HTTP/1.1\r\nHost: " + base.getAuthority()
                + "\r\nConnection: close\r\n" + "Authorization: "
                + bearer() + "\r\n";
        return RawHttp.exchange(base, (head + (rest.isEmpty() ? "\r\n" : rest)).getBytes(UTF_8));
    }
}
