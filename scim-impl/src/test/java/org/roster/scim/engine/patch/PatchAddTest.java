package org.roster.scim.engine.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.engine.patch.Patch.patched;
import static org.roster.scim.fixture.Body.aThing;
import static org.roster.scim.fixture.Body.aUser;
import static org.roster.scim.fixture.JsonText.array;
import static org.roster.scim.fixture.JsonText.object;
import static org.roster.scim.fixture.Refusal.refused;
import static org.roster.scim.fixture.TestSchemas.ENTERPRISE;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.scim.fixture.Body;

/** PATCH {@code add} (RFC 7644 §3.5.2.1). */
class PatchAddTest {

    private static final Body USER =
            aUser().withName("Barbara", "Jensen").with("title", "Guide").withEmail("work", "b@x.org");

    @Nested
    class WithoutPath {

        @Test
        @Tag("P-3.5.2.1-01")
        void the_value_is_merged_into_the_resource() {
            assertThat(patched(USER, """
                            [{'op': 'add', 'value': {
                              'nickName': 'Babs', 'TITLE': 'Chief',
                              'name': {'middleName': 'J'},
                              'emails': [{'type': 'home', 'value': 'h@x.org'}],
                              '%s': {'Department': 'Tours'}, 'unknown': 1}}]""".replace("%s", ENTERPRISE)))
                    .isEqualTo(aUser().with("nickName", "Babs")
                            .with("title", "Chief")
                            .with("name", object("{'givenName': 'Barbara', 'familyName': 'Jensen', 'middleName': 'J'}"))
                            .withEmail("work", "b@x.org")
                            .withEmail("home", "h@x.org")
                            .with(ENTERPRISE, object("{'department': 'Tours'}"))
                            .attributes());
        }

        @ParameterizedTest
        @ValueSource(strings = {"'text'", "1", "[]", "null", "[{'title': 'x'}]"})
        void a_value_that_is_no_object_is_refused(String value) {
            refused(() -> patched(USER, "[{'op': 'add', 'value': " + value + "}]"))
                    .as(400, "invalidValue")
                    .saying("object of attributes");
        }

        @Test
        void a_missing_value_is_refused() {
            refused(() -> patched(USER, "[{'op': 'add'}]")).as(400, "invalidValue");
        }

        @Test
        @Tag("P-3.5.2-11")
        void a_read_only_attribute_is_refused() {
            refused(() -> patched(USER, "[{'op': 'add', 'value': {'id': 'x'}}]"))
                    .as(400, "mutability")
                    .saying("id is read-only");
        }
    }

    @Nested
    class SingleValues {

        @Test
        @Tag("P-3.5.2.1-02")
        void a_value_is_set_or_replaced() {
            assertThat(patched(aUser(), "[{'op': 'add', 'path': 'Title', 'value': 'Chief'}]"))
                    .isEqualTo(aUser().with("title", "Chief").attributes());
            assertThat(patched(aUser().with("title", "x"), "[{'op': 'ADD', 'path': 'title', 'value': 'Chief'}]"))
                    .isEqualTo(aUser().with("title", "Chief").attributes());
        }

        @Test
        @Tag("P-3.5.2.1-02")
        void a_complex_value_is_merged() {
            assertThat(patched(USER, "[{'op': 'add', 'path': 'name', 'value': {'middleName': 'J', 'givenName': 'B'}}]")
                            .getJsonObject("name"))
                    .isEqualTo(object("{'givenName': 'B', 'familyName': 'Jensen', 'middleName': 'J'}"));
        }

        @Test
        void a_sub_attribute_is_set_also_where_the_object_is_missing() {
            assertThat(patched(aUser(), "[{'op': 'add', 'path': 'name.familyName', 'value': 'Jensen'}]"))
                    .isEqualTo(aUser().with("name", object("{'familyName': 'Jensen'}"))
                            .attributes());
        }

