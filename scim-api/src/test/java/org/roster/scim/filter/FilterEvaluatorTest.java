package org.roster.scim.filter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.schema.Attribute;
import org.roster.scim.testing.Json;
import org.roster.scim.testing.Resources;
import org.roster.scim.testing.Types;

/** What a filter selects, RFC 7644 §3.4.2.2; single quotes stand for double ones. */
class FilterEvaluatorTest {

    private static final ScimResource BABS = Resources.user("""
            {"userName": "BJensen", "externalId": "Ext-1", "title": "Dr", "badge": "AbC",
             "name": {"familyName": "Jensen"},
             "active": true, "logins": 42, "quota": -1.50, "hired": "2011-05-13T04:42:34Z",
             "photo": "aGVsbG8=", "profileUrl": "https://example.com/Babs",
             "tags": ["Red", "green"], "floors": [3, 14],
             "emails": [{"value": "babs@example.com", "type": "work", "primary": true},
                        {"value": "babs@home.org", "type": "home"}],
             "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":
                 {"employeeNumber": "701984", "manager": {"value": "Boss"}}}""");

    @Nested
    @Tag("P-3.4.2.2-02")
    class Operators {

        @ParameterizedTest
        @CsvSource(
                quoteCharacter = '`',
                value = {
                    // text, case does not matter
                    "userName eq 'bjensen', true",
                    "userName eq 'BJENSEN', true",
                    "userName eq 'bjense', false",
                    "userName ne 'bjensen', false",
                    "userName ne 'x', true",
                    "userName co 'JENS', true",
                    "userName co 'bjensen', true",
                    "userName co 'xx', false",
                    "userName sw 'bj', true",
                    "userName sw 'bjensen', true",
                    "userName sw 'jensen', false",
                    "userName ew 'SEN', true",
                    "userName ew 'bjensen', true",
                    "userName ew 'bj', false",
                    "userName gt 'bjensem', true",
                    "userName gt 'bjensen', false",
                    "userName gt 'a', true",
                    "userName ge 'bjensen', true",
                    "userName ge 'bjenseo', false",
                    "userName lt 'bjenseo', true",
                    "userName lt 'bjensen', false",
                    "userName lt 'Z', true",
                    "userName le 'bjensen', true",
                    "userName le 'bjensem', false",
                    // text, case matters
                    "badge eq 'AbC', true",
                    "badge eq 'abc', false",
                    "badge ne 'abc', true",
                    "badge co 'b', true",
                    "badge co 'B', false",
                    "badge sw 'a', false",
                    "badge ew 'C', true",
                    "badge lt 'abc', true",
                    "externalId eq 'Ext-1', true",
                    "externalId eq 'ext-1', false",
                    "profileUrl eq 'https://example.com/Babs', true",
                    "profileUrl eq 'https://example.com/babs', false",
                    // booleans and base64
                    "active eq true, true",
                    "active eq false, false",
                    "active ne false, true",
                    "active ne true, false",
                    "photo eq 'aGVsbG8=', true",
                    "photo eq 'AGVSBG8=', false",
                    // numbers
                    "logins eq 42, true",
                    "logins eq 42.0, true",
                    "logins eq 4, false",
                    "logins ne 42, false",
                    "logins gt 9, true",
                    "logins gt 42, false",
                    "logins ge 42, true",
                    "logins lt 100, true",
                    "logins lt 42, false",
                    "logins le 42, true",
                    "logins le 41, false",
                    "logins gt -100, true",
                    "quota eq -1.5, true",
                    "quota lt -1.4, true",
                    "quota gt -1.6, true",
                    "quota gt -1.5, false",
                    "quota lt 0, true",
                    "quota ge -1.50, true",
                    "quota le -1e1, false",
                    // points in time
                    "hired eq '2011-05-13T06:42:34+02:00', true",
                    "hired eq '2011-05-13T04:42:34.000Z', true",
                    "hired ne '2011-05-13T04:42:34Z', false",
                    "hired gt '2011-05-13T05:00:00+02:00', true",
                    "hired gt '2011-05-13T04:42:34Z', false",
                    "hired ge '2011-05-13T04:42:34Z', true",
                    "hired lt '2011-05-13T04:42:34.001Z', true",
                    "hired le '2011-05-13T04:42:33Z', false",
                })
        @Tag("P-3.4.2.2-11")
        @Tag("P-3.4.2.2-12")
        @Tag("S-7-01")
        void a_value_compares_by_the_rules_of_its_type(String filter, boolean expected) {
            assertThat(matches(filter, BABS)).isEqualTo(expected);
        }

