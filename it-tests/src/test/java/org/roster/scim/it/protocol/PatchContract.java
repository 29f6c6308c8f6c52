package org.roster.scim.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.it.sample.GroupBuilder.aGroup;
import static org.roster.scim.it.sample.PatchBuilder.aPatch;
import static org.roster.scim.it.sample.UserBuilder.aUser;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.roster.scim.it.http.ScimAnswer;
import org.roster.scim.it.sample.PatchBuilder;
import org.roster.scim.it.sample.Urns;
import org.roster.scim.it.sample.UserBuilder;

/** PATCH of simple and complex attributes and of extensions (RFC 7644 §3.5.2). */
interface PatchContract extends Wire {
    @Test
    @Tag("P-3.5.2-13")
    @Tag("P-3.5.2-14")
    default void a_patch_answers_the_resource_or_nothing_and_always_the_new_etag() {
        ScimAnswer before = created(aUser());
        ScimAnswer answer = patch(before, aPatch().add("title", "\"Clerk\""));
        ScimAnswer after = user(before.id());
        assertThat(answer.etag()).isNotEqualTo(before.etag()).isEqualTo(after.etag());
        if (answer.status() == 200) {
            assertThat(answer.json()).isEqualTo(after.json());
        } else {
            assertThat(answer.expect(204).body()).isEmpty();
        }
    }

    @Test
    @Tag("P-3.5.2-13")
    @Tag("P-3.14-01")
    @Tag("X-5295")
    default void a_patch_without_a_body_in_its_answer_still_tells_version_and_address() {
        ScimAnswer group = created(aGroup());
        ScimAnswer answer = scim().patch(
                        "/Groups/" + group.id(),
                        aPatch().replace("displayName", "\"New\"").json())
                .expect(204);
        assertThat(answer.etag()).isNotEqualTo(group.etag());
        assertThat(answer.header("Content-Location")).contains(group.textAt("/meta/location"));
    }

    @Test
    @Tag("P-3.5.2-13")
    @Tag("P-3.4.2.5-01")
    default void a_patch_that_names_attributes_answers_200_with_them() {
        ScimAnswer user = created(aUser().with("nickName", "Ann"));
        ScimAnswer answer = scim().patch(
                        "/Users/" + user.id() + "?attributes=title",
                        aPatch().add("title", "\"Clerk\"").json());
        assertThat(answer.expect(200).textAt("/title")).isEqualTo("Clerk");
        assertThat(answer.id()).isEqualTo(user.id());
        assertThat(answer.json()).doesNotContainKeys("nickName", "userName");
    }

    @Test
    @Tag("P-3.5.2-06")
    default void operations_run_in_order_each_on_the_result_of_the_one_before() {
        ScimAnswer after = patched(
                aUser(),
                aPatch().add("title", "\"one\"")
                        .remove("title")
                        .add("nickName", "\"two\"")
                        .replace("nickName", "\"three\""));
        assertThat(after.at("/title")).isEmpty();
        assertThat(after.textAt("/nickName")).isEqualTo("three");
    }

    @Test
    @Tag("P-3.5.2-03")
    @Tag("S-2.1-01")
    @Tag("P-3.10-01")
    @Tag("S-3.3-02")
    default void operations_names_and_urns_may_come_in_any_case() {
        ScimAnswer after = patched(
                aUser(),
                aPatch().operation("Add", "TITLE", "\"Clerk\"")
                        .operation("REPLACE", "Name.FAMILYNAME", "\"Keller\"")
                        .operation("aDD", Urns.ENTERPRISE.toUpperCase(Locale.ROOT) + ":Division", "\"East\""));
        assertThat(after.textAt("/title")).isEqualTo("Clerk");
        assertThat(after.textAt("/name/familyName")).isEqualTo("Keller");
        assertThat(after.textAt("/" + Urns.ENTERPRISE + "/division")).isEqualTo("East");
    }

    @Test
    @Tag("P-3.5.2.1-02")
    @Tag("P-3.5.2.3-02")
    default void add_and_replace_set_a_single_value_whether_it_was_there_or_not() {
        ScimAnswer after = patched(
                aUser().with("title", "old").with("nickName", "old"),
                aPatch().add("title", "\"new\"")
                        .replace("nickName", "\"new\"")
                        .add("locale", "\"de-CH\"")
                        .replace("timezone", "\"Europe/Zurich\""));
        assertThat(after.json())
                .contains(
                        entry("title", "new"),
                        entry("nickName", "new"),
                        entry("locale", "de-CH"),
                        entry("timezone", "Europe/Zurich"));
    }