        @Test
        @Tag("P-3.5.2-05")
        void a_path_may_be_fully_qualified_and_in_any_case() {
            assertThat(
                            patched(
                                    aUser(),
                                    "[{'op': 'add', 'path': 'urn:ietf:params:scim:schemas:core:2.0:user:NAME.FAMILYNAME', 'value': 'J'}]"))
                    .isEqualTo(
                            aUser().with("name", object("{'familyName': 'J'}")).attributes());
        }

        @Test
        @Tag("P-3.5.2-12")
        void an_extension_is_reached_by_its_urn() {
            String manager = "[{'op': 'add', 'path': '" + ENTERPRISE + ":manager.value', 'value': '26'}]";
            assertThat(patched(aUser(), manager))
                    .isEqualTo(aUser().with(ENTERPRISE, object("{'manager': {'value': '26'}}"))
                            .attributes());
            assertThat(patched(aUser(), "[{'op': 'add', 'path': '" + ENTERPRISE + "', 'value': {'division': 'D'}}]"))
                    .isEqualTo(aUser().with(ENTERPRISE, object("{'division': 'D'}"))
                            .attributes());
        }

        @Test
        @Tag("P-3.5.2-10")
        @Tag("S-7-04")
        void an_immutable_attribute_without_a_value_can_be_set_once() {
            assertThat(patched(aThing("t"), "[{'op': 'add', 'path': 'serial', 'value': '1'}]"))
                    .isEqualTo(aThing("t").with("serial", "1").attributes());
            assertThat(patched(aThing("t").with("serial", "1"), "[{'op': 'add', 'path': 'serial', 'value': '1'}]"))
                    .isEqualTo(aThing("t").with("serial", "1").attributes());
            refused(() -> patched(aThing("t").with("serial", "1"), "[{'op': 'add', 'path': 'serial', 'value': '2'}]"))
                    .as(400, "mutability")
                    .saying("serial");
        }

        @Test
        void an_immutable_sub_attribute_can_be_set_once() {
            Body locked = aThing("t").with("box", object("{'kind': 'k', 'lock': '1'}"));
            refused(() -> patched(locked, "[{'op': 'add', 'path': 'box.lock', 'value': '2'}]"))
                    .as(400, "mutability")
                    .saying("box.lock");
            assertThat(patched(locked, "[{'op': 'add', 'path': 'box.kind', 'value': 'other'}]")
                            .getJsonObject("box"))
                    .isEqualTo(object("{'kind': 'other', 'lock': '1'}"));
        }
    }

    @Nested
    class SeveralValues {

        @Test
        @Tag("P-3.5.2.1-03")
        void values_are_appended() {
            assertThat(patched(
                                    USER,
                                    "[{'op': 'add', 'path': 'emails', 'value': [{'value': 'a@x.org'}, {'value': 'c@x.org'}]}]")
                            .getJsonArray("emails"))
                    .isEqualTo(array(
                            "[{'value': 'b@x.org', 'type': 'work'}, {'value': 'a@x.org'}, {'value': 'c@x.org'}]"));
        }