        @ParameterizedTest
        @CsvSource(
                quoteCharacter = '`',
                value = {
                    "title pr and active eq true, true",
                    "title pr and active eq false, false",
                    "title pr or active eq false, true",
                    "userType pr or active eq false, false",
                    "not (title pr), false",
                    "not (userType pr), true",
                    "userType pr and title pr or active eq true, true",
                    "userType pr and (title pr or active eq true), false",
                })
        @Tag("P-3.4.2.2-03")
        void logic_is_logic(String filter, boolean expected) {
            assertThat(matches(filter, BABS)).isEqualTo(expected);
        }

        @Test
        void all_match_the_filter_without_conditions_and_none_the_one_without_alternatives() {
            assertThat(FilterEvaluator.matches(Filter.ALL, Types.USER, BABS)).isTrue();
            assertThat(FilterEvaluator.matches(Filter.NONE, Types.USER, BABS)).isFalse();
        }

        @ParameterizedTest
        @CsvSource(
                quoteCharacter = '`',
                value = {
                    "name.familyName eq 'jensen', true",
                    "name.givenName pr, false",
                    "name pr, true",
                    "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:employeeNumber sw '7', true",
                    "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value eq 'Boss', true",
                    "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value eq 'boss', false",
                    "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department pr, false",
                })
        @Tag("P-3.4.2.2-16")
        void parts_and_extensions_are_found(String filter, boolean expected) {
            assertThat(matches(filter, BABS)).isEqualTo(expected);
        }

        @ParameterizedTest
        @CsvSource(
                quoteCharacter = '`',
                value = {"nothing eq 'x', false", "nothing pr, false", "nothing gt 1, false", "nothing ne 'x', true"})
        @Tag("P-3.4.2.1-02")
        void an_attribute_that_the_type_does_not_have_has_no_value(String filter, boolean expected) {
            assertThat(matches(filter, BABS)).isEqualTo(expected);
        }
    }

    @Nested
    @Tag("P-3.4.2.2-16")
    class WhatTheServerKnows {

        @ParameterizedTest
        @CsvSource(
                quoteCharacter = '`',
                value = {
                    "id eq 'Id-1', true",
                    "id eq 'id-1', false",
                    "id pr, true",
                    "id ne 'x', true",
                    "meta pr, true",
                    "meta.resourceType eq 'User', true",
                    "meta.resourceType eq 'user', false",
                    "meta.created pr, true",
                    "meta.created eq '2026-11-02T08:14:03.12Z', true",
                    "meta.created lt '2026-11-02T09:14:03.121+01:00', true",
                    "meta.lastModified gt '2026-11-02T08:14:03.120Z', true",
                    "meta.lastModified ge '2026-11-03T10:00:00Z', true",
                    "meta.lastModified lt '2026-11-03T10:00:00Z', false",
                    "schemas eq 'urn:ietf:params:scim:schemas:core:2.0:User', true",
                    "schemas eq 'URN:ietf:params:scim:schemas:core:2.0:user', true",
                    "schemas eq 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User', true",
                    "schemas co 'enterprise', true",
                    "schemas pr, true",
                    "schemas eq 'urn:ietf:params:scim:schemas:core:2.0:Group', false",
                    "schemas ne 'urn:ietf:params:scim:schemas:core:2.0:Group', true",
                })
        @Tag("S-3.1-08")
        @Tag("S-3.1-13")
        void id_meta_and_schemas_can_be_asked_for(String filter, boolean expected) {
            assertThat(matches(filter, BABS)).isEqualTo(expected);
        }

