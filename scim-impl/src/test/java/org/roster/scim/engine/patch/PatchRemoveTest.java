package org.roster.scim.engine.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.engine.patch.Patch.patched;
import static org.roster.scim.fixture.Body.aGroup;
import static org.roster.scim.fixture.Body.aThing;
import static org.roster.scim.fixture.Body.aUser;
import static org.roster.scim.fixture.JsonText.array;
import static org.roster.scim.fixture.JsonText.object;
import static org.roster.scim.fixture.Refusal.refused;
import static org.roster.scim.fixture.TestSchemas.BADGE;
import static org.roster.scim.fixture.TestSchemas.ENTERPRISE;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.scim.fixture.Body;

/** PATCH {@code remove} (RFC 7644 §3.5.2.2). */
class PatchRemoveTest {

    private static final Body USER = aUser().withName("Barbara", "Jensen")
            .with("title", "Guide")
            .withEmail("work", "b@x.org")
            .withEmail("home", "h@x.org");

    @Test
    @Tag("P-3.5.2.2-01")
    void remove_without_path_is_refused_with_noTarget() {
        refused(() -> patched(USER, "[{'op': 'remove'}]")).as(400, "noTarget").saying("path");
        refused(() -> patched(USER, "[{'op': 'remove', 'value': {'title': 'Guide'}}]"))
                .as(400, "noTarget");
    }

    @ParameterizedTest
    @ValueSource(strings = {"title", "TITLE", "urn:ietf:params:scim:schemas:core:2.0:User:title"})
    @Tag("P-3.5.2.2-02")
    void a_single_value_becomes_unassigned(String path) {
        assertThat(patched(USER, "[{'op': 'remove', 'path': '" + path + "'}]"))
                .isEqualTo(USER.without("title").attributes());
    }

    @Test
    void a_sub_attribute_goes_and_the_last_one_takes_the_object_along() {
        assertThat(patched(USER, "[{'op': 'remove', 'path': 'name.givenName'}]").getJsonObject("name"))
                .isEqualTo(object("{'familyName': 'Jensen'}"));
        assertThat(patched(
                        USER,
                        "[{'op': 'remove', 'path': 'name.givenName'}, {'op': 'remove', 'path': 'name.familyName'}]"))
                .isEqualTo(USER.without("name").attributes());
        assertThat(patched(USER, "[{'op': 'remove', 'path': 'name'}]"))
                .isEqualTo(USER.without("name").attributes());
    }

