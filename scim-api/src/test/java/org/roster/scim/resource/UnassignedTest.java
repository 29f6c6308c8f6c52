package org.roster.scim.resource;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.scim.testing.Json;

/** Absent, null and {@code []} are one state, RFC 7643 §2.5. */
@Tag("S-2.5-01")
class UnassignedTest {

    @Test
    void what_is_absent_is_unassigned() {
        assertThat(Unassigned.is(null)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "{}", "[null]", "[[]]", "[{}]", "{'a':null}", "{'a':[],'b':{'c':null}}"})
    void what_holds_nothing_is_unassigned(String json) {
        assertThat(Unassigned.is(Json.value(json))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "true", "0", "'a'", "['a']", "[null,'a']", "{'a':false}", "[{'a':null},{'a':0}]"})
    void what_holds_a_value_is_assigned(String json) {
        assertThat(Unassigned.is(Json.value(json))).isFalse();
    }
}