        @ParameterizedTest
        @ValueSource(strings = {"{}", "{'URN':null}", "{'URN':{}}", "{'URN':{'department':null}}"})
        @Tag("S-3-03")
        void the_schema_of_an_extension_is_in_use_only_if_the_extension_is(String json) {
            ScimResource user = Resources.user(json.replace("URN", Types.ENTERPRISE_URN));

            assertThat(matches("schemas eq '" + Types.ENTERPRISE_URN + "'", user))
                    .isFalse();
            assertThat(matches("schemas eq '" + Types.USER_URN + "'", user)).isTrue();
        }
    }

    @Nested
    @Tag("P-3.4.2.2-07")
    class SeveralValues {

        @ParameterizedTest
        @CsvSource(
                quoteCharacter = '`',
                value = {
                    "tags eq 'red', true",
                    "tags eq 'GREEN', true",
                    "tags eq 'blue', false",
                    "tags co 'ee', true",
                    "tags pr, true",
                    "floors gt 10, true",
                    "floors lt 10, true",
                    "floors gt 14, false",
                    "floors eq 14, true",
                    "emails.type eq 'work', true",
                    "emails.type eq 'other', false",
                    "emails.value ew '.ORG', true",
                    "emails.primary eq true, true",
                    "emails.display pr, false",
                    "emails pr, true",
                    "emails.type eq 'work' and emails.value co 'home.org', true",
                })
        @Tag("S-2.4-01")
        void one_value_that_matches_is_enough(String filter, boolean expected) {
            assertThat(matches(filter, BABS)).isEqualTo(expected);
        }

        @ParameterizedTest
        @CsvSource(
                quoteCharacter = '`',
                value = {
                    "tags ne 'red', false",
                    "tags ne 'blue', true",
                    "emails.type ne 'work', false",
                    "emails.type ne 'other', true",
                    "not (emails.type eq 'work'), false",
                    "not (emails.type eq 'other'), true",
                    "not (tags ne 'red'), true",
                })
        @Tag("P-3.4.2.2-09")
        void not_equal_means_that_no_value_is_equal(String filter, boolean expected) {
            assertThat(matches(filter, BABS)).isEqualTo(expected);
        }

        @ParameterizedTest
        @CsvSource(
                quoteCharacter = '`',
                value = {
                    "emails[type eq 'work' and value co 'example.com'], true",
                    "emails[type eq 'work' and value co 'home.org'], false",
                    "emails[type eq 'work' or value co 'home.org'], true",
                    "emails[type eq 'work'].value co 'home.org', false",
                    "emails[type eq 'home'].value co 'home.org', true",
                    "emails[type ne 'work'], true",
                    "emails[not (type eq 'work')], true",
                    "emails[not (type eq 'work' or type eq 'home')], false",
                    "not (emails[type eq 'other']), true",
                    "emails[primary eq true and type eq 'home'], false",
                    "emails[primary ne true], true",
                    "emails[display pr], false",
                    "emails[not (display pr) and type eq 'work'], true",
                    "groups[value pr], false",
                    "not (groups[value pr]), true",
                    "tags[value eq 'red'], true",
                    "floors[value gt 3 and value lt 14], false",
                })
        @Tag("P-3.4.2.2-08")
        void brackets_are_about_one_element(String filter, boolean expected) {
            assertThat(matches(filter, BABS)).isEqualTo(expected);
        }
    }

    @Nested
    @Tag("S-2.5-01")
    class Unassigned {

