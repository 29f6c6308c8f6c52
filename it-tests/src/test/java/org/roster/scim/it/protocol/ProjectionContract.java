package org.roster.scim.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.it.http.ScimHttp.target;
import static org.roster.scim.it.sample.GroupBuilder.aGroup;
import static org.roster.scim.it.sample.PatchBuilder.aPatch;
import static org.roster.scim.it.sample.UserBuilder.aUser;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.roster.scim.it.http.ScimAnswer;
import org.roster.scim.it.sample.Urns;
import org.roster.scim.it.sample.UserBuilder;

/** attributes and excludedAttributes (RFC 7644 §3.4.2.5, §3.9, §3.10). */
interface ProjectionContract extends Wire {
    @Test
    @Tag("P-3.9-01")
    @Tag("S-3-01")
    @Tag("S-7-06")
    default void attributes_gives_what_is_named_and_what_is_always_returned() {
        assertThat(anna("attributes=userName,title").keySet())
                .containsExactlyInAnyOrder("schemas", "id", "userName", "title");
        assertThat(anna("attributes=title").getJsonArray("schemas")).contains(Json.createValue(Urns.USER));
    }

    @Test
    @Tag("P-3.9-01")
    default void attributes_may_name_sub_attributes() {
        JsonObject user = anna("attributes=name.familyName,emails.value");
        assertThat(user.keySet()).containsExactlyInAnyOrder("schemas", "id", "name", "emails");
        assertThat(user.getJsonObject("name").keySet()).containsExactly("familyName");
        assertThat(user.getJsonArray("emails").getValuesAs(JsonObject.class))
                .hasSize(2)
                .allSatisfy(email -> assertThat(email.keySet()).containsExactly("value"));
    }

    @Test
    @Tag("P-3.9-01")
    @Tag("P-3.10-01")
    default void attributes_may_name_an_extension_or_one_of_its_attributes_by_urn() {
        assertThat(anna("attributes=" + Urns.ENTERPRISE)
                        .getJsonObject(Urns.ENTERPRISE)
                        .keySet())
                .containsExactlyInAnyOrder("division", "costCenter");
        JsonObject user = anna("attributes=" + Urns.ENTERPRISE + ":division," + Urns.USER + ":name.givenName");
        assertThat(user.getJsonObject(Urns.ENTERPRISE).keySet()).containsExactly("division");
        assertThat(user.getJsonObject("name").keySet()).containsExactly("givenName");
        assertThat(user).doesNotContainKeys("title", "userName");
    }

    @Test
    @Tag("P-3.9-02")
    default void excluded_attributes_leaves_out_what_is_named_and_nothing_else() {
        JsonObject user = anna("excludedAttributes=emails,title");
        assertThat(user)
                .doesNotContainKeys("emails", "title")
                .containsKeys("id", "schemas", "userName", "name", "meta", Urns.ENTERPRISE);
        assertThat(anna("excludedAttributes=name.familyName")
                        .getJsonObject("name")
                        .keySet())
                .containsExactly("givenName");
        assertThat(anna("excludedAttributes=" + Urns.ENTERPRISE + ":division")
                        .getJsonObject(Urns.ENTERPRISE)
                        .keySet())
                .containsExactly("costCenter");
        assertThat(anna("excludedAttributes=" + Urns.ENTERPRISE))
                .doesNotContainKey(Urns.ENTERPRISE)
                .containsKey("title");
    }

    @Test
    @Tag("P-3.9-02")
    @Tag("S-3.1-08")
    default void what_is_always_returned_cannot_be_excluded() {
        assertThat(anna("excludedAttributes=id,schemas,userName"))
                .containsKeys("id", "schemas")
                .doesNotContainKey("userName");
    }

