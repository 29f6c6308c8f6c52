package org.roster.scim.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.it.sample.PatchBuilder.aPatch;
import static org.roster.scim.it.sample.UserBuilder.aUser;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.roster.scim.it.http.ScimAnswer;
import org.roster.scim.it.sample.PatchBuilder;
import org.roster.scim.it.sample.UserBuilder;

/** PATCH of lists and of their elements by value path (RFC 7644 §3.5.2). */
interface PatchMultiValuedContract extends Wire {
    String WORK = "emails[type eq \"work\"]";

    @Test
    @Tag("P-3.5.2.1-03")
    default void add_appends_one_value_or_several() {
        assertThat(emails(
                        anna(),
                        aPatch().add("emails", "{\"type\": \"other\", \"value\": \"c@x.example\"}")
                                .add("emails", "[{\"value\": \"d@x.example\"}, {\"value\": \"e@x.example\"}]")))
                .containsExactlyInAnyOrder(
                        "work a@x.example", "home b@x.example", "other c@x.example", "- d@x.example", "- e@x.example");
    }

    @Test
    @Tag("P-3.5.2.1-04")
    @Tag("S-2.4-07")
    default void add_of_a_value_that_is_there_adds_nothing() {
        assertThat(emails(anna(), aPatch().add("emails", "[{\"type\": \"home\", \"value\": \"b@x.example\"}]")))
                .containsExactlyInAnyOrder("work a@x.example", "home b@x.example");
    }

    @Test
    @Tag("P-3.5.2.3-02")
    default void replace_without_a_filter_replaces_the_whole_list() {
        assertThat(emails(anna(), aPatch().replace("emails", "[{\"type\": \"other\", \"value\": \"c@x.example\"}]")))
                .containsExactly("other c@x.example");
    }

    @Test
    @Tag("P-3.5.2.3-04")
    default void replace_by_value_path_touches_the_matching_elements_alone() {
        assertThat(emails(anna(), aPatch().replace(WORK + ".value", "\"new@x.example\"")))
                .containsExactlyInAnyOrder("work new@x.example", "home b@x.example");
        assertThat(emails(anna(), aPatch().replace("emails[value ew \"x.example\"].display", "\"shown\"")))
                .containsExactlyInAnyOrder("work a@x.example shown", "home b@x.example shown");
    }

    @Test
    @Tag("P-3.5.2.3-04")
    default void replace_of_an_element_by_value_path_replaces_its_values() {
        assertThat(emails(
                        anna(),
                        aPatch().replace(
                                        WORK,
                                        "{\"type\": \"work\", \"value\": \"new@x.example\", \"display\": \"shown\"}")))
                .containsExactlyInAnyOrder("work new@x.example shown", "home b@x.example");
    }

    @Test
    @Tag("P-3.5.2.1-05")
    @Tag("A-01")
    @Tag("V-ENTRA-03")
    @Tag("X-8097")
    default void a_value_path_of_equalities_without_a_match_creates_the_element() {
        assertThat(emails(anna(), aPatch().add("emails[type eq \"other\"].value", "\"c@x.example\"")))
                .containsExactlyInAnyOrder("work a@x.example", "home b@x.example", "other c@x.example");
    }

    @Test
    @Tag("P-3.5.2.2-02")
    @Tag("P-3.5.2.2-03")
    @Tag("P-3.5.2.2-05")
    default void remove_by_value_path_takes_the_element_the_sub_attribute_or_nothing() {
        assertThat(emails(anna(), aPatch().remove(WORK))).containsExactly("home b@x.example");
        assertThat(emails(anna(), aPatch().remove(WORK + ".type")))
                .containsExactlyInAnyOrder("- a@x.example", "home b@x.example");
        assertThat(emails(anna(), aPatch().remove("emails[type eq \"other\"]"))).hasSize(2);
    }

    @Test
    @Tag("P-3.5.2.2-02")
    default void a_list_whose_last_element_was_removed_is_unassigned() {
        ScimAnswer user = created(anna());
        scim().patch(
                        "/Users/" + user.id(),
                        aPatch().remove(WORK).remove("emails[type eq \"home\"]").json());
        assertThat(user(user.id()).json()).doesNotContainKey("emails");
        ScimAnswer other = created(anna());
        scim().patch("/Users/" + other.id(), aPatch().remove("emails").json());
        assertThat(user(other.id()).json()).doesNotContainKey("emails");
    }

    @Test
    @Tag("P-3.5.2-08")
    @Tag("S-2.4-03")
    default void a_new_primary_takes_the_place_of_the_old_one() {
        ScimAnswer user =
                created(aUser().withPrimaryEmail("work", "a@x.example").withEmail("home", "b@x.example"));
        scim().patch(
                        "/Users/" + user.id(),
                        aPatch().replace("emails[type eq \"home\"].primary", "true")
                                .json());
        assertThat(primaries(user.id())).containsExactly("b@x.example");
        scim().patch(
                        "/Users/" + user.id(),
                        aPatch().add("emails", "[{\"value\": \"c@x.example\", \"primary\": true}]")
                                .json());
        assertThat(primaries(user.id())).containsExactly("c@x.example");
    }

    @Test
    @Tag("P-3.5.2-05")
    default void a_value_path_without_blanks_is_understood() {
        assertThat(emails(anna(), aPatch().remove("emails[type eq\"work\"]"))).containsExactly("home b@x.example");
    }

    private static UserBuilder anna() {
        return aUser().withEmail("work", "a@x.example").withEmail("home", "b@x.example");
    }

    private List<String> primaries(String id) {
        return emails(user(id)).stream()
                .filter(email -> email.getBoolean("primary", false))
                .map(email -> email.getString("value"))
                .toList();
    }

    /** The e-mails after the patch, each as type, value and display where it has one. */
    private List<String> emails(UserBuilder before, PatchBuilder patch) {
        ScimAnswer user = created(before);
        ScimAnswer answer = scim().patch("/Users/" + user.id(), patch.json());
        assertThat(answer.status()).as(answer.body()).isIn(200, 204);
        return emails(user(user.id())).stream()
                .map(email -> (email.getString("type", "-") + " " + email.getString("value") + " "
                                + email.getString("display", ""))
                        .strip())
                .toList();
    }

    private static List<JsonObject> emails(ScimAnswer user) {
        return Optional.ofNullable(user.json().getJsonArray("emails"))
                .orElse(JsonValue.EMPTY_JSON_ARRAY)
                .getValuesAs(JsonObject.class);
    }
}