        @ParameterizedTest
        @ValueSource(strings = {"{}", "{'title':null}", "{'title':[]}"})
        void absent_null_and_an_empty_array_are_the_same(String json) {
            ScimResource user = Resources.user(json);

            assertThat(matches("title pr", user)).isFalse();
            assertThat(matches("title eq null", user)).isTrue();
            assertThat(matches("title ne null", user)).isFalse();
            assertThat(matches("title eq 'x'", user)).isFalse();
            assertThat(matches("title ne 'x'", user)).isTrue();
            assertThat(matches("not (title eq 'x')", user)).isTrue();
            assertThat(matches("title co ''", user)).isFalse();
            assertThat(matches("title gt ''", user)).isFalse();
            assertThat(matches("title le 'x'", user)).isFalse();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{}",
                    "{'emails':null}",
                    "{'emails':[]}",
                    "{'emails':[{}]}",
                    "{'emails':[null]}",
                    "{'emails':[{'type':null}]}"
                })
        @Tag("P-3.4.2.2-09")
        @Tag("P-3.4.2.2-10")
        void an_attribute_without_elements_is_not_there(String json) {
            ScimResource user = Resources.user(json);

            assertThat(matches("emails pr", user)).isFalse();
            assertThat(matches("emails.type pr", user)).isFalse();
            assertThat(matches("emails.type ne 'work'", user)).isTrue();
            assertThat(matches("not (emails.type eq 'work')", user)).isTrue();
            assertThat(matches("emails.type eq null", user)).isTrue();
            assertThat(matches("emails[type ne 'work']", user)).isFalse();
        }

        @ParameterizedTest
        @ValueSource(strings = {"{'name':{}}", "{'name':{'familyName':null}}", "{'name':{'familyName':[]}}"})
        @Tag("P-3.4.2.2-10")
        void an_object_without_values_is_not_there(String json) {
            assertThat(matches("name pr", Resources.user(json))).isFalse();
        }

        @Test
        void false_and_zero_are_values() {
            ScimResource user = Resources.user("{'active':false,'logins':0}");

            assertThat(matches("active pr and logins pr", user)).isTrue();
            assertThat(matches("active ne null and logins ne null", user)).isTrue();
        }

        @Test
        void a_null_among_values_is_none_of_them() {
            ScimResource user = Resources.user("{'tags':[null,'red']}");

            assertThat(matches("tags pr and tags eq 'red'", user)).isTrue();
            assertThat(matches("tags[value ne 'red']", user)).isFalse();
        }
    }

    @Nested
    class Elements {

        private final Attribute emails = Types.USER.schema().attribute("emails").orElseThrow();
        private final Attribute tags = Types.USER.schema().attribute("tags").orElseThrow();

        @Test
        @Tag("P-3.5.2-04")
        void an_element_is_compared_by_the_definitions_of_its_sub_attributes() {
            Filter filter = Filters.parse("type eq \"WORK\" and verified lt \"2026-01-01T00:00:00+01:00\"");

            assertThat(FilterEvaluator.matchesElement(
                            filter, emails, Json.value("{'type':'work','verified':'2025-12-31T22:59:59Z'}")))
                    .isTrue();
            assertThat(FilterEvaluator.matchesElement(
                            filter, emails, Json.value("{'type':'work','verified':'2025-12-31T23:00:00Z'}")))
                    .isFalse();
        }

        @Test
        @Tag("S-2.4-01")
        void an_element_that_is_no_object_is_its_own_value() {
            assertThat(FilterEvaluator.matchesElement(Filters.parse("value eq \"red\""), tags, Json.string("Red")))
                    .isTrue();
            assertThat(FilterEvaluator.matchesElement(Filters.parse("value pr"), tags, Json.string("Red")))
                    .isTrue();
        }
    }

    private static boolean matches(String filter, ScimResource resource) {
        return FilterEvaluator.matches(Filters.parse(filter.replace('\'', '"')), Types.USER, resource);
    }
}
