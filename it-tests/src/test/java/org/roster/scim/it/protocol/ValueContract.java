package org.roster.scim.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.it.http.ScimHttp.target;
import static org.roster.scim.it.sample.GroupBuilder.aGroup;
import static org.roster.scim.it.sample.PatchBuilder.aPatch;
import static org.roster.scim.it.sample.UserBuilder.aUser;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.roster.scim.it.http.ScimAnswer;
import org.roster.scim.it.sample.Urns;

/** Values: how they are read, kept and shown again (RFC 7643 §2, §4). */
interface ValueContract extends Wire {
    @Test
    @Tag("S-2-01")
    @Tag("S-7-03")
    @Tag("P-3.3-01")
    @Tag("P-3.5.1-06")
    @Tag("P-3.5.2-11")
    default void the_same_read_only_value_is_ignored_by_post_and_put_and_refused_by_patch() {
        String body =
                aUser().with("groups", elements(Map.of("value", "admins"))).json();
        ScimAnswer user = scim().post("/Users", body).expect(201);
        scim().put("/Users/" + user.id(), body).expect(200);
        scim().patch(
                        "/Users/" + user.id(),
                        aPatch().add("groups", "[{\"value\": \"admins\"}]").json())
                .expectError(400, "mutability");
        scim().patch(
                        "/Users/" + user.id(),
                        aPatch().replace("meta.created", "\"1999-01-01T00:00:00Z\"")
                                .json())
                .expectError(400, "mutability");
        scim().patch("/Users/" + user.id(), aPatch().remove("id").json()).expectError(400, "mutability");
        ScimAnswer after = user(user.id());
        assertThat(after.json()).doesNotContainKey("groups");
        assertThat(after.textAt("/meta/created")).isEqualTo(user.textAt("/meta/created"));
    }

    @Test
    @Tag("S-2.3.6-01")
    @Tag("S-2.3-02")
    default void binary_is_base64_with_or_without_its_padding_and_nothing_else() {
        String padded = FormatContract.CERTIFICATE;
        assertThat(padded).endsWith("=");
        Stream.of(padded, padded.replace("=", ""))
                .forEach(value -> assertThat(created(aUser().with("x509Certificates", elements(Map.of("value", value))))
                                .textAt("/x509Certificates/0/value"))
                        .isEqualTo(value));
        Stream.of(padded.replaceFirst("/", "_"), " " + padded, padded + "=", "=" + padded, "A", "\u00e4AAA")
                .forEach(value -> scim().post(
                                "/Users",
                                aUser().with("x509Certificates", elements(Map.of("value", value)))
                                        .json())
                        .expectError(400, "invalidValue"));
    }

    @Test
    @Tag("S-2.3.8-01")
    default void the_order_of_members_means_nothing() {
        String name = "order-" + UUID.randomUUID();
        String forth = "\"schemas\":[\"" + Urns.USER + "\"]|\"userName\":\"" + name
                + "\"|\"name\":{\"givenName\":\"A\",\"familyName\":\"B\"}|\"emails\":[{\"type\":\"work\",\"value\":\"a@x.example\"}]";
        ScimAnswer first =
                scim().post("/Users", object(List.of(forth.split("\\|")))).expect(201);
        List<String> reversed = List.of(forth.replace(
                        "\"type\":\"work\",\"value\":\"a@x.example\"", "\"value\":\"a@x.example\",\"type\":\"work\"")
                .replace("\"givenName\":\"A\",\"familyName\":\"B\"", "\"familyName\":\"B\",\"givenName\":\"A\"")
                .split("\\|"));
        List<String> back = new ArrayList<>(reversed);
        Collections.reverse(back);
        ScimAnswer second = scim().put("/Users/" + first.id(), object(back)).expect(200);
        assertThat(second.json().get("name")).isEqualTo(first.json().get("name"));
        assertThat(second.json().get("emails")).isEqualTo(first.json().get("emails"));
        assertThat(second.etag()).as("nothing changed").isEqualTo(first.etag());
    }

