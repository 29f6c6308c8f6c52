package org.roster.scim.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.filter.CompareOperator.CO;
import static org.roster.scim.filter.CompareOperator.EQ;
import static org.roster.scim.filter.CompareOperator.NE;
import static org.roster.scim.filter.CompareOperator.SW;
import static org.roster.scim.filter.Filters.and;
import static org.roster.scim.filter.Filters.compare;
import static org.roster.scim.filter.Filters.element;
import static org.roster.scim.filter.Filters.not;
import static org.roster.scim.filter.Filters.or;
import static org.roster.scim.filter.Filters.parse;
import static org.roster.scim.filter.Filters.present;

import jakarta.json.JsonValue;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.scim.path.AttributePath;
import org.roster.scim.testing.Json;

/** What a filter says: RFC 7644 §3.4.2.2, Figure 1 and Tables 3 to 5, with errata 4690, 7319 and 7322. */
class FilterGrammarTest {

    private static final Filter A = present("a");
    private static final Filter B = present("b");
    private static final Filter C = present("c");
    private static final Filter D = present("d");

    @Nested
    class Operators {

        @ParameterizedTest
        @EnumSource(CompareOperator.class)
        @Tag("P-3.4.2.2-02")
        void every_operator_is_known_in_any_case(CompareOperator operator) {
            String lower = operator.keyword();
            String capitalised = lower.substring(0, 1).toUpperCase(Locale.ROOT) + lower.substring(1);
            Filter expected = compare("userName", operator, "'john'");

            assertThat(parse("userName " + lower + " \"john\"")).isEqualTo(expected);
            assertThat(parse("userName " + operator.name() + " \"john\"")).isEqualTo(expected);
            assertThat(parse("userName " + capitalised + " \"john\"")).isEqualTo(expected);
        }

        @ParameterizedTest
        @ValueSource(strings = {"title pr", "title PR", "title Pr", "TITLE pr"})
        @Tag("P-3.4.2.2-02")
        void present_takes_no_value(String text) {
            assertThat(parse(text)).isEqualTo(present("title"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"a pr AND b pr OR NOT (c pr)", "a pr And b pr oR nOt(c pr)"})
        @Tag("P-3.4.2.2-02")
        void logical_operators_are_known_in_any_case(String text) {
            assertThat(parse(text)).isEqualTo(or(and(A, B), not(C)));
        }

        @ParameterizedTest
        @ValueSource(strings = {"notes", "order", "android", "prefix", "eq", "pr", "true", "null", "or", "and"})
        @Tag("P-3.4.2.2-05")
        void an_attribute_may_be_named_like_a_keyword_or_begin_with_one(String name) {
            assertThat(parse(name + " eq \"x\" and a pr")).isEqualTo(and(compare(name, EQ, "'x'"), A));
        }
    }

    @Nested
    @Tag("P-3.4.2.2-03")
    class Precedence {

        static Stream<Arguments> texts() {
            return Stream.of(
                    Arguments.of("a pr and b pr or c pr", or(and(A, B), C)),
                    Arguments.of("a pr or b pr and c pr", or(A, and(B, C))),
                    Arguments.of("a pr and b pr or c pr and d pr", or(and(A, B), and(C, D))),
                    Arguments.of("a pr or b pr and c pr or d pr", or(A, and(B, C), D)),
                    Arguments.of("not (a pr) and b pr", and(not(A), B)),
                    Arguments.of("not (a pr) or b pr and c pr", or(not(A), and(B, C))),
                    Arguments.of("a pr and not (b pr) or c pr", or(and(A, not(B)), C)),
                    Arguments.of("not (a pr or b pr) and c pr", and(not(or(A, B)), C)),
                    Arguments.of("a pr and (b pr or c pr)", and(A, or(B, C))),
                    Arguments.of("(a pr or b pr) and c pr", and(or(A, B), C)),
                    Arguments.of("(a pr or b pr) and (c pr or d pr)", and(or(A, B), or(C, D))),
                    Arguments.of("((a pr))", A),
                    Arguments.of("(a pr and b pr)", and(A, B)),
                    Arguments.of("not (not (a pr))", not(not(A))),
                    Arguments.of("a pr and b pr and c pr", and(A, B, C)),
                    Arguments.of("a pr or b pr or c pr", or(A, B, C)));
        }

        @ParameterizedTest
        @MethodSource("texts")
        void grouping_binds_before_not_before_and_before_or(String text, Filter expected) {
            assertThat(parse(text)).isEqualTo(expected);
        }
    }