    @Test
    @Tag("P-3.5.2.2-02")
    @Tag("A-12")
    default void remove_unassigns_a_value_and_forgives_one_that_is_not_there() {
        ScimAnswer after = patched(
                aUser().with("title", "old").withName("Anna", "Keller"),
                aPatch().remove("title").remove("nickName").remove("name.givenName"));
        assertThat(after.json()).doesNotContainKeys("title", "nickName");
        assertThat(after.json().getJsonObject("name").keySet()).containsExactly("familyName");
    }

    @Test
    @Tag("P-3.5.2.1-02")
    @Tag("P-3.5.2.3-03")
    default void add_and_replace_of_a_complex_attribute_keep_what_they_do_not_name() {
        ScimAnswer after = patched(
                aUser().withName("Anna", "Keller"),
                aPatch().add("name", "{\"middleName\": \"M\"}").replace("name", "{\"familyName\": \"Brandt\"}"));
        assertThat(after.json().getJsonObject("name"))
                .contains(entry("givenName", "Anna"), entry("middleName", "M"), entry("familyName", "Brandt"));
    }

    @Test
    @Tag("P-3.5.2.1-01")
    @Tag("P-3.5.2.3-01")
    default void an_operation_without_a_path_merges_its_object() {
        ScimAnswer after = patched(
                aUser().withName("Anna", "Keller").with("title", "old"),
                aPatch().merge("replace", "{\"active\": false, \"title\": \"new\"}")
                        .merge(
                                "add",
                                "{\"name\": {\"middleName\": \"M\"}, \"" + Urns.ENTERPRISE
                                        + "\": {\"division\": \"East\"}}"));
        assertThat(after.at("/active")).contains(JsonValue.FALSE);
        assertThat(after.textAt("/title")).isEqualTo("new");
        assertThat(after.textAt("/name/givenName")).isEqualTo("Anna");
        assertThat(after.textAt("/name/middleName")).isEqualTo("M");
        assertThat(after.textAt("/" + Urns.ENTERPRISE + "/division")).isEqualTo("East");
    }

    @Test
    @Tag("P-3.5.2.3-06")
    @Tag("V-ENTRA-15")
    default void replace_with_null_unassigns() {
        ScimAnswer after = patched(
                aUser().with("title", "old").withEmail("work", "a@x.example").withName("Anna", "Keller"),
                aPatch().replace("title", "null").replace("emails", "[]").replace("name", "null"));
        assertThat(after.json()).doesNotContainKeys("title", "emails", "name");
    }

    @Test
    @Tag("P-3.5.2-12")
    @Tag("P-3.5.2.2-07")
    default void schemas_follow_an_extension_that_comes_and_goes() {
        ScimAnswer user = created(aUser());
        patch(user, aPatch().add(Urns.ENTERPRISE + ":division", "\"East\"")).etag();
        assertThat(user(user.id()).json().getJsonArray("schemas")).contains(Json.createValue(Urns.ENTERPRISE));
        patch(user, aPatch().remove(Urns.ENTERPRISE)).etag();
        ScimAnswer after = user(user.id());
        assertThat(after.json().getJsonArray("schemas")).containsExactly(Json.createValue(Urns.USER));
        assertThat(after.json()).doesNotContainKey(Urns.ENTERPRISE);
    }

    @Test
    @Tag("P-3.5.2.1-04")
    @Tag("P-3.5.2-14")
    default void a_patch_that_changes_nothing_leaves_version_and_last_modified() {
        ScimAnswer before = created(aUser().with("title", "Clerk").withEmail("work", "a@x.example"));
        patch(
                        before,
                        aPatch().add("title", "\"Clerk\"")
                                .add("emails", "[{\"type\": \"work\", \"value\": \"a@x.example\"}]")
                                .remove("nickName"))
                .etag();
        assertThat(user(before.id()).json()).isEqualTo(before.json());
    }

    @Test
    @Tag("V-OKTA-07")
    default void the_own_id_in_an_operation_without_a_path_is_no_mistake() {
        ScimAnswer user = created(aUser());
        patch(user, aPatch().merge("replace", "{\"id\": \"" + user.id() + "\", \"title\": \"Clerk\"}"));
        assertThat(user(user.id()).textAt("/title")).isEqualTo("Clerk");
    }

    private ScimAnswer patched(UserBuilder before, PatchBuilder patch) {
        ScimAnswer user = created(before);
        patch(user, patch);
        return user(user.id());
    }

    private ScimAnswer patch(ScimAnswer user, PatchBuilder patch) {
        ScimAnswer answer = scim().patch("/Users/" + user.id(), patch.json());
        assertThat(answer.status()).as(answer.body()).isIn(200, 204);
        return answer;
    }

    private static Map.Entry<String, JsonValue> entry(String name, String value) {
        return Map.entry(name, Json.createValue(value));
    }
}