    @Test
    @Tag("P-3.9-04")
    @Tag("S-2.1-01")
    default void names_may_come_in_any_case_with_blanks_and_in_several_parameters() {
        assertThat(anna("attributes=TITLE,%20NickName").keySet())
                .containsExactlyInAnyOrder("schemas", "id", "title", "nickName");
        assertThat(anna("attributes=title&attributes=nickName").keySet())
                .containsExactlyInAnyOrder("schemas", "id", "title", "nickName");
        assertThat(anna("attributes=" + Urns.ENTERPRISE.toUpperCase(Locale.ROOT) + ":DIVISION")
                        .getJsonObject(Urns.ENTERPRISE))
                .isNotEmpty();
    }

    @Test
    @Tag("P-3.9-04")
    default void an_unknown_name_is_ignored() {
        assertThat(anna("attributes=title,favouriteColour").keySet())
                .containsExactlyInAnyOrder("schemas", "id", "title");
        assertThat(anna("excludedAttributes=favouriteColour")).containsKeys("title", "emails");
    }

    @Test
    @Tag("P-3.9-01")
    default void meta_is_returned_when_it_or_a_part_of_it_is_named() {
        needsVersions();
        assertThat(anna("attributes=meta").getJsonObject("meta"))
                .containsKeys("created", "lastModified", "location", "resourceType", "version");
        assertThat(anna("attributes=meta.created").getJsonObject("meta").keySet())
                .containsExactly("created");
    }

    @Test
    @Tag("P-3.4.2.5-01")
    @Tag("S-3-01")
    @Tag("S-3.1-03")
    default void every_operation_that_returns_a_resource_can_be_told_what_to_return() {
        ScimAnswer post =
                scim().post("/Users?attributes=title", annaWith().json()).expect(201);
        String id = post.id();
        String path = "/Users/" + id + "?attributes=title";
        ScimAnswer put = scim().put(path, annaWith().json()).expect(200);
        ScimAnswer patch = scim().patch(
                        path, aPatch().replace("title", "\"Director\"").json())
                .expect(200);
        ScimAnswer list = scim().get(target("/Users", "filter", "id eq \"" + id + "\"", "attributes", "title"))
                .expect(200);
        Stream.concat(Stream.of(post, put, patch).map(ScimAnswer::json), list.resources().stream())
                .forEach(user -> assertThat(user.keySet()).containsExactlyInAnyOrder("schemas", "id", "title"));
        assertThat(post.header("Location")).contains(scim().baseUrl() + "/Users/" + id);
    }

    @Test
    @Tag("P-3.4.2.5-01")
    default void every_operation_that_returns_a_resource_can_be_told_what_to_leave_out() {
        ScimAnswer post = scim().post(
                        "/Users?excludedAttributes=emails,name", annaWith().json())
                .expect(201);
        String path = "/Users/" + post.id() + "?excludedAttributes=emails,name";
        ScimAnswer put = scim().put(path, annaWith().json()).expect(200);
        ScimAnswer list = scim().get(
                        target("/Users", "filter", "id eq \"" + post.id() + "\"", "excludedAttributes", "emails,name"));
        Stream.concat(Stream.of(post, put).map(ScimAnswer::json), list.expect(200).resources().stream())
                .forEach(user -> assertThat(user)
                        .doesNotContainKeys("emails", "name")
                        .containsKeys("title", "userName", "meta"));
    }

    private JsonObject anna(String query) {
        return scim().get("/Users/" + created(annaWith()).id() + "?" + query)
                .expect(200)
                .json();
    }

    private static UserBuilder annaWith() {
        return aUser().with("title", "Clerk")
                .with("nickName", "Ann")
                .withName("Anna", "Keller")
                .withPrimaryEmail("work", "a@x.example")
                .withEmail("home", "b@x.example")
                .withEnterprise("division", "East")
                .withEnterprise("costCenter", "77");
    }

    @Test
    @Tag("P-3.9-04")
    default void attributes_that_name_nothing_known_leave_what_is_always_returned() {
        assertThat(anna("attributes=favouriteColour").keySet()).containsExactlyInAnyOrder("schemas", "id");
        assertThat(anna("attributes=").keySet()).contains("userName", "meta");
        assertThat(anna("attributes=,%20,").keySet()).contains("userName", "meta");
        assertThat(anna("attributes=emails.favouriteColour").keySet()).containsExactlyInAnyOrder("schemas", "id");
    }