    @Test
    @Tag("P-3.5.2.2-02")
    void all_values_go_without_a_filter() {
        assertThat(patched(USER, "[{'op': 'remove', 'path': 'emails'}]"))
                .isEqualTo(USER.without("emails").attributes());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "emails[type eq 'work']",
                "emails[value eq 'B@X.ORG']",
                "emails[type ne 'home']",
                "emails[not (type eq 'home')]",
                "emails[type sw 'w' and value ew 'org']"
            })
    @Tag("P-3.5.2.2-02")
    void values_that_match_go(String path) {
        assertThat(patched(USER, "[{'op': 'remove', 'path': '" + path.replace("'", "\\\"") + "'}]"))
                .isEqualTo(USER.without("emails").withEmail("home", "h@x.org").attributes());
    }

    @Test
    @Tag("P-3.5.2.2-02")
    void the_last_value_that_goes_leaves_the_attribute_unassigned() {
        assertThat(patched(USER, "[{'op': 'remove', 'path': 'emails[value pr]'}]"))
                .isEqualTo(USER.without("emails").attributes());
    }

    @Test
    @Tag("P-3.5.2.2-03")
    void a_sub_attribute_goes_from_the_values_that_match() {
        assertThat(patched(USER, "[{'op': 'remove', 'path': 'emails[type eq \\\"work\\\"].type'}]")
                        .getJsonArray("emails"))
                .isEqualTo(array("[{'value': 'b@x.org'}, {'value': 'h@x.org', 'type': 'home'}]"));
    }

    @Test
    void a_sub_attribute_goes_from_all_values() {
        assertThat(patched(USER, "[{'op': 'remove', 'path': 'emails.type'}]").getJsonArray("emails"))
                .isEqualTo(array("[{'value': 'b@x.org'}, {'value': 'h@x.org'}]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nickName",
                "phoneNumbers",
                "emails[type eq 'other']",
                "emails[type eq 'other'].value",
                "name.middleName",
                "phoneNumbers[type eq 'work']",
                ENTERPRISE,
                ENTERPRISE + ":department",
                ENTERPRISE + ":manager.value"
            })
    @Tag("P-3.5.2.2-05")
    @Tag("A-12")
    void removing_what_is_not_there_is_no_change(String path) {
        assertThat(patched(USER, "[{'op': 'remove', 'path': '" + path.replace("'", "\\\"") + "'}]"))
                .isEqualTo(USER.attributes());
    }

    @Test
    @Tag("P-3.5.2.2-04")
    @Tag("A-12")
    void a_required_attribute_cannot_be_removed() {
        refused(() -> patched(USER, "[{'op': 'remove', 'path': 'userName'}]"))
                .as(400, "mutability")
                .saying("userName is required");
        Body thing = aThing("t").with("box", object("{'kind': 'k', 'width': 1}"));
        refused(() -> patched(thing, "[{'op': 'remove', 'path': 'box.kind'}]")).as(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "meta", "meta.created", "schemas", "groups", "groups[value eq '1']", "groups.value"})
    @Tag("P-3.5.2.2-04")
    @Tag("P-3.5.2-11")
    void a_read_only_attribute_cannot_be_removed(String path) {
        refused(() -> patched(USER, "[{'op': 'remove', 'path': '" + path.replace("'", "\\\"") + "'}]"))
                .as(400, "mutability")
                .saying("read-only");
    }

    @Test
    @Tag("P-3.5.2.2-07")
    void removing_an_extension_removes_all_of_it() {
        Body extended = USER.with(ENTERPRISE, object("{'department': 'D', 'manager': {'value': '1'}}"));
        assertThat(patched(extended, "[{'op': 'remove', 'path': '" + ENTERPRISE + "'}]"))
                .isEqualTo(USER.attributes());
        assertThat(patched(extended, "[{'op': 'remove', 'path': '" + ENTERPRISE + ":manager'}]"))
                .isEqualTo(USER.with(ENTERPRISE, object("{'department': 'D'}")).attributes());
    }

    @Test
    @Tag("P-3.5.2.2-07")
    void what_an_extension_requires_goes_with_all_of_it() {
        Body badge = aThing("t").with(BADGE, object("{'number': '1', 'color': 'red'}"));
        assertThat(patched(badge, "[{'op': 'remove', 'path': '" + BADGE + "'}]"))
                .isEqualTo(aThing("t").attributes());
        assertThat(patched(badge, "[{'op': 'replace', 'path': '" + BADGE + "', 'value': null}]"))
                .isEqualTo(aThing("t").attributes());
        refused(() -> patched(badge, "[{'op': 'remove', 'path': '" + BADGE + ":number'}]"))
                .as(400, "mutability");
    }

    @Test
    void removing_the_last_attribute_of_an_extension_removes_the_extension() {
        Body extended = USER.with(ENTERPRISE, object("{'department': 'D'}"));
        assertThat(patched(extended, "[{'op': 'remove', 'path': '" + ENTERPRISE + ":department'}]"))
                .isEqualTo(USER.attributes());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{'value': 'b@x.org'}]",
                "[{'value': 'b@x.org', 'type': 'work'}]",
                "{'value': 'b@x.org'}",
                "[{'type': 'work'}]",
                "[{'value': 'b@x.org'}, {'value': 'nobody@x.org'}]"
            })
    @Tag("A-03")
    void a_list_removes_what_it_lists(String list) {
        assertThat(patched(USER, "[{'op': 'remove', 'path': 'emails', 'value': " + list + "}]"))
                .isEqualTo(USER.without("emails").withEmail("home", "h@x.org").attributes());
    }

    @Test
    @Tag("A-03")
    void a_list_that_says_the_type_removes_the_value_of_this_type() {
        Body twice = aUser().withEmail("work", "b@x.org").withEmail("home", "b@x.org");
        assertThat(
                        patched(
                                twice,
                                "[{'op': 'remove', 'path': 'emails', 'value': [{'value': 'B@x.org', 'type': 'work', 'display': 'old'}]}]"))
                .isEqualTo(aUser().withEmail("home", "b@x.org").attributes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[{'value': 'nobody@x.org'}]", "[{}]", "[null]", "{}", "{'unknown': 1}"})
    @Tag("A-03")
    @Tag("P-3.5.2.2-06")
    void a_list_that_names_nobody_removes_nobody(String list) {
        assertThat(patched(USER, "[{'op': 'remove', 'path': 'emails', 'value': " + list + "}]"))
                .isEqualTo(USER.attributes());
    }

    @Test
    @Tag("A-03")
    void a_list_of_plain_values_removes_these() {
        Body thing = aThing("t").with("tags", array("['a', 'b', 'c']"));
        assertThat(patched(thing, "[{'op': 'remove', 'path': 'tags', 'value': ['a', 'c', 'x']}]"))
                .isEqualTo(aThing("t").with("tags", array("['b']")).attributes());
        assertThat(patched(thing, "[{'op': 'remove', 'path': 'tags[value eq \\\"B\\\"]'}]"))
                .isEqualTo(aThing("t").with("tags", array("['a', 'c']")).attributes());
    }

    @Test
    @Tag("P-3.5.2.2-06")
    void the_members_of_a_group_are_removed_by_list() {
        Body group = aGroup("g").with("members", array("[{'value': '1'}, {'value': '2'}]"));
        assertThat(patched(group, "[{'op': 'remove', 'path': 'members', 'value': [{'value': '1'}]}]"))
                .isEqualTo(
                        aGroup("g").with("members", array("[{'value': '2'}]")).attributes());
        assertThat(patched(group, "[{'op': 'remove', 'path': 'members', 'value': null}]"))
                .isEqualTo(aGroup("g").attributes());
        refused(() -> patched(group, "[{'op': 'remove', 'path': 'members', 'value': [{'display': 'x'}]}]"))
                .as(400, "invalidValue")
                .saying("members", "id");
    }
}
