package org.roster.scim.kit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.roster.scim.fixture.Body.aThing;
import static org.roster.scim.fixture.Body.aUser;
import static org.roster.scim.fixture.Refusal.refused;
import static org.roster.scim.fixture.TestSchemas.BADGE;
import static org.roster.scim.fixture.TestSchemas.USER;

import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roster.scim.fixture.Body;
import org.roster.scim.fixture.JsonText;
import org.roster.scim.resource.ScimResource;

/** A unique value belongs to one resource of its type (RFC 7643 §7, RFC 7644 §3.3). */
interface UniquenessContract extends TwoTenants {

    @ParameterizedTest
    @CsvSource({
        "bjensen, bjensen",
        "bjensen, BJensen",
        "Straße, STRAßE",
        "jos\u00e9, Jose\u0301",
        "\u00c5ngstr\u00f6m, a\u030angstr\u00f6m",
        "\uff21\uff22, ab",
        "o'brien@x.org, O'Brien@X.org",
        "100%_!\\, 100%_!\\",
        "\uD83D\uDE00, \uD83D\uDE00"
    })
    @Tag("P-3.3-04")
    default void a_value_that_differs_by_case_or_form_only_is_taken(String first, String second) {
        assumeTrue(first.equalsIgnoreCase(second) || comparesLooks(), "texts that look alike are two texts");
        directory().create(aUser(first));

        refused(() -> directory().create(aUser(second))).as(409, "uniqueness").saying("userName", second);
        assertThat(directory().all(USER)).hasSize(1);
    }

    @Test
    default void where_case_matters_it_tells_values_apart() {
        directory().create(aThing("a").with("code", "x1"));
        directory().create(aThing("b").with("code", "X1"));

        refused(() -> directory().create(aThing("c").with("code", "X1")))
                .as(409, "uniqueness")
                .saying("code", "X1");
    }

    @Test
    default void resources_without_the_value_do_not_collide() {
        directory().create(aThing("a"));
        assertThat(directory().create(aThing("b"))).isNotNull();
    }

    @Test
    default void deleting_frees_a_value() {
        directory().delete(directory().create(aUser("bjensen")));
        assertThat(directory().create(aUser("BJENSEN")).text("userName")).contains("BJENSEN");
    }

    @Test
    default void renaming_frees_the_old_value_and_takes_the_new_one() {
        ScimResource user = directory().create(aUser("old"));
        directory().patch(user, "[{'op': 'replace', 'path': 'userName', 'value': 'new'}]");

        refused(() -> directory().create(aUser("NEW"))).as(409, "uniqueness");
        assertThat(directory().create(aUser("OLD"))).isNotNull();
    }

    @Test
    default void a_resource_may_change_the_case_of_its_own_value() {
        ScimResource user = directory().create(aUser("bjensen"));

        ScimResource renamed = directory().replace(user, aUser("BJensen"));

        assertThat(renamed.text("userName")).contains("BJensen");
        assertThat(directory().read(user)).isEqualTo(renamed);
        assertThat(directory().names(USER, "userName eq \"bjensen\"")).containsExactly("BJensen");
    }

    @Test
    @Tag("P-3.5.1-09")
    default void taking_the_value_of_another_by_put_or_patch_is_refused_and_changes_nothing() {
        directory().create(aUser("taken"));
        ScimResource user = directory().create(aUser("free").with(title(), "Guide"));

        refused(() -> directory().replace(user, aUser("Taken")))
                .as(409, "uniqueness")
                .saying("userName", "Taken");
        refused(
                        () -> directory()
                                .patch(
                                        user,
                                        "[{'op': 'remove', 'path': '{title}'}, {'op': 'add', 'path': 'userName', 'value': 'taken'}]"))
                .as(409, "uniqueness")
                .saying("userName");

        assertThat(directory().read(user)).isEqualTo(user);
        assertThat(directory().names(USER, "{title} pr")).containsExactly("free");
    }

    @Test
    default void values_that_share_their_first_300_characters_are_two_values() {
        needsText(401);
        String beginning = "x".repeat(400);
        directory().create(aUser(beginning + "1"));
        directory().create(aUser(beginning + "2"));

        refused(() -> directory().create(aUser(beginning.toUpperCase(Locale.ROOT) + "1")))
                .as(409, "uniqueness");
    }

    @Test
    default void a_value_in_an_extension_is_unique_too() {
        Body first = aThing("a").with(BADGE, JsonText.object("{'number': 'B-1'}"));
        directory().create(first);

        refused(() -> directory().create(aThing("b").with(BADGE, JsonText.object("{'number': 'B-1'}"))))
                .as(409, "uniqueness")
                .saying(BADGE + ":number", "B-1");
    }

    @Test
    default void each_of_several_values_is_unique() {
        directory().create(aThing("a").with("aliases", JsonText.array("['one', 'two']")));

        refused(() -> directory().create(aThing("b").with("aliases", JsonText.array("['three', 'TWO']"))))
                .as(409, "uniqueness")
                .saying("aliases", "TWO");
    }

    @Test
    default void a_resource_does_not_collide_with_itself() {
        ScimResource thing = directory().create(aThing("a").with("aliases", JsonText.array("['one', 'two']")));
        directory().replace(thing, aThing("a").with("aliases", JsonText.array("['TWO', 'One', 'ONE']")));
        assertThat(directory().read(thing).attributes().get("aliases")).isEqualTo(JsonText.array("['TWO', 'One']"));

        directory().patch(thing, "[{'op': 'remove', 'path': 'aliases[value eq \\\"one\\\"]'}]");
        assertThat(directory().create(aThing("b").with("aliases", JsonText.array("['one']"))))
                .isNotNull();
    }
}