    @Test
    @Tag("S-2.3.7-03")
    @Tag("S-3.1-15")
    default void every_address_of_the_service_leads_to_what_it_names() {
        ScimAnswer boss = created(aUser());
        ScimAnswer user = created(aUser().withManager(boss.id()));
        ScimAnswer group = created(aGroup().withMember(user.id()));
        follow(user.textAt("/meta/location"), user.id());
        follow(group.textAt("/members/0/$ref"), user.id());
        follow(user(user.id()).textAt("/groups/0/$ref"), group.id());
        follow(user.textAt("/" + Urns.ENTERPRISE + "/manager/$ref"), boss.id());
        scim().delete("/Users/" + user.id()).expect(204);
        scim().get(path(user.textAt("/meta/location"))).expectError(404);
    }

    @Test
    @Tag("S-2.3.7-01")
    default void a_reference_is_a_uri() {
        String url = "https://people.example/anna?a=b#top";
        ScimAnswer user = created(
                aUser().with("profileUrl", url).with("photos", elements(Map.of("type", "photo", "value", url))));
        assertThat(user.textAt("/profileUrl")).isEqualTo(url);
        assertThat(user.textAt("/photos/0/value")).isEqualTo(url);
        Stream.of("not a uri", "http://[", "%zz:", "C:\\anna").forEach(value -> {
            scim().post("/Users", aUser().with("profileUrl", value).json()).expectError(400, "invalidValue");
            scim().patch(
                            "/Users/" + user.id(),
                            aPatch().replace(
                                            "photos",
                                            elements(Map.of("value", value)).toString())
                                    .json())
                    .expectError(400, "invalidValue");
        });
    }

    @Test
    @Tag("S-2.4-02")
    @Tag("S-2.4-04")
    @Tag("S-4.2-03")
    @Tag("S-2.3.7-04")
    @Tag("V-ENTRA-11")
    default void what_stands_beside_a_member_is_the_servers_to_say() {
        ScimAnswer user = created(aUser().with("displayName", "Anna Keller"));
        String member = "{\"value\":\"" + user.id() + "\",\"$ref\":null,\"display\":\"Somebody\",\"type\":\"User\"}";
        ScimAnswer group = scim().post(
                        "/Groups",
                        "{\"schemas\":[\"" + Urns.GROUP + "\"],\"displayName\":\"g\",\"members\":[" + member + "]}")
                .expect(201);
        assertThat(group.at("/members/0"))
                .contains(Json.createObjectBuilder()
                        .add("value", user.id())
                        .add("$ref", scim().baseUrl() + "/Users/" + user.id())
                        .add("type", "User")
                        .add("display", "Anna Keller")
                        .build());
    }

    @Test
    @Tag("S-4.1.2-08")
    @Tag("S-4.1.1-03")
    @Tag("S-7-02")
    default void free_text_roles_and_entitlements_are_kept_to_the_letter() {
        JsonArray roles = elements(
                Map.of("value", "Admin:EMEA/*", "display", "\u00dcber", "type", "Own"), Map.of("value", "admin"));
        String name = "MiXed-" + UUID.randomUUID();
        ScimAnswer user = created(aUser().named(name)
                .with("title", "Chief  OFFICER")
                .with("nickName", "aN")
                .with("userType", "Contractor (ext.)")
                .with("roles", roles)
                .with("entitlements", roles));
        ScimAnswer read = user(user.id());
        assertThat(read.textAt("/userName")).isEqualTo(name);
        assertThat(read.textAt("/title")).isEqualTo("Chief  OFFICER");
        assertThat(read.json().get("roles")).isEqualTo(roles);
        assertThat(read.json().get("entitlements")).isEqualTo(roles);
        assertThat(scim().get(target("/Users", "filter", "userName eq \"" + name.toLowerCase(Locale.ROOT) + "\""))
                        .resources())
                .hasSize(1);
    }

