package org.roster.scim.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.it.http.ScimHttp.target;
import static org.roster.scim.it.sample.PatchBuilder.aPatch;
import static org.roster.scim.it.sample.UserBuilder.aUser;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.roster.scim.it.http.ScimAnswer;
import org.roster.scim.it.sample.Urns;
import org.roster.scim.it.sample.UserBuilder;

/** Create, read and delete (RFC 7644 §3.3, §3.4.1, §3.6; RFC 7643 §2, §3). */
interface LifecycleContract extends Wire {
    @Test
    @Tag("P-3.3-03")
    @Tag("P-3.3-06")
    @Tag("S-3.1-15")
    @Tag("S-3.1-16")
    @Tag("S-3.1-02")
    @Tag("S-3.1-07")
    default void a_create_answers_201_with_location_etag_and_the_resource() {
        ScimAnswer created = created(aUser().withName("Anna", "Keller"));
        assertThat(created.id()).isNotBlank().doesNotContain("bulkId");
        assertThat(created.header("Location")).contains(scim().baseUrl() + "/Users/" + created.id());
        assertThat(created.textAt("/meta/location"))
                .isEqualTo(created.header("Location").orElse(""));
        assertThat(created.textAt("/meta/version")).isEqualTo(created.etag());
        assertThat(created.textAt("/meta/resourceType")).isEqualTo("User");
        assertThat(created.textAt("/name/familyName")).isEqualTo("Keller");
    }

    @Test
    @Tag("P-3.4.1-01")
    @Tag("P-3.14-01")
    @Tag("P-3.4-01")
    @Tag("P-3.3-08")
    default void what_was_created_reads_back_the_same() {
        ScimAnswer created = created(aUser().withEmail("work", "a@x.example").withEnterprise("costCenter", "77"));
        ScimAnswer read = user(created.id());
        assertThat(read.json()).isEqualTo(created.json());
        assertThat(read.etag()).isEqualTo(created.etag());
        assertThat(read.header("Content-Location").or(() -> read.header("Location")))
                .contains(created.textAt("/meta/location"));
    }

    @Test
    @Tag("P-3.3-01")
    @Tag("S-3.1-06")
    @Tag("S-3.1-12")
    @Tag("S-4.1.2-05")
    @Tag("P-3.3.1-01")
    default void what_is_read_only_in_a_create_is_ignored() {
        JsonValue meta = Json.createObjectBuilder()
                .add("resourceType", "Robot")
                .add("created", "1999-01-01T00:00:00Z")
                .add("version", "W/\"77\"")
                .build();
        JsonValue groups = Json.createArrayBuilder()
                .add(Json.createObjectBuilder().add("value", "admins"))
                .build();
        ScimAnswer created =
                created(aUser().with("id", "mine").with("meta", meta).with("groups", groups));
        assertThat(created.id()).isNotEqualTo("mine");
        assertThat(created.textAt("/meta/resourceType")).isEqualTo("User");
        assertThat(created.textAt("/meta/created")).doesNotStartWith("1999");
        assertThat(created.at("/groups")).isEmpty();
    }

    @Test
    @Tag("S-3.1-14")
    @Tag("S-2.3.5-01")
    default void created_and_last_modified_are_the_same_moment_at_first() {
        ScimAnswer created = created(aUser());
        OffsetDateTime moment = OffsetDateTime.parse(created.textAt("/meta/created"));
        assertThat(OffsetDateTime.parse(created.textAt("/meta/lastModified"))).isEqualTo(moment);
        assertThat(moment)
                .isBetween(
                        OffsetDateTime.now(moment.getOffset()).minusMinutes(5),
                        OffsetDateTime.now(moment.getOffset()).plusMinutes(5));
    }

