package org.roster.scim.filter;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roster.scim.error.ScimException;
import org.roster.scim.path.AttributePath;
import org.roster.scim.testing.Seed;

/** A tree gives its text again: {@code parse(filter.toString())} equals the filter. */
class FilterTextTest {

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final FilterLimits WIDE = new FilterLimits(1_000_000, 100, 10_000);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a PR                                       | a pr",
                "a pr and b pr or c pr                      | a pr and b pr or c pr",
                "(a pr and b pr) or c pr                    | a pr and b pr or c pr",
                "a pr and (b pr or c pr)                    | a pr and (b pr or c pr)",
                "a pr and (b pr and c pr)                   | a pr and (b pr and c pr)",
                "a pr or (b pr or c pr)                     | a pr or (b pr or c pr)",
                "not(a pr)                                  | not (a pr)",
                "not ((a pr or b pr))                       | not (a pr or b pr)",
                "Emails[ TYPE Eq \"work\" ]                 | Emails[TYPE eq \"work\"]",
                "emails[type eq \"work\"].value sw \"b\"    | emails[type eq \"work\" and value sw \"b\"]",
                "a eq \"say \\u0022hi\\u0022\"              | a eq \"say \\\"hi\\\"\"",
                "a eq 1.50                                  | a eq 1.50",
            })
    void text_comes_back_with_the_parentheses_that_it_needs(String text, String expected) {
        assertThat(Filters.parse(text)).hasToString(expected);
    }

    @Test
    void ten_thousand_random_trees_survive_the_way_through_text() {
        Trees trees = new Trees(Seed.random());
        for (int run = 0; run < 10_000; run++) {
            Filter filter = trees.filter(4);
            assertThat(FilterParser.parse(filter.toString(), WIDE))
                    .as(Seed.said(run) + ": " + filter)
                    .isEqualTo(filter);
        }
    }

    @Test
    void no_random_text_does_more_than_being_refused() {
        Random random = Seed.random();
        List<String> words = List.of(
                "a", "pr", "eq", "not", "and", "or", "(", ")", "[", "]", "\"", "\"x\"", "\\", ".", ":", " ", " ", "1",
                "null");
        for (int run = 0; run < 10_000; run++) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(12), 0, words.size())
                    .mapToObj(words::get)
                    .forEach(text::append);
            try {
                Filter filter = FilterParser.parse(text.toString(), WIDE);
                assertThat(FilterParser.parse(filter.toString(), WIDE))
                        .as(Seed.said(run) + ": " + text)
                        .isEqualTo(filter);
            } catch (ScimException refused) {
                assertThat(refused.detail()).as(Seed.said(run)).isNotBlank();
            }
        }
    }

    /** Trees as the parser makes them: logical nodes have at least two terms. */
    private static final class Trees {

        private static final List<String> PATHS = List.of(
                "userName",
                "name.familyName",
                "members.$ref",
                "or",
                "notes",
                "urn:ietf:params:scim:schemas:core:2.0:User:emails.value",
                "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value",
                "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User",
                "urn:example:scim:2.0");
        private static final List<CompareOperator> OPERATORS = List.of(CompareOperator.values());
        private static final String AWKWARD = "\"\\/()[]. :\u0000\n\t\u007f\u0085\u2028éÅ\uFB03";

        private final Random random;

        private Trees(Random random) {
            this.random = random;
        }

        private Filter filter(int depth) {
            Supplier<Filter> inner = () -> filter(depth - 1);
            return switch (random.nextInt(depth == 0 ? 2 : 6)) {
                case 0 -> new Filter.Present(path());
                case 2 -> new Filter.And(some(inner));
                case 3 -> new Filter.Or(some(inner));
                case 4 -> new Filter.Not(inner.get());
                case 5 -> new Filter.ValuePath(path(), inner.get());
                default -> new Filter.Comparison(path(), operator(), value());
            };
        }

        private List<Filter> some(Supplier<Filter> inner) {
            return Stream.generate(inner).limit(2 + random.nextInt(3)).toList();
        }

        private AttributePath path() {
            return AttributePath.parse(PATHS.get(random.nextInt(PATHS.size()))).orElseThrow();
        }

        private CompareOperator operator() {
            return OPERATORS.get(random.nextInt(OPERATORS.size()));
        }

        private JsonValue value() {
            return switch (random.nextInt(5)) {
                case 0 -> JsonValue.TRUE;
                case 1 -> JsonValue.FALSE;
                case 2 -> JsonValue.NULL;
                case 3 ->
                    JSON.createValue(
                            new BigDecimal(new BigInteger(random.nextInt(200), random), random.nextInt(60) - 30));
                default -> JSON.createValue(text());
            };
        }

        private String text() {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(12); i > 0; i--) {
                text.appendCodePoint(
                        random.nextBoolean() ? AWKWARD.charAt(random.nextInt(AWKWARD.length())) : character());
            }
            return text.toString();
        }

        private int character() {
            int codePoint = random.nextInt(Character.MAX_CODE_POINT);
            return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE ? 'x' : codePoint;
        }
    }
}
