package org.roster.scim.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.roster.scim.testing.Refusals.assertRefused;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.roster.scim.error.ScimType;

/** A hostile filter costs little, whatever it is made of (P-3.4.2.2-18). */
@Tag("P-3.4.2.2-18")
class FilterLimitsTest {

    private static final int MEGABYTE = 1_000_000;

    @Nested
    class Limits {

        @Test
        void a_filter_may_be_as_long_as_the_limit_and_no_longer() {
            String text = "title eq \"abc\"";

            assertThat(FilterParser.parse(text, new FilterLimits(text.length(), 1, 1)))
                    .hasToString(text);
            assertRefused(
                            ScimType.INVALID_FILTER,
                            () -> FilterParser.parse(text, new FilterLimits(text.length() - 1, 1, 1)))
                    .contains("14 characters", "at most 13");
        }

        static Stream<Arguments> nestings() {
            return Stream.of(
                    Arguments.of("(", ")"),
                    Arguments.of("not (", ")"),
                    Arguments.of("a[", "]"),
                    Arguments.of("a[not (", ")]"),
                    Arguments.of("b pr and (", ")"),
                    Arguments.of("b pr or (", ")"));
        }

        @ParameterizedTest
        @MethodSource("nestings")
        void a_filter_may_be_nested_as_deep_as_the_limit_and_no_deeper(String open, String close) {
            int perRound = open.contains("[not") ? 2 : 1;
            FilterLimits limits = new FilterLimits(8_192, 8, 200);

            assertThat(FilterParser.parse(nested(open, close, 8 / perRound), limits))
                    .isNotNull();
            assertRefused(
                            ScimType.INVALID_FILTER,
                            () -> FilterParser.parse(nested(open, close, 8 / perRound + 1), limits))
                    .contains("nested more than 8 deep");
        }

        @Test
        void groups_beside_each_other_are_not_nested() {
            String text = "(a pr)" + " and (a pr)".repeat(50);

            assertThat(FilterParser.parse(text, new FilterLimits(8_192, 1, 200)))
                    .isNotNull();
        }

        @Test
        void a_filter_may_have_as_many_terms_as_the_limit_and_no_more() {
            FilterLimits limits = new FilterLimits(8_192, 8, 5);

            assertThat(FilterParser.parse("a pr" + " or a pr".repeat(4), limits))
                    .isNotNull();
            assertRefused(ScimType.INVALID_FILTER, () -> FilterParser.parse("a pr" + " or a pr".repeat(5), limits))
                    .contains("more than 5 terms");
        }

        @Test
        void the_default_is_generous_for_people_and_identity_providers() {
            String text = "(((userName eq \"a\")))" + " or userName eq \"a\"".repeat(199);

            assertThat(Filters.parse(text)).isNotNull();
        }

        private static String nested(String open, String close, int times) {
            return open.repeat(times) + "a pr" + close.repeat(times);
        }
    }

    @Nested
    class HostileTexts {

        private static final FilterLimits LONG =
                new FilterLimits(10 * MEGABYTE, FilterLimits.DEFAULT.depth(), FilterLimits.DEFAULT.terms());

        static Stream<Arguments> texts() {
            return Stream.of(
                    Arguments.of("parentheses", "(".repeat(MEGABYTE)),
                    Arguments.of("closed parentheses", "(".repeat(MEGABYTE) + "a pr" + ")".repeat(MEGABYTE)),
                    Arguments.of("closing parentheses", ")".repeat(MEGABYTE)),
                    Arguments.of("not (", "not (".repeat(MEGABYTE / 5)),
                    Arguments.of("not", "not ".repeat(MEGABYTE / 4)),
                    Arguments.of("brackets", "[".repeat(MEGABYTE)),
                    Arguments.of("value paths", "a[".repeat(MEGABYTE / 2)),
                    Arguments.of("or terms", "a pr" + " or a pr".repeat(100_000)),
                    Arguments.of("and terms", "a pr" + " and a pr".repeat(100_000)),
                    Arguments.of("terms inside brackets", "b[a pr" + " or a pr".repeat(100_000) + "]"),
                    Arguments.of("groups", "(a pr)" + " or (a pr)".repeat(100_000)),
                    Arguments.of("blanks", " ".repeat(MEGABYTE)),
                    Arguments.of("blanks before trailing text", "a pr" + " ".repeat(MEGABYTE) + "b"),
                    Arguments.of("one word", "a".repeat(MEGABYTE)),
                    Arguments.of("dots", ".".repeat(MEGABYTE)),
                    Arguments.of("colons", ":".repeat(MEGABYTE)),
                    Arguments.of("an operator of one word", "a " + "b".repeat(MEGABYTE)),
                    Arguments.of("a value without quotes", "a eq " + "b".repeat(MEGABYTE)),
                    Arguments.of("a number", "a eq " + "9".repeat(MEGABYTE)),
                    Arguments.of("an exponent", "a eq 1e" + "9".repeat(MEGABYTE)),
                    Arguments.of("an exponent of nine digits", "a eq 1e999999999"),
                    Arguments.of("a text without end", "a eq \"" + "b".repeat(MEGABYTE)),
                    Arguments.of("quotes", "a eq " + "\"".repeat(MEGABYTE)),
                    Arguments.of("escapes without end", "a eq \"" + "\\u0041".repeat(MEGABYTE / 6)),
                    Arguments.of("a suffix", "a[b pr]" + ".x".repeat(MEGABYTE / 2)),
                    Arguments.of("NUL", "\u0000".repeat(MEGABYTE)));
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource("texts")
        void a_megabyte_is_refused_fast_even_where_long_filters_are_allowed(String name, String text) {
            assertTimeout(
                    Duration.ofSeconds(2),
                    () -> assertRefused(ScimType.INVALID_FILTER, () -> FilterParser.parse(text, LONG))
                            .as("the answer to %s is for people", name)
                            .hasSizeLessThan(300));
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource("texts")
        void the_default_limits_refuse_it_as_well(String name, String text) {
            assertRefused(ScimType.INVALID_FILTER, () -> Filters.parse(text))
                    .as(name)
                    .isNotBlank();
        }

        @Test
        void a_megabyte_of_escapes_is_read_in_one_go() {
            String text = "a eq \"" + "\\u0041".repeat(MEGABYTE / 6) + "\"";

            Filter filter = assertTimeout(Duration.ofSeconds(2), () -> FilterParser.parse(text, LONG));

            assertThat(filter.toString()).hasSize("a eq \"\"".length() + MEGABYTE / 6);
        }
    }
}