        @Test
        @Tag("P-3.5.2.1-03")
        void a_single_value_needs_no_array() {
            assertThat(patched(aThing("t"), "[{'op': 'add', 'path': 'tags', 'value': 'one'}]")
                            .getJsonArray("tags"))
                    .isEqualTo(array("['one']"));
            assertThat(patched(aUser(), "[{'op': 'add', 'path': 'emails', 'value': {'value': 'a@x.org'}}]")
                            .getJsonArray("emails"))
                    .isEqualTo(array("[{'value': 'a@x.org'}]"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "[{'type': 'work', 'value': 'b@x.org'}]",
                    "[{'value': 'b@x.org'}]",
                    "{'value': 'b@x.org', 'type': 'work'}",
                    "{'value': 'B@X.org', 'type': 'Work'}",
                    "[]",
                    "null",
                    "[null]",
                    "[{}]"
                })
        @Tag("P-3.5.2.1-04")
        void adding_what_is_there_is_no_change(String value) {
            assertThat(patched(USER, "[{'op': 'add', 'path': 'emails', 'value': " + value + "}]"))
                    .isEqualTo(USER.attributes());
        }

        @Test
        void the_same_address_of_another_kind_is_another_value() {
            assertThat(patched(
                                    USER,
                                    "[{'op': 'add', 'path': 'emails', 'value': [{'type': 'home', 'value': 'b@x.org'}]}]")
                            .getJsonArray("emails"))
                    .hasSize(2);
        }

        @Test
        void values_that_are_sent_twice_are_added_once() {
            assertThat(patched(aThing("t"), "[{'op': 'add', 'path': 'tags', 'value': ['a', 'a', 'b']}]")
                            .getJsonArray("tags"))
                    .isEqualTo(array("['a', 'b']"));
        }

        @Test
        @Tag("P-3.5.2-08")
        void a_new_primary_value_takes_it_from_the_others() {
            Body two = aUser().withPrimaryEmail("work", "b@x.org").withEmail("home", "h@x.org");
            assertThat(patched(
                                    two,
                                    "[{'op': 'add', 'path': 'emails', 'value': [{'value': 'n@x.org', 'primary': true}]}]")
                            .getJsonArray("emails"))
                    .isEqualTo(array("""
                                    [{'value': 'b@x.org', 'type': 'work', 'primary': false},
                                     {'value': 'h@x.org', 'type': 'home'},
                                     {'value': 'n@x.org', 'primary': true}]"""));
        }

        @Test
        @Tag("P-3.5.2-08")
        void making_a_value_that_is_there_primary_moves_it() {
            Body two = aUser().withPrimaryEmail("work", "b@x.org").withEmail("home", "h@x.org");
            assertThat(patched(
                                    two,
                                    "[{'op': 'add', 'path': 'emails', 'value': [{'value': 'h@x.org', 'primary': true}]}]")
                            .getJsonArray("emails"))
                    .isEqualTo(array("""
                                    [{'value': 'b@x.org', 'type': 'work', 'primary': false},
                                     {'value': 'h@x.org', 'type': 'home', 'primary': true}]"""));
        }

        @Test
        @Tag("P-3.5.2-08")
        void a_new_primary_value_takes_it_also_from_one_that_is_sent_again() {
            Body one = aUser().withPrimaryEmail("work", "b@x.org");
            assertThat(patched(
                                    one,
                                    "[{'op': 'add', 'path': 'emails', 'value': [{'value': 'b@x.org'}, {'value': 'n@x.org', 'primary': true}]}]")
                            .getJsonArray("emails"))
                    .isEqualTo(
                            array(
                                    "[{'value': 'b@x.org', 'type': 'work', 'primary': false}, {'value': 'n@x.org', 'primary': true}]"));
        }

        @Test
        void two_primary_values_at_once_are_refused() {
            refused(
                            () -> patched(
                                    aUser(),
                                    "[{'op': 'add', 'path': 'emails', 'value': [{'value': 'a', 'primary': true}, {'value': 'b', 'primary': true}]}]"))
                    .as(400, "invalidValue")
                    .saying("emails", "primary");
        }

        @Test
        void an_extension_has_several_values_too() {
            Body thing = aThing("t").with("urn:example:params:scim:schemas:test:Badge", object("{'number': '1'}"));
            assertThat(patched(
                                    thing,
                                    "[{'op': 'add', 'path': 'urn:example:params:scim:schemas:test:Badge:levels', 'value': [{'value': 'gold', 'rank': 1}]}]")
                            .getJsonObject("urn:example:params:scim:schemas:test:Badge"))
                    .isEqualTo(object("{'number': '1', 'levels': [{'value': 'gold', 'rank': 1}]}"));
        }
    }

    @Nested
    class ValuePaths {

        private static final String WORK = "emails[type eq \\\"work\\\"]";

