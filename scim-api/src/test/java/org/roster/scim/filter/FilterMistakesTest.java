package org.roster.scim.filter;

import static org.roster.scim.testing.Refusals.assertRefused;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roster.scim.error.ScimType;

/**
 * What is no filter gets 400 {@code invalidFilter}, and a sentence that says what is wrong, where (1-based) and what would
 * be right: RFC 7644 §3.4.2.2 and §3.12.
 */
@Tag("P-3.4.2.2-14")
class FilterMistakesTest {

    @Nested
    class Places {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    // nothing where something must be
                    "``                                     | 1  | name of an attribute, found the end",
                    "`   `                                  | 4  | name of an attribute, found the end",
                    "userName                               | 9  | expected an operator, found the end",
                    "userName eq                            | 12 | expected a value, found the end",
                    "a pr and                               | 9  | name of an attribute, found the end",
                    "a pr or                                | 8  | name of an attribute, found the end",
                    "not                                    | 4  | expected \"(\" after not",
                    "()                                     | 2  | name of an attribute, found \")\"",
                    "emails[]                               | 8  | name of an attribute, found \"]\"",
                    "emails[type eq \"work\"].value         | 29 | expected an operator, found the end",
                    // parentheses and brackets
                    "(a pr                                  | 6  | expected \")\", found the end",
                    "((a pr)                                | 8  | expected \")\", found the end",
                    "not (a pr                              | 10 | expected \")\", found the end",
                    "a pr)                                  | 5  | found \")\"",
                    "(a pr))                                | 7  | found \")\"",
                    "emails[type eq \"work\"                | 22 | expected \"]\", found the end",
                    "emails[type eq \"work\")               | 22 | expected \"]\", found \")\"",
                    "(a pr]                                 | 6  | expected \")\", found \"]\"",
                    "a pr]                                  | 5  | found \"]\"",
                    "[type eq \"work\"]                     | 1  | name of an attribute",
                    // text that does not belong there
                    "a pr b pr                              | 6  | expected \"and\", \"or\" or the end, found \"b\"",
                    "a pr xor b pr                          | 6  | expected \"and\", \"or\" or the end, found \"xor\"",
                    "a pr, b pr                             | 3  | expected an operator, found \"pr,\"",
                    "a eq \"x\" \"y\"                       | 10 | expected \"and\", \"or\" or the end",
                    "a eq \"x\" b                           | 10 | expected \"and\", \"or\" or the end",
                    "a pr \"x\"                             | 6  | expected \"and\", \"or\" or the end",
                    "emails[a pr] eq \"x\"                  | 14 | expected \"and\", \"or\" or the end, found \"eq\"",
                    "not a pr                               | 5  | expected \"(\" after not",
                    "not not (a pr)                         | 5  | expected \"(\" after not",
                    // names
                    "2a eq 1                                | 1  | name of an attribute, found \"2a\"",
                    "a..b eq 1                              | 1  | name of an attribute, found \"a..b\"",
                    "a.b.c eq 1                             | 1  | name of an attribute, found \"a.b.c\"",
                    "\"userName\" eq \"x\"                  | 1  | name of an attribute, found \"\"userName\"",
                    "a pr and /b pr                         | 10 | name of an attribute, found \"/b\"",
                })
        void a_refusal_names_the_place_and_what_was_expected_there(String text, int position, String part) {
            assertRefused(ScimType.INVALID_FILTER, () -> Filters.parse(text))
                    .contains(part)
                    .containsPattern("position " + position + "\\b");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "emails[type eq \"work\"].a.b eq \"x\"",
                    "emails[type eq \"work\"].urn:x:value eq \"x\"",
                    "emails[type eq \"work\"]. eq \"x\"",
                    "emails[type eq \"work\"]..value eq \"x\"",
                    "emails[type eq \"work\"].2 eq \"x\"",
                })
        @Tag("A-10")
        void only_the_name_of_a_sub_attribute_may_follow_brackets(String text) {
            assertRefused(ScimType.INVALID_FILTER, () -> Filters.parse(text)).contains("sub-attribute");
        }
    }

    @Nested
    class Operators {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "equals | eq",
                    "equal | eq",
                    "EQUALS | eq",
                    "is | eq",
                    "= | eq",
                    "== | eq",
                    "!= | ne",
                    "<> | ne",
                    "neq | ne",
                    "contains | co",
                    "Contains | co",
                    "like | co",
                    "startsWith | sw",
                    "starts | sw",
                    "endsWith | ew",
                    "ends | ew",
                    "> | gt",
                    ">= | ge",
                    "gte | ge",
                    "< | lt",
                    "<= | le",
                    "lte | le",
                    "present | pr",
                    "exists | pr"
                })
        void a_mistaken_operator_gets_the_right_one(String mistaken, String right) {
            assertRefused(ScimType.INVALID_FILTER, () -> Filters.parse("userName " + mistaken + " \"x\""))
                    .contains("found \"" + mistaken + "\"", "did you mean \"" + right + "\"?")
                    .containsPattern("position 10\\b");
        }

        @ParameterizedTest
        @CsvSource({"regex", "in", "matches", "eqx", "~", "e", "\u017Fw"})
        void an_unknown_operator_is_named_with_those_that_exist(String unknown) {
            assertRefused(ScimType.INVALID_FILTER, () -> Filters.parse("userName " + unknown + " \"x\""))
                    .contains("\"" + unknown + "\"", "eq, ne, co, sw, ew, gt, ge, lt, le and pr");
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
                    "bjensen            | 6 | double quotes, as in \"bjensen\"",
                    "'bjensen'          | 6 | double quotes, as in \"bjensen\"",
                    "bjensen\"          | 6 | double quotes, as in \"bjensen\"",
                    "True               | 6 | write true",
                    "FALSE              | 6 | write false",
                    "\"bjensen          | 6 | closing double quote is missing",
                    "\"                 | 6 | closing double quote is missing",
                    "\"a\\\"            | 6 | closing double quote is missing",
                    "(                  | 6 | expected a value, found \"(\"",
                    "[                  | 6 | expected a value, found \"[\"",
                    "\"\\x\"            | 7 | backslash must be followed by",
                    "\"a\\u12\"         | 8 | backslash must be followed by",
                    "\"a\\u12G4\"       | 8 | backslash must be followed by",
                    "\"a\\u             | 8 | backslash must be followed by",
                    "\"a\\              | 8 | backslash must be followed by",
                })
        @Tag("A-11")
        void text_needs_double_quotes_and_the_escapes_of_json(String value, int position, String part) {
            assertRefused(ScimType.INVALID_FILTER, () -> Filters.parse("a eq " + value))
                    .contains(part)
                    .containsPattern("position " + position + "\\b");
        }

        @ParameterizedTest
        @CsvSource({"01", "+1", ".5", "1.", "1e", "1e+", "--1", "0x10", "NaN", "Infinity", "1_000", "1d", "١"})
        @Tag("S-2.3.4-01")
        void what_is_no_number_of_json_is_no_number(String value) {
            assertRefused(ScimType.INVALID_FILTER, () -> Filters.parse("a eq " + value))
                    .contains("expected a value, found", value)
                    .containsPattern("position 6\\b");
        }
    }
}
