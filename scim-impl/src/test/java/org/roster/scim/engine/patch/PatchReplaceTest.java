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

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.scim.fixture.Body;

/** PATCH {@code replace} (RFC 7644 §3.5.2.3), and what all operations have in common. */
class PatchReplaceTest {

    private static final Body USER = aUser().withName("Barbara", "Jensen")
            .with("active", true)
            .withEmail("work", "b@x.org")
            .withPrimaryEmail("home", "h@x.org");

    private static String replace(String path, String value) {
        return "[{'op': 'replace', 'path': '" + path.replace("'", "\\\"") + "', 'value': " + value + "}]";
    }

    @Test
    @Tag("P-3.5.2.3-01")
    void without_path_each_listed_attribute_is_replaced() {
        assertThat(patched(USER, "[{'op': 'replace', 'value': {'active': false}}]"))
                .isEqualTo(USER.with("active", false).attributes());
        assertThat(patched(
                        USER,
                        "[{'op': 'replace', 'value': {'emails': [{'value': 'n@x.org'}], 'name': {'givenName': 'B'}, '"
                                + ENTERPRISE + "': {'division': 'D'}}}]"))
                .isEqualTo(USER.with("emails", array("[{'value': 'n@x.org'}]"))
                        .withName("B", "Jensen")
                        .with(ENTERPRISE, object("{'division': 'D'}"))
                        .attributes());
    }

    @Test
    @Tag("P-3.5.2.3-02")
    void a_single_value_is_replaced_or_set() {
        assertThat(patched(USER, replace("userName", "'new'")))
                .isEqualTo(USER.with("userName", "new").attributes());
        assertThat(patched(USER, replace("title", "'Guide'")))
                .isEqualTo(USER.with("title", "Guide").attributes());
        assertThat(patched(USER, replace(ENTERPRISE + ":department", "'D'")))
                .isEqualTo(USER.with(ENTERPRISE, object("{'department': 'D'}")).attributes());
    }

    @Test
    @Tag("P-3.5.2.3-02")
    void several_values_are_replaced_as_a_whole() {
        assertThat(patched(USER, replace("emails", "[{'value': 'n@x.org'}]")))
                .isEqualTo(USER.with("emails", array("[{'value': 'n@x.org'}]")).attributes());
        assertThat(patched(USER, replace("emails", "{'value': 'n@x.org'}")))
                .isEqualTo(USER.with("emails", array("[{'value': 'n@x.org'}]")).attributes());
    }

