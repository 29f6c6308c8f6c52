package org.roster.scim.it.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of matchers; a missing value is written {@code -}. */
class MatcherTest {
    @ParameterizedTest(name = "{0} : {1} -> {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # plain JSON: equal, same type
            1                          | 1                                   | true
            "1"                        | 1                                   | false
            1                          | "1"                                 | false
            true                       | "True"                              | false
            "true"                     | true                                | false
            null                       | null                                | true
            -                          | null                                | false
            []                         | []                                  | true
            {"a":1,"b":2}              | {"b":2,"a":1}                       | true
            {"a":1,"b":2}              | {"a":1}                             | false
            ["a","b"]                  | ["b","a"]                           | false
            -                          | {"$present":true}                   | false
            -                          | {"$present":false}                  | true
            null                       | {"$present":true}                   | true
            false                      | {"$present":true}                   | true
            -                          | {"$blank":true}                     | true
            null                       | {"$blank":true}                     | true
            ""                         | {"$blank":true}                     | true
            []                         | {"$blank":true}                     | true
            {}                         | {"$blank":true}                     | true
            " "                        | {"$blank":true}                     | false
            false                      | {"$blank":true}                     | false
            0                          | {"$blank":true}                     | false
            "x"                        | {"$blank":false}                    | true
            -                          | {"$blank":false}                    | false
            "x"                        | {"$type":"string"}                  | true
            5                          | {"$type":"string"}                  | false
            5                          | {"$type":"number"}                  | true
            5.5                        | {"$type":"number"}                  | true
            true                       | {"$type":"number"}                  | false
            true                       | {"$type":"boolean"}                 | true
            false                      | {"$type":"boolean"}                 | true
            "True"                     | {"$type":"boolean"}                 | false
            []                         | {"$type":"array"}                   | true
            {}                         | {"$type":"object"}                  | true
            -                          | {"$type":"object"}                  | false
            [1,2]                      | {"$size":2}                         | true
            [1]                        | {"$size":2}                         | false
            []                         | {"$size":0}                         | true
            -                          | {"$size":0}                         | false
            {}                         | {"$size":0}                         | false
            ["a","b"]                  | {"$contains":"b"}                   | true
            ["a","b"]                  | {"$contains":"B"}                   | false
            -                          | {"$contains":"b"}                   | false
            [{"type":"work","value":1}]| {"$contains":{"type":"work"}}       | true
            [{"type":"work","value":1}]| {"$contains":{"type":"home"}}       | false
            [{"type":"a"},{"value":1}] | {"$contains":{"type":"a","value":1}}| false
            [{"a":{"b":1,"c":2}}]      | {"$contains":{"a":{"b":1}}}         | true
            ["a","b"]                  | {"$lacks":"c"}                      | true
            ["a","b"]                  | {"$lacks":"b"}                      | false
            -                          | {"$lacks":"b"}                      | true
            [{"value":1,"type":"x"}]   | {"$lacks":{"value":1}}              | false
            401                        | {"$anyOf":["401",401]}              | true
            402                        | {"$anyOf":["401",401]}              | false
            -                          | {"$anyOf":[{"$present":false},1]}   | true
            ["a","b"]                  | {"$all":[{"$size":2},{"$contains":"a"}]} | true
            ["a","b"]                  | {"$all":[{"$size":2},{"$lacks":"a"}]}    | false
            "application/scim+json;x"  | {"$startsWith":"application/scim+json"}  | true
            "Application/SCIM+JSON"    | {"$startsWith":"application/scim+json"}  | true
            "text/html"                | {"$startsWith":"application/scim+json"}  | false
            -                          | {"$startsWith":"a"}                      | false
            5                          | {"$startsWith":"5"}                      | false
            """)
    void holds_exactly_when_the_table_says_so(String actual, String matcher, boolean holds) {
        Optional<JsonValue> value = actual.equals("-") ? Optional.empty() : Optional.of(json(actual));
        assertThat(Matcher.of(json(matcher)).matches(value)).isEqualTo(holds);
    }

    @Test
    void an_unknown_matcher_is_a_mistake_in_the_recording() {
        Matcher matcher = Matcher.of(json("{\"$equals\": 1}"));
        assertThatThrownBy(() -> matcher.matches(Optional.empty())).hasMessageContaining("$equals");
    }

    private static JsonValue json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readValue();
        }
    }
}