    @Nested
    class Not {

        @ParameterizedTest
        @ValueSource(strings = {"not (a pr)", "not(a pr)", "not  ( a pr )", "NOT(a pr)"})
        @Tag("P-3.4.2.2-06")
        void a_blank_may_stand_before_the_parenthesis(String text) {
            assertThat(parse(text)).isEqualTo(not(A));
        }
    }

    @Nested
    @Tag("P-3.4.2.2-08")
    class ValuePaths {

        private static final Filter WORK = compare("type", EQ, "'work'");
        private static final Filter EXAMPLE = compare("value", CO, "'@example.com'");

        static Stream<Arguments> texts() {
            return Stream.of(
                    Arguments.of("emails[type eq \"work\"]", element("emails", WORK)),
                    Arguments.of(
                            "emails[type eq \"work\" and value co \"@example.com\"]",
                            element("emails", and(WORK, EXAMPLE))),
                    Arguments.of(
                            "emails[not (type eq \"work\") or (value co \"@example.com\" and display pr)]",
                            element("emails", or(not(WORK), and(EXAMPLE, present("display"))))),
                    Arguments.of(
                            "emails[(type eq \"work\" or type eq \"home\") and value co \"@example.com\"]",
                            element("emails", and(or(WORK, compare("type", EQ, "'home'")), EXAMPLE))),
                    Arguments.of("emails[ type eq \"work\" ]", element("emails", WORK)),
                    Arguments.of("not (emails[type eq \"work\"])", not(element("emails", WORK))),
                    Arguments.of("emails[type eq \"work\"] and a pr", and(element("emails", WORK), A)),
                    Arguments.of("a pr or emails[type eq \"work\"]", or(A, element("emails", WORK))),
                    Arguments.of("(emails[type eq \"work\"])", element("emails", WORK)));
        }

        @ParameterizedTest
        @MethodSource("texts")
        @Tag("P-3.4.2.2-06")
        void brackets_hold_any_logic_about_one_element(String text, Filter expected) {
            assertThat(parse(text)).isEqualTo(expected);
        }

        @Test
        @Tag("P-3.5.2-05")
        void no_blank_is_needed_before_a_quote() {
            assertThat(parse("members[value eq\"2819c223\"]"))
                    .isEqualTo(element("members", compare("value", EQ, "'2819c223'")));
        }

        @Test
        @Tag("P-3.4.2.2-05")
        void the_attribute_may_be_qualified() {
            assertThat(parse("urn:ietf:params:scim:schemas:core:2.0:User:emails[type eq \"work\"]"))
                    .isEqualTo(element("urn:ietf:params:scim:schemas:core:2.0:User:emails", WORK));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "emails[type eq \"work\"].value co \"@example.com\"",
                    "emails[type eq \"work\"].VALUE CO \"@example.com\""
                })
        @Tag("A-10")
        @Tag("V-ENTRA-07")
        void a_sub_attribute_after_the_brackets_is_about_the_same_element(String text) {
            assertThat(parse(text)).isEqualTo(element("emails", and(WORK, EXAMPLE)));
        }

        @Test
        @Tag("A-10")
        void a_sub_attribute_after_alternatives_is_about_each_of_them() {
            Filter home = compare("type", EQ, "'home'");

            assertThat(parse("emails[type eq \"work\" or type eq \"home\"].value co \"@example.com\""))
                    .isEqualTo(element("emails", and(or(WORK, home), EXAMPLE)));
        }

        @Test
        @Tag("A-10")
        void a_sub_attribute_after_the_brackets_may_be_asked_for_presence() {
            assertThat(parse("emails[type eq \"work\"].display pr and a pr"))
                    .isEqualTo(and(element("emails", and(WORK, present("display"))), A));
        }
    }

    @Nested
    @Tag("P-3.4.2.2-05")
    class Paths {

        @ParameterizedTest
        @CsvSource({
            "userName, '', userName, ''",
            "name.familyName, '', name, familyName",
            "members.$ref, '', members, $ref",
            "urn:ietf:params:scim:schemas:core:2.0:User:userName, urn:ietf:params:scim:schemas:core:2.0:User, userName, ''",
            "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value,"
                    + " urn:ietf:params:scim:schemas:extension:enterprise:2.0:User, manager, value",
        })
        void dots_and_colons_of_a_urn_stay_in_the_urn(String text, String schema, String name, String subAttribute) {
            AttributePath path = ((Filter.Comparison) parse(text + " eq \"x\"")).path();

            assertThat(path.schema().orElse("")).isEqualTo(schema);
            assertThat(path.name()).isEqualTo(name);
            assertThat(path.subAttribute().orElse("")).isEqualTo(subAttribute);
        }
    }