    @Test
    @Tag("S-2.1-01")
    default void attribute_names_of_a_body_may_come_in_any_case() {
        String name = "any-case-" + UUID.randomUUID();
        ScimAnswer created = scim().post(
                        "/Users",
                        "{\"SCHEMAS\":[\"" + Urns.USER + "\"],\"USERNAME\":\"" + name
                                + "\",\"Name\":{\"FAMILYNAME\":\"Keller\"},\"eMails\":[{\"VALUE\":\"a@x.example\"}]}")
                .expect(201);
        assertThat(created.textAt("/userName")).isEqualTo(name);
        assertThat(created.textAt("/name/familyName")).isEqualTo("Keller");
        assertThat(created.textAt("/emails/0/value")).isEqualTo("a@x.example");
    }

    @Test
    @Tag("S-2.5-01")
    @Tag("S-2.5-02")
    @Tag("S-2.5-03")
    default void null_and_an_empty_list_are_unassigned() {
        ScimAnswer created = created(aUser().with("title", JsonValue.NULL)
                .with("phoneNumbers", JsonValue.EMPTY_JSON_ARRAY)
                .with("name", JsonValue.EMPTY_JSON_OBJECT));
        assertThat(user(created.id()).json()).doesNotContainKeys("title", "phoneNumbers", "name");
    }

    @Test
    @Tag("S-4.1.1-09")
    @Tag("S-7-05")
    @Tag("S-7-06")
    default void a_password_never_comes_back() {
        ScimAnswer created = created(aUser().with("password", "Tr0ut-lantern-58"));
        ScimAnswer read = user(created.id());
        ScimAnswer asked = scim().get("/Users/" + created.id() + "?attributes=password");
        ScimAnswer patched = scim().patch(
                        "/Users/" + created.id() + "?attributes=password,title",
                        aPatch().replace("password", "\"Tr0ut-lantern-59\"").json());
        assertThat(List.of(created.body(), read.body(), asked.body(), patched.body()))
                .noneMatch(body -> body.contains("password") || body.contains("Tr0ut"));
    }

    @Test
    @Tag("S-3-03")
    @Tag("A-14")
    default void an_extension_is_listed_in_schemas_when_it_is_there_and_only_then() {
        ScimAnswer without = created(aUser());
        assertThat(without.json().getJsonArray("schemas")).containsExactly(Json.createValue(Urns.USER));
        ScimAnswer with = created(aUser().with(
                        Urns.ENTERPRISE,
                        Json.createObjectBuilder().add("division", "East").build()));
        assertThat(with.json().getJsonArray("schemas"))
                .containsExactlyInAnyOrder(Json.createValue(Urns.USER), Json.createValue(Urns.ENTERPRISE));
    }

    @Test
    @Tag("S-2.4-03")
    @Tag("V-PING-01")
    default void of_two_primary_values_the_first_stays() {
        UserBuilder user = aUser().withPrimaryEmail("work", "a@x.example").withPrimaryEmail("home", "b@x.example");
        ScimAnswer created = created(user);
        ScimAnswer put = scim().put("/Users/" + created.id(), user.json()).expect(200);
        Stream.of(created, put, user(created.id())).forEach(answer -> {
            assertThat(answer.at("/emails/0/primary")).contains(JsonValue.TRUE);
            assertThat(answer.at("/emails/1/primary")).isNotEqualTo(Optional.of(JsonValue.TRUE));
        });
    }

    @Test
    @Tag("A-06")
    @Tag("P-3.1-03")
    @Tag("S-3-02")
    default void what_no_schema_knows_is_ignored_and_not_echoed() {
        ScimAnswer created = created(aUser().with("favouriteColour", "blue")
                .with(
                        "urn:example:unknown:2.0:User",
                        Json.createObjectBuilder().add("x", 1).build()));
        assertThat(user(created.id()).json()).doesNotContainKeys("favouriteColour", "urn:example:unknown:2.0:User");
    }

    @Test
    @Tag("P-3.8-01")
    default void text_is_kept_as_it_was_sent() {
        String text = "\u00dcn\u00ef \"q\" \\ / \n\t \u0141 \u4e2d \ud83e\udd8a e\u0301 <b>&amp;";
        ScimAnswer created = created(aUser().with("displayName", text));
        assertThat(user(created.id()).textAt("/displayName")).isEqualTo(text);
    }