        @Test
        @Tag("P-3.5.2.1-05")
        void sub_attributes_are_set_on_every_element_that_matches() {
            Body two = aUser().withEmail("work", "a@x.org")
                    .withEmail("work", "b@x.org")
                    .withEmail("home", "c@x.org");
            assertThat(patched(two, "[{'op': 'add', 'path': '" + WORK + "', 'value': {'display': 'D'}}]")
                            .getJsonArray("emails"))
                    .isEqualTo(array("""
                                    [{'value': 'a@x.org', 'type': 'work', 'display': 'D'},
                                     {'value': 'b@x.org', 'type': 'work', 'display': 'D'},
                                     {'value': 'c@x.org', 'type': 'home'}]"""));
            assertThat(patched(two, "[{'op': 'add', 'path': '" + WORK + ".display', 'value': 'D'}]"))
                    .isEqualTo(patched(two, "[{'op': 'add', 'path': '" + WORK + "', 'value': {'display': 'D'}}]"));
        }

        @Test
        @Tag("A-01")
        void what_the_filter_describes_is_created_if_it_is_missing() {
            assertThat(patched(aUser(), "[{'op': 'add', 'path': '" + WORK + ".value', 'value': 'n@x.org'}]")
                            .getJsonArray("emails"))
                    .isEqualTo(array("[{'type': 'work', 'value': 'n@x.org'}]"));
            assertThat(patched(
                                    aUser(),
                                    "[{'op': 'add', 'path': 'emails[type eq \\\"work\\\" and primary eq true]', 'value': {'value': 'n@x.org'}}]")
                            .getJsonArray("emails"))
                    .isEqualTo(array("[{'type': 'work', 'primary': true, 'value': 'n@x.org'}]"));
            assertThat(patched(
                                    aUser(),
                                    "[{'op': 'add', 'path': 'emails[type eq \\\"work\\\" and primary eq false].value', 'value': 'n@x.org'}]")
                            .getJsonArray("emails"))
                    .isEqualTo(array("[{'type': 'work', 'primary': false, 'value': 'n@x.org'}]"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "type ne 'work'",
                    "type eq 'work' or type eq 'home'",
                    "not (type eq 'work')",
                    "type pr",
                    "type sw 'w'",
                    "type eq null"
                })
        @Tag("A-01")
        void what_the_filter_does_not_describe_is_no_target(String filter) {
            refused(() -> patched(
                            aUser(),
                            "[{'op': 'add', 'path': 'emails[" + filter.replace("'", "\\\"")
                                    + "].value', 'value': 'n'}]"))
                    .as(400, "noTarget")
                    .saying("emails", filter.replace('\'', '"'));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "emails[type eq 'work'].type | 'home'",
                    "emails[type eq 'work' and type eq 'home'].value | 'x'",
                    "emails[type eq 'work'] | {'value': 'x', 'type': 'home'}"
                })
        @Tag("A-01")
        void what_the_filter_would_not_select_is_not_created(String path, String value) {
            refused(() -> patched(
                            aUser(),
                            "[{'op': 'add', 'path': '" + path.replace("'", "\\\"") + "', 'value': " + value + "}]"))
                    .as(400, "noTarget");
        }

        @Test
        @Tag("P-3.5.2-08")
        void primary_moves_to_the_element_that_the_path_selects() {
            Body two = aUser().withEmail("work", "b@x.org").withPrimaryEmail("home", "h@x.org");
            assertThat(patched(two, "[{'op': 'add', 'path': '" + WORK + ".primary', 'value': true}]")
                            .getJsonArray("emails"))
                    .isEqualTo(array("""
                                    [{'value': 'b@x.org', 'type': 'work', 'primary': true},
                                     {'value': 'h@x.org', 'type': 'home', 'primary': false}]"""));
        }

        @Test
        void a_value_path_on_a_single_value_is_refused() {
            refused(() -> patched(
                            USER, "[{'op': 'add', 'path': 'name[givenName eq \\\"B\\\"].familyName', 'value': 'x'}]"))
                    .as(400, "invalidPath")
                    .saying("name", "brackets");
        }

        @Test
        void an_element_must_be_an_object_of_sub_attributes() {
            refused(() -> patched(USER, "[{'op': 'add', 'path': '" + WORK + "', 'value': 'b@x.org'}]"))
                    .as(400, "invalidValue")
                    .saying("emails");
        }
    }
}
