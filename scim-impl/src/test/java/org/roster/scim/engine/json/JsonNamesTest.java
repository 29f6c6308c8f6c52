package org.roster.scim.engine.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Names are found where they stand. */
class JsonNamesTest {

    private static <V> @Nullable V get(JsonNames<V> names, String name) {
        JsonWalk walk = new JsonWalk(("{\"" + name + "\":1}").getBytes(StandardCharsets.UTF_8), 0);
        assertThat(walk.next()).isTrue();
        return walk.named(names);
    }

    @Test
    void each_has_its_own() {
        JsonNames<Integer> names = JsonNames.of(Map.of("value", 1, "type", 2, "$ref", 3, "größe", 4, "", 5));

        assertThat(get(names, "value")).isEqualTo(1);
        assertThat(get(names, "type")).isEqualTo(2);
        assertThat(get(names, "$ref")).isEqualTo(3);
        assertThat(get(names, "größe")).isEqualTo(4);
        assertThat(get(names, "")).isEqualTo(5);
    }

    @Test
    void others_have_nothing() {
        JsonNames<Integer> names = JsonNames.of(Map.of("value", 1));

        assertThat(get(names, "Value")).isNull();
        assertThat(get(names, "va\\u006cue")).isNull();
        assertThat(get(names, "vxlxe")).isNull();
        assertThat(get(names, "values")).isNull();
        assertThat(get(JsonNames.<Integer>of(Map.of()), "value")).isNull();
    }

    @Test
    void many_that_look_alike_are_told_apart() {
        Map<String, Integer> all =
                IntStream.range(0, 500).boxed().collect(Collectors.toMap(n -> "a" + (1000 + n) + "aaaaa", n -> n));
        JsonNames<Integer> names = JsonNames.of(all);

        assertThat(all).allSatisfy((name, n) -> assertThat(get(names, name)).isEqualTo(n));
    }
}
