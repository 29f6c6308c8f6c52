package org.roster.scim.engine.json;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import org.junit.jupiter.api.Test;
import org.roster.scim.fixture.JsonText;

class JsonRewritingTest {

    @Test
    void values_change_in_their_place() {
        assertThat(JsonRewriting.members(JsonText.object("{'a': 1, 'b': 'x', 'c': 2}"), (name, v) -> doubled(v))
                        .toString())
                .isEqualTo("{\"a\":2,\"b\":\"x\",\"c\":4}");
        assertThat(JsonRewriting.elements(JsonText.array("[1, 'x', 2]"), JsonRewritingTest::doubled))
                .isEqualTo(JsonText.array("[2, 'x', 4]"));
    }

    @Test
    void a_member_is_rewritten_by_its_name() {
        assertThat(JsonRewriting.members(
                        JsonText.object("{'a': 1, 'b': 1}"), (name, v) -> name.equals("b") ? doubled(v) : v))
                .isEqualTo(JsonText.object("{'a': 1, 'b': 2}"));
    }

    @Test
    void what_does_not_change_is_not_copied() {
        JsonObject object = JsonText.object("{'a': 'x'}");
        JsonArray array = JsonText.array("['x']");

        assertThat(JsonRewriting.members(object, (name, v) -> doubled(v))).isSameAs(object);
        assertThat(JsonRewriting.elements(array, JsonRewritingTest::doubled)).isSameAs(array);
    }

    private static JsonValue doubled(JsonValue value) {
        return value instanceof JsonNumber number ? JsonProvider.provider().createValue(2 * number.intValue()) : value;
    }
}
