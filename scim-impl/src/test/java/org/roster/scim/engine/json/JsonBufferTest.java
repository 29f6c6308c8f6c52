package org.roster.scim.engine.json;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonString;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.scim.fixture.JsonText;

/** JSON is put together from pieces. */
class JsonBufferTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "\"quoted\" \\ back", "a\u0000\u0001\u001f\n\t\u007f", "é€\u2028😀"})
    void a_text_comes_back_as_it_was(String text) {
        String json = new JsonBuffer(1).string(text).toString();
        assertThat(((JsonString) JsonText.strict(json)).getString()).isEqualTo(text);
    }

    @Test
    void members_are_separated_by_commas() {
        JsonBuffer out = new JsonBuffer(1).append("{");
        int open = out.length();
        out.member("a", open).append("1");
        out.member("b", open).string("x");
        assertThat(out.append("}")).hasToString("{\"a\":1,\"b\":\"x\"}");
    }

    @Test
    void a_piece_can_be_put_in_and_the_end_taken_away() {
        JsonBuffer out = new JsonBuffer(1).append("[1");
        int here = out.length();
        out.append(",3]");
        out.insert(here, ",2".getBytes(StandardCharsets.UTF_8));
        assertThat(out).hasToString("[1,2,3]");
        out.remove(out.indexOf('2', 0), out.indexOf(',', here + 1));
        assertThat(out).hasToString("[1,,3]");
        out.truncate(here);
        assertThat(new String(out.toBytes(), StandardCharsets.UTF_8)).isEqualTo("[1");
    }
}
