package org.roster.scim.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.it.http.ScimHttp.SCIM_JSON;
import static org.roster.scim.it.http.ScimHttp.target;
import static org.roster.scim.it.sample.GroupBuilder.aGroup;
import static org.roster.scim.it.sample.PatchBuilder.aPatch;
import static org.roster.scim.it.sample.UserBuilder.aUser;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.roster.scim.it.http.ScimAnswer;
import org.roster.scim.it.http.ScimHttp;
import org.roster.scim.it.sample.Urns;
import org.roster.scim.it.server.RealmUser;

/** Endpoints, methods, messages and who may use them (RFC 7644 §1.3, §2, §3.1, §3.2, §7). */
interface EndpointContract extends Wire {
    @Test
    @Tag("P-3.2-01")
    default void every_endpoint_of_the_rfc_is_known() {
        Stream.of("/Users", "/Groups", "/ServiceProviderConfig", "/ResourceTypes", "/Schemas")
                .forEach(endpoint -> scim().get(endpoint).expect(200));
        // 404 because the token stands for no user, not because there is no such endpoint.
        assertThat(scim().get("/Me").expectError(404).textAt("/detail")).contains("token");
        scim().post("/.search", "{}").expectError(400);
        assertThat(scim().post("/Bulk", "{}").status()).isNotEqualTo(404);
    }

    @Test
    @Tag("P-3.2-02")
    @Tag("P-3.5-01")
    @Tag("P-3.5.2-01")
    @Tag("P-3.3.1-01")
    @Tag("S-3.1-13")
    default void every_resource_type_can_be_created_read_replaced_changed_and_deleted() {
        Stream.of(List.of("/Users", "User", aUser().json()), List.of("/Groups", "Group", aGroup().json()))
                .forEach(type -> {
                    ScimAnswer created = scim().post(type.get(0), type.get(2)).expect(201);
                    String path = type.get(0) + "/" + created.id();
                    assertThat(created.textAt("/meta/resourceType")).isEqualTo(type.get(1));
                    assertThat(scim().get(path).expect(200).id()).isEqualTo(created.id());
                    scim().put(path, type.get(2)).expect(200);
                    String patch =
                            aPatch().replace("displayName", "\"Changed\"").json();
                    assertThat(scim().patch(path, patch).status()).isIn(200, 204);
                    assertThat(scim().get(path).textAt("/displayName")).isEqualTo("Changed");
                    scim().delete(path).expect(204);
                    scim().get(path).expectError(404);
                });
    }

    @Test
    @Tag("S-2.1-03")
    @Tag("S-3-01")
    @Tag("S-3.1-03")
    @Tag("P-3.1-01")
    @Tag("P-8.1-01")
    @Tag("P-3.8-04")
    default void every_message_is_a_scim_json_object_with_schemas() {
        ScimAnswer user = created(aUser().with("title", "Clerk"));
        String path = "/Users/" + user.id();
        List<ScimAnswer> resources = List.of(
                user,
                user(user.id()),
                scim().get(path + "?attributes=title"),
                scim().get(path + "?excludedAttributes=id,schemas,title"),
                scim().put(path, aUser().json()),
                scim().patch(
                                path + "?attributes=title",
                                aPatch().add("title", "\"x\"").json()));
        List<ScimAnswer> messages = List.of(
                scim().get("/Users?count=1"),
                scim().get("/Schemas"),
                scim().get("/ResourceTypes"),
                scim().get("/ServiceProviderConfig"),
                scim().get("/Users/nobody"));
        assertThat(resources)
                .allSatisfy(
                        answer -> assertThat(answer.id()).as(answer.request()).isEqualTo(user.id()));
        assertThat(scim().get("/Users?count=5&attributes=userName").resources())
                .allSatisfy(listed -> assertThat(listed).containsKeys("id", "schemas"));
        Stream.concat(resources.stream(), messages.stream()).forEach(answer -> {
            assertThat(answer.json().getJsonArray("schemas"))
                    .as(answer.request())
                    .isNotEmpty();
            assertThat(answer.header("Content-Type").orElse(""))
                    .as(answer.request())
                    .startsWithIgnoringCase(SCIM_JSON);
        });
    }

    @Test
    @Tag("P-1.3-01")
    @Tag("P-7.1-01")
    default void no_address_has_a_query_or_the_credentials_of_the_caller() {
        ScimHttp idp = as(RealmUser.IDP);
        String boss =
                idp.post("/Users?aadOptscim062020", aUser().json()).expect(201).id();
        ScimAnswer user = idp.post(
                        "/Users?aadOptscim062020&x=y", aUser().withManager(boss).json())
                .expect(201);
        ScimAnswer group = idp.post(
                        "/Groups?aadOptscim062020",
                        aGroup().withMember(user.id()).json())
                .expect(201);
        assertThat(List.of(
                        user.header("Location").orElse(""),
                        user.textAt("/meta/location"),
                        user.textAt("/" + Urns.ENTERPRISE + "/manager/$ref"),
                        group.textAt("/meta/location"),
                        group.textAt("/members/0/$ref")))
                .allMatch(address -> address.startsWith(scim().baseUrl() + "/"))
                .noneMatch(address -> address.contains("?") || address.contains("@"));
    }

