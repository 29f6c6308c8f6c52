package org.roster.scim.engine.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.fixture.Refusal.refused;

import jakarta.json.JsonObject;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.scim.error.ScimException;
import org.roster.scim.fixture.JsonText;

/** A body is read, or refused at little cost. */
@Timeout(value = 10, unit = TimeUnit.SECONDS)
class JsonDecoderTest {

    private final JsonDecoder decoder = new JsonDecoder(JsonLimits.DEFAULT);

    private JsonObject decode(String text) {
        return decoder.decode(text.getBytes(UTF_8));
    }

    private ScimException refusal(String text) {
        return refused(() -> decode(text)).as(400).error();
    }

    @Test
    void an_object_is_read_as_it_is() {
        String text =
                "{\"a\":[1,-0.5,1e3,true,false,null,\"\u00f6 \\u00f6 \\ud83d\\ude00 \uD83D\uDE00 \\\"\\n\"],\"b\":{\"c\":{}}}";
        assertThat(decode(text)).isEqualTo(JsonText.strict(text));
        assertThat(decode("\n\t {} \r\n")).isEmpty();
    }

    @Test
    void a_byte_order_mark_is_skipped() {
        assertThat(decode("\uFEFF{\"a\":1}")).containsKey("a");
    }

    @Test
    void what_was_read_can_be_written() {
        String text = "{\"name\":\"\u00d6z \uD83D\uDE00 \\\\ \\\" \\u0001\",\"n\":[1.50,1E+10]}";
        assertThat(decoder.decode(JsonEncoder.encode(decode(text)))).isEqualTo(decode(text));
    }

    @Nested
    class Refused {

        @ParameterizedTest
        @ValueSource(strings = {"", " ", "\n", "\uFEFF"})
        void no_body(String text) {
            assertThat(refusal(text).detail()).contains("no body");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "[] | array",
                    "[{}] | array",
                    "\"text\" | string",
                    "1 | number",
                    "true | boolean",
                    "null | null"
                })
        void anything_but_an_object(String text, String kind) {
            refused(() -> decode(text)).as(400, "invalidSyntax").saying("JSON " + kind);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{",
                    "{\"a\"",
                    "{\"a\":",
                    "{\"a\":1",
                    "{\"a\":1,",
                    "{\"a\":1,}",
                    "{\"a\":[1,]}",
                    "{\"a\":[1",
                    "{a:1}",
                    "{'a':1}",
                    "{\"a\":tru}",
                    "{\"a\":01}",
                    "{\"a\":+1}",
                    "{\"a\":1.}",
                    "{\"a\":.5}",
                    "{\"a\":NaN}",
                    "{\"a\":\"x}",
                    "{\"a\":\"\\x\"}",
                    "{\"a\":\"\\u12\"}",
                    "{\"a\":\"line\nbreak\"}",
                    "{\"a\":1}}",
                    "{\"a\":1} x",
                    "{}{}",
                    "{} []",
                    "{\"a\" 1}",
                    "{\"a\":1 \"b\":2}",
                    "}",
                    "]",
                    "/* c */ {}",
                    "{\"a\":\"\u0001\"}",
                    "{,}",
                    "{\"a\":1]",
                    "{\"a\":-}",
                    "{\"a\":1e}",
                    "\uFEFF\uFEFF{}",
                    "{\"a\":\"\\"
                })
        void malformed_text(String text) {
            refused(() -> decode(text)).as(400, "invalidSyntax").saying("malformed JSON");
        }

        @Test
        void text_that_cannot_be_stored_is_named_by_its_place() {
            refused(() -> decode("{\"Operations\":[{},{\"value\":{\"title\":\"ab\\u0000\"}}]}"))
                    .as(400, "invalidValue")
                    .saying("Operations[1].value.title: character 3 of the text is U+0000, which cannot be stored");
            refused(() -> decode("{\"tags\":[\"a\",\"\\ud83d\"]}"))
                    .as(400, "invalidValue")
                    .saying("tags[1]: character 1 of the text is half of a surrogate pair");
            refused(() -> decode("{\"a\\u0000\":1}"))
                    .as(400, "invalidValue")
                    .saying("character 2 of the name of a member is U+0000");
        }