    @Test
    @Tag("S-2.3.1-01")
    @Tag("S-4.1.2-10")
    @Tag("S-2.4-06")
    default void a_type_comes_back_as_the_schema_writes_it_and_other_types_are_welcome() {
        ScimAnswer user = created(aUser().withEmail("WORK", "a@x.example").withEmail("Pager-2", "b@x.example"));
        assertThat(user.textAt("/emails/0/type")).isEqualTo("work");
        assertThat(user.textAt("/emails/1/type")).isEqualTo("Pager-2");
    }

    @Test
    @Tag("S-2.4-07")
    default void the_same_value_of_the_same_type_is_returned_once() {
        ScimAnswer user = created(aUser().withEmail("work", "a@x.example")
                .withEmail("WORK", "A@x.example")
                .withEmail("home", "a@x.example"));
        assertThat(user.json().getJsonArray("emails").getValuesAs(JsonObject.class))
                .extracting(email -> email.getString("type"))
                .containsExactlyInAnyOrder("work", "home");
    }

    @Test
    @Tag("S-4.1.1-08")
    default void who_is_inactive_is_still_there() {
        ScimAnswer user = created(aUser().with("active", JsonValue.FALSE));
        assertThat(user(user.id()).at("/active")).contains(JsonValue.FALSE);
        assertThat(scim().get(target("/Users", "filter", "id eq \"" + user.id() + "\" and active eq false"))
                        .resources())
                .hasSize(1);
    }

    @Test
    @Tag("S-3-04")
    @Tag("S-4.3-01")
    @Tag("S-3.3-02")
    default void an_extension_attribute_lives_under_its_urn_and_a_core_attribute_does_not() {
        ScimAnswer user = created(aUser().with("costCenter", "lost")
                .with(
                        Urns.ENTERPRISE.toUpperCase(Locale.ROOT),
                        Json.createObjectBuilder()
                                .add("Department", "Sales")
                                .add("title", "lost")
                                .build()));
        assertThat(user.json()).doesNotContainKeys("costCenter", "title", "department");
        assertThat(user.json().getJsonObject(Urns.ENTERPRISE))
                .isEqualTo(Json.createObjectBuilder().add("department", "Sales").build());
    }

    @Test
    @Tag("S-4.3-02")
    default void a_manager_is_one_object_with_id_address_and_the_name_that_the_server_knows() {
        String manager = created(aUser().with("displayName", "The Boss")).id();
        JsonObject sent = Json.createObjectBuilder()
                .add("value", manager)
                .add("displayName", "Somebody")
                .build();
        ScimAnswer user = created(aUser().with(
                        Urns.ENTERPRISE,
                        Json.createObjectBuilder().add("manager", sent).build()));
        JsonObject read = user(user.id()).json().getJsonObject(Urns.ENTERPRISE).getJsonObject("manager");
        assertThat(read.getString("value")).isEqualTo(manager);
        assertThat(read.getString("$ref")).isEqualTo(scim().baseUrl() + "/Users/" + manager);
        assertThat(read.getString("displayName", "The Boss")).isEqualTo("The Boss");
    }

    private void follow(String address, String id) {
        assertThat(address).startsWith(scim().baseUrl() + "/");
        assertThat(scim().get(path(address)).expect(200).id()).isEqualTo(id);
    }

    private String path(String address) {
        return address.substring(scim().baseUrl().length());
    }

    private static String object(List<String> members) {
        return "{" + String.join(",", members) + "}";
    }

    @SafeVarargs
    private static JsonArray elements(Map<String, String>... elements) {
        var array = Json.createArrayBuilder();
        for (Map<String, String> element : elements) {
            array.add(Json.createObjectBuilder(Map.<String, Object>copyOf(element)));
        }
        return array.build();
    }
}