    @Test
    @Tag("P-3.9-02")
    default void a_sub_attribute_can_be_left_out_of_every_element_and_of_meta() {
        assertThat(anna("excludedAttributes=emails.value")
                        .getJsonArray("emails")
                        .getValuesAs(JsonObject.class))
                .hasSize(2)
                .allSatisfy(email -> assertThat(email).containsKey("type").doesNotContainKey("value"));
        assertThat(anna("excludedAttributes=meta.version,meta.location").getJsonObject("meta"))
                .containsKeys("created", "resourceType")
                .doesNotContainKeys("version", "location");
    }

    @Test
    @Tag("P-3.9-05")
    @Tag("P-3.4.2.5-01")
    default void members_can_be_left_out_or_asked_for_in_every_answer() {
        String member = created(annaWith()).id();
        ScimAnswer created = scim().post(
                        "/Groups?excludedAttributes=members",
                        aGroup().withMember(member).json())
                .expect(201);
        String path = "/Groups/" + created.id();
        String rename = aPatch().replace("displayName", "\"other " + created.id() + "\"")
                .json();
        String filter = "id eq \"" + created.id() + "\"";
        List<JsonObject> without = List.of(
                created.json(),
                scim().get(path + "?excludedAttributes=members").expect(200).json(),
                scim().patch(path + "?excludedAttributes=members", rename)
                        .expect(200)
                        .json(),
                scim().put(
                                path + "?excludedAttributes=members",
                                aGroup().withMember(member).json())
                        .expect(200)
                        .json(),
                first(target("/Groups", "filter", filter, "excludedAttributes", "members")),
                first(target("", "filter", filter, "excludedAttributes", "members")));
        assertThat(without)
                .allSatisfy(group -> assertThat(group)
                        .containsKeys("schemas", "id", "displayName", "meta")
                        .doesNotContainKey("members"));
        List<JsonObject> only = List.of(
                scim().get(path + "?attributes=members.value").expect(200).json(),
                scim().patch(path + "?attributes=members.value", rename)
                        .expect(200)
                        .json(),
                first(target("/Groups", "filter", filter, "attributes", "members.value")));
        assertThat(only).allSatisfy(group -> {
            assertThat(group.keySet()).containsExactlyInAnyOrder("schemas", "id", "members");
            assertThat(group.getJsonArray("members").getJsonObject(0).keySet()).containsExactly("value");
        });
        assertThat(scim().patch(path, rename).expect(204).body()).isEmpty();
    }

    @Test
    @Tag("P-3.9-03")
    @Tag("A-16")
    default void nothing_is_changed_where_both_parameters_are_given() {
        String both = "?attributes=title&excludedAttributes=name";
        UserBuilder user = annaWith().with("userName", "both-" + UUID.randomUUID());
        scim().post("/Users" + both, user.json()).expectError(400, "invalidSyntax");
        ScimAnswer created = created(user);
        String path = "/Users/" + created.id() + both;
        scim().put(path, annaWith().json()).expectError(400, "invalidSyntax");
        scim().patch(path, aPatch().replace("title", "\"x\"").json()).expectError(400, "invalidSyntax");
        assertThat(user(created.id()).etag()).isEqualTo(created.etag());
    }

    @Test
    @Tag("P-3.9-01")
    @Tag("P-3.14-02")
    default void a_part_of_a_resource_has_the_headers_of_the_whole() {
        ScimAnswer created = created(annaWith());
        ScimAnswer part =
                scim().get("/Users/" + created.id() + "?attributes=title").expect(200);
        assertThat(part.etag()).isEqualTo(created.etag());
        assertThat(part.header("Content-Location")).contains(scim().baseUrl() + "/Users/" + created.id());
        scim().with("If-None-Match", created.etag())
                .get("/Users/" + created.id() + "?attributes=title")
                .expect(304);
    }

    private JsonObject first(String target) {
        return scim().get(target).expect(200).resources().get(0);
    }
}