        @Test
        void bytes_that_are_not_utf_8() {
            refused(() -> decoder.decode("{\"a\":\"\u00f6\"}".getBytes(ISO_8859_1)))
                    .as(400, "invalidSyntax")
                    .saying("UTF-8");
            refused(() -> decoder.decode("{\"a\":1}".getBytes(UTF_16))).as(400, "invalidSyntax");
            refused(() -> decoder.decode(new byte[] {'{', '"', (byte) 0xC0, (byte) 0xAF, '"', ':', '1', '}'}))
                    .as(400, "invalidSyntax");
            refused(() -> decoder.decode(new byte[] {'"', (byte) 0xED, (byte) 0xA0, (byte) 0xBD, '"'}))
                    .as(400, "invalidSyntax");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"a\":\"\\u0000\"}",
                    "{\"\\u0000\":1}",
                    "{\"a\":\"\\ud83d\"}",
                    "{\"a\":\"\\ude00\"}",
                    "{\"a\":\"\\ud83dx\"}",
                    "{\"a\":\"\\ude00\\ud83d\"}",
                    "{\"\\ud83d\":1}",
                    "{\"a\":[\"x\",\"y\\u0000z\"]}"
                })
        void text_that_databases_refuse(String text) {
            refused(() -> decode(text)).as(400, "invalidValue");
        }

        @ParameterizedTest
        @ValueSource(strings = {"{\"a\":1,\"a\":2}", "{\"x\":{\"a\":1,\"b\":1,\"a\":1}}", "{\"a\":1,\"\\u0061\":2}"})
        void a_name_that_appears_twice(String text) {
            refused(() -> decode(text)).as(400, "invalidSyntax").saying("\"a\" appears twice");
        }

        @Test
        void deep_nesting() {
            assertThat(decode("{\"a\":".repeat(32) + "1" + "}".repeat(32))).hasSize(1);
            for (int depth : new int[] {33, 1_000, 1_100, 500_000}) {
                refused(() -> decode("{\"a\":" + "[".repeat(depth)))
                        .as(400, "invalidSyntax")
                        .saying("nested");
                refused(() -> decode("{\"a\":".repeat(depth)))
                        .as(400, "invalidSyntax")
                        .saying("nested");
            }
        }

        @Test
        void an_object_of_too_many_members() {
            assertThat(decode("{" + members(1_000) + "}")).hasSize(1_000);
            refused(() -> decode("{\"a\":{" + members(1_001) + "}}"))
                    .as(400, "invalidSyntax")
                    .saying("1000 members");
        }

        private static String members(int number) {
            return IntStream.range(0, number)
                    .mapToObj(i -> "\"m" + i + "\":" + i)
                    .collect(Collectors.joining(","));
        }

        @Test
        void a_million_members() {
            refused(() -> decode("{" + members(1_000_000) + "}"))
                    .as(400, "invalidSyntax")
                    .saying("1000 members");
            refused(() -> decode("{\"a\":[" + "1,".repeat(1_000_000) + "1]}"))
                    .as(400, "invalidSyntax")
                    .saying("values");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "1e1000000000",
                    "1E-999999999",
                    "-1e+1000000",
                    "1e99999999999999999999",
                    "1e100000",
                    "0e1000000"
                })
        void numbers_beyond_measure(String number) {
            refused(() -> decode("{\"a\":" + number + "}"))
                    .as(400, "invalidValue")
                    .saying("number");
        }

        @Test
        void numbers_of_a_million_digits() {
            refused(() -> decode("{\"a\":" + "9".repeat(1_000_000) + "}")).as(400, "invalidValue");
            refused(() -> decode("{\"a\":0." + "9".repeat(1_000_000) + "}")).as(400, "invalidValue");
        }
    }
}