    /** With a user whose password no other test mistypes; at the end it is right again. */
    @Test
    @Tag("P-7.7-01")
    default void who_guesses_passwords_must_wait_whether_there_is_such_a_user_or_not() throws InterruptedException {
        ScimHttp person = as(RealmUser.PERSON);
        List<ScimHttp> guessers = List.of(
                anonymous().claimingToBe(RealmUser.PERSON.user(), "guess"),
                anonymous().claimingToBe("nobody-by-this-name", "guess"));
        guess(guessers.get(0), 9);
        person.get("/Schemas").expect(200);
        guessers.forEach(guesser -> guess(guesser, 10));
        Thread.sleep(1_100);
        guessers.forEach(guesser -> guess(guesser, 1));
        Stream.concat(guessers.stream(), Stream.of(person))
                .map(client -> client.get("/Schemas").expectError(429))
                .forEach(refused ->
                        assertThat(refused.header("Retry-After")).get().isIn("1", "2"));
        as(RealmUser.READER).get("/Schemas").expect(200);
        Thread.sleep(2_100);
        person.get("/Schemas").expect(200);
        guess(guessers.get(0), 1);
        person.get("/Schemas").expect(200);
    }

    private static void guess(ScimHttp guesser, int times) {
        for (int i = 0; i < times; i++) {
            guesser.get("/Schemas").expectError(401);
        }
    }

    @Test
    @Tag("P-2-02")
    @Tag("P-2-03")
    default void who_may_do_what_depends_on_the_caller_the_action_and_the_resource() {
        String path = "/Users/" + created(aUser()).id();
        String patch = aPatch().add("title", "\"x\"").json();
        ScimHttp reader = as(RealmUser.READER);
        reader.get(path).expect(200);
        reader.get("/Users?count=1").expect(200);
        reader.post("/Users", aUser().json()).expectError(403);
        reader.put(path, aUser().json()).expectError(403);
        reader.patch(path, patch).expectError(403);
        reader.delete(path).expectError(403);
        ScimHttp plain = as(RealmUser.PLAIN);
        plain.get(path).expectError(403);
        plain.get("/Groups?count=1").expectError(403);
        plain.get("/Schemas").expect(200);
        as(RealmUser.IDP).patch(path, patch).expect(200);
    }

    @Test
    @Tag("P-3.13-01")
    @Tag("P-3.12-03")
    default void another_version_of_the_protocol_is_refused() {
        Stream.of("/v1", "/v3", "/v22")
                .map(version -> scim().at(root() + version))
                .forEach(other -> {
                    other.get("/Users").expectError(400, "invalidVers");
                    other.post("/Users", aUser().json()).expectError(400, "invalidVers");
                    other.get("").expectError(400, "invalidVers");
                });
    }

    @Test
    @Tag("P-3.13-01")
    @Tag("S-2.4-05")
    default void an_address_without_a_version_means_the_same_resource() {
        ScimHttp unversioned = scim().at(root());
        ScimAnswer user = unversioned
                .post(
                        "/Users?attributes=meta,title",
                        aUser().with("title", "Clerk").json())
                .expect(201);
        assertThat(user.textAt("/meta/location")).isEqualTo(scim().baseUrl() + "/Users/" + user.id());
        assertThat(user.header("Location")).contains(scim().baseUrl() + "/Users/" + user.id());
        assertThat(unversioned.get("/Users/" + user.id()).expect(200).json())
                .isEqualTo(user(user.id()).json());
        String filter = "id eq \"" + user.id() + "\" and title eq \"Clerk\"";
        assertThat(unversioned
                        .get(target("/Users", "filter", filter))
                        .expect(200)
                        .totalResults())
                .isEqualTo(1);
        unversioned.get("/Schemas/" + Urns.USER).expect(200);
        unversioned.get("/Schemas/" + Urns.USER.replace(":", "%3A")).expect(200);
        unversioned.get("/Userz").expectError(404);
        unversioned.without("Authorization").get("/Users").expectError(401);
        unversioned.delete("/Users/" + user.id()).expect(204);
    }

    @Test
    @Tag("P-3.4.2-06")
    default void a_filter_on_one_resource_is_ignored_and_its_attributes_are_not() {
        ScimAnswer user = created(aUser().with("title", "Clerk"));
        JsonObject read = scim().get(
                        target("/Users/" + user.id(), "filter", "userName eq \"nobody\"", "attributes", "title"))
                .expect(200)
                .json();
        assertThat(read.keySet()).containsExactlyInAnyOrder("schemas", "id", "title");
    }

    /** The base URL without its version. */
    private String root() {
        return scim().baseUrl().replaceFirst("/v2$", "");
    }
}
