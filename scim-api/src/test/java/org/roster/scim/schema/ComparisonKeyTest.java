package org.roster.scim.schema;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.scim.testing.Json;
import org.roster.scim.testing.Seed;

/** Equal values have equal keys, and the order of keys is the order of values: RFC 7644 §3.4.2.2 and §3.4.2.3. */
class ComparisonKeyTest {

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final int RUNS = 10_000;

    @Nested
    class Text {

        @ParameterizedTest
        @CsvSource({
            "bjensen,            BJensen",
            "STRASSE,            strasse",
            "ÉCOLE,              école",
            "e\u0301cole,        \u00c9COLE",
            "\u212bngström,      ångström",
            "Ａｄａ１,           ada1",
            "ｶﾞ,                 ガ",
            "ПРИВЕТ,             привет",
            "\uD801\uDC00,       \uD801\uDC28",
        })
        @Tag("S-7-01")
        @Tag("P-3.4.2.2-12")
        @Tag("P-5-01")
        @Tag("P-7.8-01")
        void case_width_and_composition_do_not_matter_for_other_text(String left, String right) {
            assertThat(key(left, false)).isEqualTo(key(right, false));
        }

        @ParameterizedTest
        @CsvSource({"a, b", "strasse, straße", "e, é", "a, ' a'", "a, ''", "1, 01"})
        void other_texts_are_other_texts(String left, String right) {
            assertThat(key(left, false)).isNotEqualTo(key(right, false));
        }

        @ParameterizedTest
        @ValueSource(strings = {"AbC", "Ａ", "É", "\u212b", "İ", " a "})
        @Tag("S-7-01")
        @Tag("S-3.1-08")
        void a_case_exact_text_is_its_own_key(String text) {
            assertThat(key(text, true)).isEqualTo(text);
        }

        @Test
        @Tag("S-2.3.6-01")
        void base64_is_case_exact_whatever_the_schema_says() {
            assertThat(ComparisonKey.of(typed(AttributeType.BINARY), Json.string("aGVsbG8=")))
                    .contains("aGVsbG8");
        }

        @Test
        @Tag("S-2.3.6-01")
        void base64_may_come_without_its_padding() {
            assertThat(ComparisonKey.of(typed(AttributeType.BINARY), Json.string("QUI=")))
                    .isEqualTo(ComparisonKey.of(typed(AttributeType.BINARY), Json.string("QUI")));
        }

        @Test
        @Tag("P-7.8-01")
        void every_character_has_the_key_of_its_decomposed_form() {
            assertThat(characters()
                            .mapToObj(Character::toString)
                            .filter(c ->
                                    !key(c, false).equals(key(Normalizer.normalize(c, Normalizer.Form.NFD), false))))
                    .isEmpty();
        }

        @Test
        void a_letter_has_the_same_key_beside_one_that_is_not_in_ascii() {
            String ascii =
                    IntStream.range(0, 0x80).mapToObj(Character::toString).collect(Collectors.joining());
            assertThat(key(ascii + "Ä", false)).isEqualTo(key(ascii, false) + "ä");
        }

        @Test
        void a_key_is_its_own_key() {
            assertThat(characters()
                            .mapToObj(Character::toString)
                            .filter(c -> !key(key(c, false), false).equals(key(c, false))))
                    .isEmpty();
        }

        @Test
        @Tag("P-3.4.2.3-04")
        void the_order_is_that_of_the_bytes_in_utf_8() {
            Random random = Seed.random();
            for (int run = 0; run < RUNS; run++) {
                String left = text(random);
                String right = text(random);
                int bytes = Arrays.compareUnsigned(
                        left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
                assertThat(Integer.signum(ComparisonKey.compare(left, right)))
                        .as(Seed.said(run))
                        .isEqualTo(Integer.signum(bytes));
            }
        }

        /** Beyond these planes nothing is folded or composed. */
        private static IntStream characters() {
            return IntStream.rangeClosed(0, 0x2FFFF)
                    .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE);
        }

        private static String text(Random random) {
            int[] near = {'a', 'b', 0xE9, 0xD7FF, 0xE000, 0xFFFF, 0x10000, 0x1F600, 0x10FFFF};
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(4), 0, near.length).forEach(i -> text.appendCodePoint(near[i]));
            return text.toString();
        }

