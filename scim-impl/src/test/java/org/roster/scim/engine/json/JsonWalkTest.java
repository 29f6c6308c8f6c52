package org.roster.scim.engine.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Members and elements are found without reading them. */
class JsonWalkTest {

    private static List<String> values(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        JsonWalk walk = new JsonWalk(bytes, 0);
        List<String> values = new ArrayList<>();
        while (walk.next()) {
            String value = new String(bytes, walk.from(), walk.to() - walk.from(), StandardCharsets.UTF_8);
            values.add(json.startsWith("{") ? name(bytes, walk) + "=" + value : value);
        }
        return values;
    }

    private static String name(byte[] json, JsonWalk walk) {
        String beginning = new String(json, walk.begin(), walk.from() - walk.begin(), StandardCharsets.UTF_8);
        return beginning.substring(1, beginning.lastIndexOf('"'));
    }

    private static boolean empty(String value) {
        JsonWalk walk = new JsonWalk(("[" + value + "]").getBytes(StandardCharsets.UTF_8), 0);
        assertThat(walk.next()).isTrue();
        return walk.empty();
    }

    @Test
    void every_kind_of_value_has_its_end() {
        assertThat(values("{\"a\":\"x\",\"b\":-1.5e3,\"c\":true,\"d\":null,\"e\":{\"f\":[1,{}]},\"g\":[],\"h\":0}"))
                .containsExactly("a=\"x\"", "b=-1.5e3", "c=true", "d=null", "e={\"f\":[1,{}]}", "g=[]", "h=0");
        assertThat(values("[\"a\",1,[2,[3]],{\"b\":4}]")).containsExactly("\"a\"", "1", "[2,[3]]", "{\"b\":4}");
    }

    @Test
    void text_may_hold_what_looks_like_json() {
        assertThat(values("{\"a\":\"}],{\\\"\\\\\",\"b\":[\"]\",\"\\\\\"],\"c\":\"é€😀\"}"))
                .containsExactly("a=\"}],{\\\"\\\\\"", "b=[\"]\",\"\\\\\"]", "c=\"é€😀\"");
    }

    /** A string is looked through by eight bytes, from wherever it begins. */
    @Test
    void an_escape_may_stand_anywhere_in_a_string() {
        for (String escape : List.of("", "\\\"", "\\\\", "\\\\\\\"", "\\n#!")) {
            for (int before = 0; before < 20; before++) {
                for (int after = 0; after < 20; after++) {
                    String string =
                            "\"" + "é".repeat(before % 2) + "a".repeat(before) + escape + "]".repeat(after) + "\"";
                    assertThat(values("[" + string + "]")).containsExactly(string);
                    assertThat(values("[" + string + ",{\"b\":" + string + "},12345678]"))
                            .containsExactly(string, "{\"b\":" + string + "}", "12345678");
                }
            }
        }
    }

    @Test
    void white_space_means_nothing() {
        assertThat(values(" { \"a\" : 1 ,\n\t\"b\" : [ 2 , 3 ]\r\n}".strip())).containsExactly("a=1", "b=[ 2 , 3 ]");
    }

    @Test
    void a_walk_goes_on_where_another_one_inside_of_it_has_ended() {
        byte[] json = "[{\"a\":[1,2],\"b\":3},{\"c\":4}, 5 ]".getBytes(StandardCharsets.UTF_8);
        JsonWalk outer = new JsonWalk(json, 0);
        assertThat(outer.next()).isTrue();
        JsonWalk inside = new JsonWalk(json, outer.from());
        while (inside.next()) {
            assertThat(name(json, inside)).isIn("a", "b");
        }

        outer.endsWith(inside);

        assertThat(new String(json, outer.from(), outer.to() - outer.from(), StandardCharsets.UTF_8))
                .isEqualTo("{\"a\":[1,2],\"b\":3}");
        assertThat(outer.next()).isTrue();
        assertThat(outer.to() - outer.from()).isEqualTo(7);
        assertThat(outer.next()).isTrue();
        assertThat(outer.startsWith('5')).isTrue();
        assertThat(outer.next()).isFalse();
    }

    @Test
    void an_empty_one_has_nothing() {
        assertThat(values("{}")).isEmpty();
        assertThat(values("[ ]")).isEmpty();
    }

    @Test
    void null_and_empty_values_say_nothing() {
        assertThat(List.of("null", "[]", "{}", "[ ]")).allMatch(JsonWalkTest::empty);
        assertThat(List.of("0", "false", "\"\"", "[null]", "{\"a\":1}")).noneMatch(JsonWalkTest::empty);
    }
}