    @Test
    @Tag("P-3.5.2.3-03")
    @Tag("A-04")
    void of_a_complex_value_what_is_not_sent_stays() {
        assertThat(patched(USER, replace("name", "{'givenName': 'B', 'middleName': null}")))
                .isEqualTo(USER.withName("B", "Jensen").attributes());
        assertThat(patched(USER, replace("name", "{'givenName': null}")).getJsonObject("name"))
                .isEqualTo(object("{'familyName': 'Jensen'}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"emails | null", "emails | []", "emails | [null]", "emails | [{}]"})
    @Tag("P-3.5.2.3-06")
    void null_and_an_empty_list_unassign_several_values(String path, String value) {
        assertThat(patched(USER, replace(path, value)))
                .isEqualTo(USER.without("emails").attributes());
    }

    @Test
    @Tag("P-3.5.2.3-06")
    void null_unassigns_a_single_value() {
        assertThat(patched(USER, replace("active", "null")))
                .isEqualTo(USER.without("active").attributes());
        assertThat(patched(USER, replace("name", "null")))
                .isEqualTo(USER.without("name").attributes());
        assertThat(patched(USER, replace("name.givenName", "null")).getJsonObject("name"))
                .isEqualTo(object("{'familyName': 'Jensen'}"));
        assertThat(patched(USER.with(ENTERPRISE, object("{'division': 'D'}")), replace(ENTERPRISE, "null")))
                .isEqualTo(USER.attributes());
    }

    @Test
    void a_required_attribute_cannot_be_unassigned() {
        refused(() -> patched(USER, replace("userName", "null"))).as(400).saying("userName");
        refused(() -> patched(USER, replace("userName", "' '")))
                .as(400, "invalidValue")
                .saying("userName");
    }

    @Nested
    class ValuePaths {

        @Test
        @Tag("P-3.5.2.3-04")
        void every_element_that_matches_is_replaced() {
            assertThat(patched(USER, replace("emails[type eq 'work']", "{'value': 'n@x.org', 'type': 'other'}"))
                            .getJsonArray("emails"))
                    .isEqualTo(array("""
                                    [{'value': 'n@x.org', 'type': 'other'},
                                     {'value': 'h@x.org', 'type': 'home', 'primary': true}]"""));
        }

        @Test
        @Tag("P-3.5.2.3-04")
        void a_sub_attribute_is_replaced_in_every_element_that_matches() {
            assertThat(patched(USER, replace("emails[value ew 'x.org'].display", "'D'"))
                            .getJsonArray("emails"))
                    .isEqualTo(array("""
                                    [{'value': 'b@x.org', 'type': 'work', 'display': 'D'},
                                     {'value': 'h@x.org', 'type': 'home', 'primary': true, 'display': 'D'}]"""));
        }

        @Test
        void without_brackets_a_sub_attribute_is_replaced_in_every_element() {
            assertThat(patched(USER, replace("emails.display", "'D'")))
                    .isEqualTo(patched(USER, replace("emails[value pr].display", "'D'")));
        }

        @ParameterizedTest
        @ValueSource(strings = {"emails[type eq 'other']", "phoneNumbers[type eq 'work']"})
        @Tag("P-3.5.2.3-05")
        @Tag("A-02")
        void no_match_is_no_target(String path) {
            refused(() -> patched(USER, replace(path, "{'value': 'x'}")))
                    .as(400, "noTarget")
                    .saying("no element", path.substring(path.indexOf('[')).replace('\'', '"'));
            refused(() -> patched(USER, replace(path + ".value", "'x'"))).as(400, "noTarget");
            refused(() -> patched(USER, replace(path + ".value", "null"))).as(400, "noTarget");
        }

        @Test
        @Tag("P-3.5.2-08")
        void primary_moves() {
            assertThat(patched(USER, replace("emails[type eq 'work'].primary", "true"))
                            .getJsonArray("emails"))
                    .isEqualTo(array("""
                                    [{'value': 'b@x.org', 'type': 'work', 'primary': true},
                                     {'value': 'h@x.org', 'type': 'home', 'primary': false}]"""));
        }

        @Test
        @Tag("P-3.5.2.3-04")
        void values_that_are_not_complex_are_replaced_too() {
            Body thing = aThing("t").with("tags", array("['a', 'b', 'c']"));
            assertThat(patched(thing, replace("tags[value eq 'A']", "'z'")).getJsonArray("tags"))
                    .isEqualTo(array("['z', 'b', 'c']"));
            refused(() -> patched(thing, replace("tags[value eq 'x']", "'z'"))).as(400, "noTarget");
            refused(() -> patched(thing, replace("tags[value eq 'a']", "1"))).as(400, "invalidValue");
            refused(() -> patched(thing, replace("tags[value eq 'a']", "null"))).as(400, "invalidValue");
        }

        @Test
        @Tag("S-2.4-07")
        void elements_that_become_the_same_are_one() {
            assertThat(patched(aThing("t").with("tags", array("['a', 'b']")), replace("tags[value pr]", "'z'"))
                            .getJsonArray("tags"))
                    .isEqualTo(array("['z']"));
            Body twice = aUser().withEmail("work", "b@x.org").withEmail("home", "b@x.org");
            assertThat(patched(twice, replace("emails.type", "'other'")).getJsonArray("emails"))
                    .isEqualTo(array("[{'value': 'b@x.org', 'type': 'other'}]"));
        }

        @Test
        @Tag("P-3.5.2-08")
        void of_several_that_become_primary_the_first_does() {
            assertThat(patched(USER, replace("emails.primary", "true")).getJsonArray("emails"))
                    .isEqualTo(array("""
                                    [{'value': 'b@x.org', 'type': 'work', 'primary': true},
                                     {'value': 'h@x.org', 'type': 'home', 'primary': false}]"""));
        }

        @Test
        void a_member_cannot_become_another() {
            Body group = aGroup("g").with("members", array("[{'value': '1'}]"));
            refused(() -> patched(group, replace("members[value eq '1']", "{'value': '2'}")))
                    .as(400, "mutability")
                    .saying("members");
        }

        @Test
        void setting_the_primary_element_primary_again_is_no_change() {
            assertThat(patched(USER, replace("emails[type eq 'home'].primary", "true")))
                    .isEqualTo(USER.attributes());
        }

        @Test
        void an_element_can_be_unassigned_by_null() {
            assertThat(patched(USER, replace("emails[type eq 'work'].display", "null")))
                    .isEqualTo(USER.attributes());
        }

        @Test
        void elements_of_an_extension_are_replaced() {
            Body thing = aThing("t")
                    .with(BADGE, object("{'number': '1', 'levels': [{'value': 'a', 'rank': 1}, {'value': 'b'}]}"));
            assertThat(patched(thing, replace(BADGE + ":levels[value eq 'a'].rank", "2"))
                            .getJsonObject(BADGE))
                    .isEqualTo(object("{'number': '1', 'levels': [{'value': 'a', 'rank': 2}, {'value': 'b'}]}"));
        }
    }

    @Nested
    class Refusals {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "unknown | 'x' | invalidPath | unknown",
                    "name.unknown | 'x' | invalidPath | name.unknown",
                    "userName.value | 'x' | invalidPath | userName.value",
                    "urn:unknown:thing | 'x' | invalidPath | urn:unknown:thing",
                    "emails[unknown eq 'x'].value | 'x' | invalidFilter | unknown",
                    "emails[type is 'x'].value | 'x' | invalidFilter | did you mean",
                    "emails[type eq 'work' | 'x' | invalidPath | emails[type",
                    "emails[type eq 'work']value | 'x' | invalidPath | is not a path",
                    "a b | 'x' | invalidPath | a b",
                    "active | 'true' | invalidValue | active: expected true or false, found the string",
                    "userName | 5 | invalidValue | userName: expected a string, found the number 5",
                    "name | 'x' | invalidValue | name: expected an object",
                    "emails | 'b@x.org' | invalidValue | emails[0]: expected an object",
                    "emails[type eq 'work'].primary | 'yes' | invalidValue | emails.primary: expected true or false",
                    "groups | [] | mutability | groups is read-only",
                    "meta.created | '2020-01-01T00:00:00Z' | mutability | read-only",
                })
        @Tag("P-3.5.2-04")
        @Tag("P-3.5.2-09")
        void say_what_was_wrong_and_where(String path, String value, String scimType, String detail) {
            refused(() -> patched(USER, replace(path, value))).as(400, scimType).saying(detail);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "count | 1.5 | whole number", "weight | '1' | a number", "since | 'yesterday' | dateTime",
                    "since | '2020-02-30T00:00:00Z' | dateTime", "blob | '***' | base64", "link | 1 | URI",
                    "tags | [1] | tags[0]: expected a string", "counts | [1, 'x'] | counts[1]"
                })
        void name_the_type_that_was_expected(String attribute, String value, String detail) {
            refused(() -> patched(aThing("t"), replace(attribute, value)))
                    .as(400, "invalidValue")
                    .saying(attribute, detail);
        }

        @Test
        @Tag("P-3.5.2-10")
        void an_immutable_attribute_is_set_by_one_operation_only() {
            String set = "{'op': 'add', 'path': 'serial', 'value': '1'}";
            refused(() -> patched(aThing("t"), "[" + set + ", {'op': 'replace', 'path': 'serial', 'value': '2'}]"))
                    .as(400, "mutability")
                    .saying("serial");
            refused(() -> patched(aThing("t").with("serial", "1"), "[{'op': 'remove', 'path': 'serial'}, " + set + "]"))
                    .as(400, "mutability");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{'op': 'add', 'value': {'title': 'x', 'TITLE': 'y'}}",
                    "{'op': 'add', 'path': 'name', 'value': {'givenName': 'x', 'givenname': 'y'}}",
                    "{'op': 'replace', 'path': 'emails[value pr]', 'value': {'type': 'x', 'Type': 'y'}}",
                    "{'op': 'add', 'path': '%s', 'value': {'division': 'x', 'DIVISION': 'y'}}"
                })
        @Tag("S-2.1-01")
        void a_name_that_is_there_twice_in_different_case_is_refused(String operation) {
            refused(() -> patched(USER, "[" + operation.replace("%s", ENTERPRISE) + "]"))
                    .as(400, "invalidSyntax")
                    .saying("appears twice");
        }

        @Test
        void a_replace_without_a_value_is_refused() {
            refused(() -> patched(USER, "[{'op': 'replace', 'path': 'title'}]"))
                    .as(400, "invalidValue")
                    .saying("replace title needs a value");
        }

        @Test
        void a_long_wrong_value_is_not_repeated_in_full() {
            String detail = refused(() -> patched(USER, replace("active", "'" + "x".repeat(5_000) + "'")))
                    .as(400, "invalidValue")
                    .error()
                    .detail();
            assertThat(detail).hasSizeLessThan(200);
        }
    }
}