        private static String key(String text, boolean caseExact) {
            Attribute attribute = Attribute.named("x").caseExact(caseExact).build();
            return ComparisonKey.of(attribute, Json.string(text)).orElseThrow();
        }
    }

    @Nested
    class Numbers {

        @ParameterizedTest
        @CsvSource({"1, 1.0", "1, 1.00e0", "100, 1e2", "0, 0.000", "0, -0", "0, 0e10", "-1.50, -1.5", "0.001, 1e-3"})
        void the_same_number_has_the_same_key_however_it_is_written(String left, String right) {
            assertThat(key(new BigDecimal(left))).isEqualTo(key(new BigDecimal(right)));
        }

        @Test
        @Tag("P-3.4.2.2-11")
        void the_order_is_that_of_the_numbers() {
            Random random = Seed.random();
            for (int run = 0; run < RUNS; run++) {
                BigDecimal left = number(random);
                BigDecimal right = random.nextInt(3) == 0 ? near(left, random) : number(random);
                assertThat(Integer.signum(ComparisonKey.compare(key(left), key(right))))
                        .as(Seed.said(run) + ": " + left + " and " + right)
                        .isEqualTo(left.compareTo(right));
            }
        }

        @Test
        @Tag("S-2.3.4-01")
        void no_digit_is_lost() {
            BigDecimal long1 = new BigDecimal("9007199254740993.00000000000000000000001");
            BigDecimal long2 = new BigDecimal("9007199254740993.00000000000000000000002");

            assertThat(key(long1)).isLessThan(key(long2));
        }

        @Test
        void numbers_beyond_all_use_have_no_key_and_cost_nothing() {
            assertThat(ComparisonKey.of(typed(AttributeType.DECIMAL), JSON.createValue(new BigDecimal("1e60000"))))
                    .isEmpty();
            assertThat(ComparisonKey.of(
                            typed(AttributeType.DECIMAL), JSON.createValue(new BigDecimal("1e-2000000000"))))
                    .isEmpty();
            assertThat(ComparisonKey.of(typed(AttributeType.INTEGER), JSON.createValue(new BigDecimal("1e2000000000"))))
                    .isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"0", "7", "-7", "7.0", "1e3", "123456789012345678901234567890"})
        void whole_numbers_are_integers(String literal) {
            assertThat(ComparisonKey.of(typed(AttributeType.INTEGER), Json.value(literal)))
                    .contains(key(new BigDecimal(literal)));
        }

        @ParameterizedTest
        @ValueSource(strings = {"0.5", "-7.01", "1e-3"})
        @Tag("S-2.3.4-01")
        void fractions_are_no_integers(String literal) {
            assertThat(ComparisonKey.of(typed(AttributeType.INTEGER), Json.value(literal)))
                    .isEmpty();
        }

        private static BigDecimal number(Random random) {
            BigDecimal size = new BigDecimal(new BigInteger(random.nextInt(80), random), random.nextInt(40) - 20);
            return random.nextBoolean() ? size : size.negate();
        }

        /** Differs in the last digits, or not at all. */
        private static BigDecimal near(BigDecimal number, Random random) {
            BigDecimal step =
                    BigDecimal.valueOf(random.nextInt(3) - 1, Math.max(0, number.scale()) + random.nextInt(3));
            return number.add(step);
        }

        private static String key(BigDecimal number) {
            return ComparisonKey.of(typed(AttributeType.DECIMAL), JSON.createValue(number))
                    .orElseThrow();
        }
    }

    @Nested
    @Tag("S-2.3.5-01")
    class PointsInTime {

        @ParameterizedTest
        @CsvSource({
            "2011-05-13T04:42:34Z, 2011-05-13T06:42:34+02:00",
            "2011-05-13T04:42:34Z, 2011-05-13T04:42:34.000Z",
            "2011-05-13T04:42:34.12Z, 2011-05-13T04:42:34.1200000Z",
        })
        void the_same_moment_has_the_same_key_however_it_is_written(String left, String right) {
            assertThat(key(left)).isEqualTo(key(right));
        }

        @Test
        @Tag("P-3.4.2.2-11")
        void the_order_is_that_of_time() {
            Random random = Seed.random();
            long first = Instant.parse("0001-01-02T00:00:00Z").getEpochSecond();
            long last = Instant.parse("9999-12-30T00:00:00Z").getEpochSecond();
            for (int run = 0; run < RUNS; run++) {
                Instant left = Instant.ofEpochSecond(random.nextLong(first, last), random.nextInt(10) * 100L);
                Instant right = random.nextBoolean()
                        ? left.plusNanos(random.nextInt(3) * 100L - 100)
                        : Instant.ofEpochSecond(random.nextLong(first, last));
                assertThat(Integer.signum(
                                ComparisonKey.compare(key(written(left, random)), key(written(right, random)))))
                        .as(Seed.said(run) + ": " + left + " and " + right)
                        .isEqualTo(Integer.signum(left.compareTo(right)));
            }
        }

        private static String written(Instant instant, Random random) {
            ZoneOffset zone = ZoneOffset.ofTotalSeconds((random.nextInt(28 * 60) - 14 * 60) * 60);
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atOffset(zone));
        }

        private static String key(String text) {
            return ComparisonKey.of(typed(AttributeType.DATE_TIME), Json.string(text))
                    .orElseThrow();
        }
    }

    @Nested
    class Types {

        @ParameterizedTest
        @CsvSource(
                quoteCharacter = '`',
                value = {
                    "STRING,    1",
                    "STRING,    true",
                    "STRING,    null",
                    "STRING,    ['a']",
                    "BOOLEAN,   'true'",
                    "BOOLEAN,   1",
                    "BOOLEAN,   null",
                    "INTEGER,   '1'",
                    "INTEGER,   true",
                    "DECIMAL,   '1.5'",
                    "DATE_TIME, 1305261754",
                    "DATE_TIME, '2011-05-13'",
                    "REFERENCE, 1",
                    "BINARY,    false",
                    "BINARY,    'yes!'",
                    "COMPLEX,   {}",
                    "COMPLEX,   'a'",
                })
        @Tag("S-2.3-02")
        void a_value_of_another_type_has_no_key(AttributeType type, String json) {
            assertThat(ComparisonKey.of(typed(type), Json.value(json))).isEmpty();
        }

        @Test
        void booleans_have_two_keys() {
            assertThat(ComparisonKey.of(typed(AttributeType.BOOLEAN), JsonValue.TRUE))
                    .contains("true");
            assertThat(ComparisonKey.of(typed(AttributeType.BOOLEAN), JsonValue.FALSE))
                    .contains("false");
        }
    }

    private static Attribute typed(AttributeType type) {
        return Attribute.named("x").type(type).build();
    }
}
