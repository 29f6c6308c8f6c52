package org.roster.scim.engine.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.scim.fixture.JsonText;

/** References to bulkIds in the data of an operation (RFC 7644 §3.7.2). */
@Tag("P-3.7-06")
class ReferencesTest {

    private static final Map<String, String> IDS = Map.of("a", "1", "b c", "2", "$1\\", "3");

    private static String replaced(String json) {
        return References.replace(JsonText.strict(json), bulkId -> Optional.ofNullable(IDS.get(bulkId)))
                .toString();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "\"bulkId:a\", \"1\"",
                "\"bulkId:b c\", \"2\"",
                "\"bulkId:$1\\\\\", \"3\"",
                "{\"members\":[{\"value\":\"bulkId:a\"}]}, {\"members\":[{\"value\":\"1\"}]}",
                "{\"x\":{\"y\":[[\"bulkId:a\"]]}}, {\"x\":{\"y\":[[\"1\"]]}}",
                "\"/Users/bulkId:a\", \"/Users/1\"",
                "\"https://x.org/v2/Users/bulkId:a\", \"https://x.org/v2/Users/1\"",
                "{\"path\":\"members[value eq \\\"bulkId:a\\\"]\"}, {\"path\":\"members[value eq \\\"1\\\"]\"}",
                "{\"Path\":\"x[v eq \\\"bulkId:b c\\\" or v eq \\\"bulkId:a\\\"]\"}, {\"Path\":\"x[v eq \\\"2\\\" or v eq \\\"1\\\"]\"}",
            })
    void the_id_takes_the_place_of_the_reference(String json, String expected) {
        assertThat(replaced(json)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"bulkId:unknown\"",
                "\"bulkId:\"",
                "\"bulkid:a\"",
                "\"xbulkId:a\"",
                "\"see bulkId:a\"",
                "\"see /Users/bulkId:a\"",
                "\"/Users?id=/bulkId:a\"",
                "{\"bulkId:a\":1}",
                "{\"value\":\"he said \\\"bulkId:a\\\"\"}",
                "[1,true,null,{},[]]"
            })
    void other_text_stays(String json) {
        assertThat(replaced(json)).isEqualTo(json);
    }

    @Test
    void where_nothing_is_replaced_nothing_is_copied() {
        JsonValue data = JsonText.object("{'a': [{'b': 'bulkId:unknown'}, 1], 'path': 'x[v eq 1]'}");
        assertThat(References.replace(data, bulkId -> Optional.empty())).isSameAs(data);
    }

    @Test
    void every_bulk_id_is_found_once() {
        assertThat(References.in(JsonText.value("{'a': 'bulkId:x', 'b': ['bulkId:y', {'$ref': '../Users/bulkId:x'}]}")))
                .containsExactly("x", "y");
    }
}