    @Test
    default void a_very_long_text_is_kept_whole_or_refused() {
        String text = "x".repeat(100_000);
        ScimAnswer answer = scim().post("/Users", aUser().with("title", text).json());
        if (answer.status() == 201) {
            assertThat(user(answer.id()).textAt("/title")).isEqualTo(text);
        } else {
            answer.expectError(400, "invalidValue");
        }
    }

    @Test
    @Tag("P-3.6-01")
    default void what_was_deleted_is_gone_for_every_method() {
        ScimAnswer user = created(aUser());
        String path = "/Users/" + user.id();
        assertThat(scim().delete(path).expect(204).body()).isEmpty();
        scim().get(path).expectError(404);
        scim().put(path, aUser().json()).expectError(404);
        scim().patch(path, aPatch().remove("title").json()).expectError(404);
        scim().delete(path).expectError(404);
        assertThat(scim().get(target("/Users", "filter", "id eq \"" + user.id() + "\""))
                        .totalResults())
                .isZero();
    }

    @Test
    @Tag("P-3.6-02")
    @Tag("S-3.1-05")
    default void the_user_name_of_a_deleted_user_is_free_and_its_id_is_not() {
        ScimAnswer user = created(aUser());
        scim().delete("/Users/" + user.id()).expect(204);
        ScimAnswer again = created(aUser().named(user.textAt("/userName")));
        assertThat(again.id()).isNotEqualTo(user.id());
    }

    @Test
    @Tag("S-3.1-01")
    @Tag("S-3.1-02")
    default void every_resource_has_an_id_and_meta_and_may_have_an_external_id() {
        String external = "Ext-" + UUID.randomUUID();
        ScimAnswer user = created(aUser().with("externalId", external));
        ScimAnswer group = scim().post(
                        "/Groups",
                        "{\"schemas\":[\"" + Urns.GROUP + "\"],\"displayName\":\"g\",\"externalId\":\"" + external
                                + "\"}")
                .expect(201);
        Stream.of(user, group).forEach(resource -> {
            assertThat(resource.id()).isNotBlank();
            assertThat(resource.textAt("/externalId")).isEqualTo(external);
            assertThat(resource.json().getJsonObject("meta"))
                    .containsOnlyKeys("resourceType", "created", "lastModified", "location", "version");
        });
    }

    @Test
    @Tag("S-3.1-09")
    @Tag("S-3.1-11")
    @Tag("P-6.2-01")
    default void an_external_id_is_the_clients_alone_and_two_resources_may_share_it() {
        assertThat(created(aUser()).json()).doesNotContainKey("externalId");
        String external = "MiXed-" + UUID.randomUUID();
        ScimAnswer first = created(aUser().with("externalId", external));
        ScimAnswer second = created(aUser().with("externalId", external));
        assertThat(user(first.id()).textAt("/externalId")).isEqualTo(external);
        assertThat(scim().get(target("/Users", "filter", "externalId eq \"" + external + "\""))
                        .resources())
                .hasSize(2);
        scim().put("/Users/" + second.id(), aUser().json()).expect(200);
        assertThat(user(second.id()).json()).doesNotContainKey("externalId");
    }

    @Test
    @Tag("S-7-09")
    @Tag("P-3.3-04")
    @Tag("P-3.5.1-09")
    @Tag("A-08")
    default void a_taken_user_name_is_409_uniqueness_for_every_method() {
        String taken = created(aUser()).textAt("/userName");
        ScimAnswer user = created(aUser());
        String path = "/Users/" + user.id();
        scim().post("/Users", aUser().named(taken).json()).expectError(409, "uniqueness");
        scim().put(path, aUser().named(taken).json()).expectError(409, "uniqueness");
        scim().patch(path, aPatch().replace("userName", "\"" + taken + "\"").json())
                .expectError(409, "uniqueness");
        assertThat(user(user.id()).json()).isEqualTo(user.json());
    }
}