    @Nested
    @Tag("P-3.4.2.2-04")
    class Values {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "\"\"                 | ``",
                    "\"bjensen\"          | bjensen",
                    "\"O'Malley\"         | O'Malley",
                    "\"a b\"              | a b",
                    "\"say \\\"hi\\\"\"   | say \"hi\"",
                    "\"back\\\\slash\"    | back\\slash",
                    "\"a\\/b\"            | a/b",
                    "\"caf\\u00e9\"       | café",
                    "\"caf\\u00E9\"       | café",
                    "\"\\uD83D\\uDE00\"   | \uD83D\uDE00",
                    "\"\\u0041\\u0042C\"  | ABC",
                    "\"\uD83D\uDE00\"     | \uD83D\uDE00",
                    "\"a) or (b\"         | a) or (b",
                    "\"a] and [b\"        | a] and [b",
                    "\"true\"             | true",
                    "\"42\"               | 42",
                })
        void text_stands_in_quotes_with_the_escapes_of_json(String literal, String expected) {
            assertThat(valueOf(literal)).isEqualTo(Json.string(expected));
        }

        @Test
        void control_characters_are_written_as_escapes() {
            assertThat(valueOf("\"\\b\\f\\n\\r\\t\\u0000\"")).isEqualTo(Json.string("\b\f\n\r\t\u0000"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "0",
                    "-0",
                    "1",
                    "-1",
                    "42",
                    "3.14",
                    "-3.14",
                    "0.5",
                    "1e3",
                    "1E+3",
                    "1e-3",
                    "-1.5e10",
                    "9223372036854775808",
                    "0.10",
                    "123456789012345678901234567890.123456789"
                })
        @Tag("S-2.3.4-01")
        void numbers_are_those_of_json_and_keep_every_digit(String literal) {
            assertThat(valueOf(literal)).isEqualTo(Json.value(literal));
        }

        @ParameterizedTest
        @ValueSource(strings = {"true", "false", "null"})
        void literals_are_those_of_json(String literal) {
            assertThat(valueOf(literal)).isEqualTo(Json.value(literal));
        }

        private static JsonValue valueOf(String literal) {
            return ((Filter.Comparison) parse("x eq " + literal)).value();
        }
    }

    @Nested
    class Blanks {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "  a pr and b pr  ",
                    "a   pr   and   b   pr",
                    "a\tpr\nand\r\nb pr",
                    "(a pr)and(b pr)",
                    "( a pr ) and ( b pr )"
                })
        void blanks_between_words_mean_nothing(String text) {
            assertThat(parse(text)).isEqualTo(and(A, B));
        }

        @Test
        void blanks_inside_quotes_are_kept() {
            assertThat(parse("title eq \" a  b \"")).isEqualTo(compare("title", EQ, "' a  b '"));
        }
    }

    /** The examples of Figure 2, word for word. */
    @Nested
    class Examples {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "userName eq \"bjensen\"",
                    "name.familyName co \"O'Malley\"",
                    "urn:ietf:params:scim:schemas:core:2.0:User:userName sw \"J\"",
                    "meta.lastModified gt \"2011-05-13T04:42:34Z\"",
                    "title pr and userType eq \"Employee\"",
                    "title pr or userType eq \"Intern\"",
                    "schemas eq \"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User\"",
                    "userType eq \"Employee\" and (emails co \"example.com\" or emails.value co \"example.org\")",
                    "userType ne \"Employee\" and not (emails co \"example.com\" or emails.value co \"example.org\")",
                    "userType eq \"Employee\" and (emails.type eq \"work\")",
                    "userType eq \"Employee\" and emails[type eq \"work\" and value co \"@example.com\"]",
                })
        void every_example_of_the_rfc_is_a_filter(String text) {
            assertThat(parse(text)).isNotNull();
        }

        @Test
        void an_example_is_understood_as_the_rfc_says() {
            assertThat(parse("userType ne \"Employee\" and not (emails co \"a\" or emails.value sw \"b\")"))
                    .isEqualTo(and(
                            compare("userType", NE, "'Employee'"),
                            not(or(compare("emails", CO, "'a'"), compare("emails.value", SW, "'b'")))));
        }
    }
}
