package org.roster.scim.engine.store.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.fixture.TestSchemas.USER;
import static org.roster.scim.fixture.TestSchemas.path;

import jakarta.json.JsonValue;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.scim.resource.Meta;
import org.roster.scim.resource.ScimResource;

class SortValueTest {

    @ParameterizedTest
    @ValueSource(strings = {"meta.created", "meta.lastModified"})
    void a_time_without_milliseconds_sorts_before_one_with_them(String attribute) {
        assertThat(sortValue(attribute, "2020-01-01T00:00:00Z"))
                .isLessThan(sortValue(attribute, "2020-01-01T00:00:00.001Z"));
    }

    private static String sortValue(String attribute, String time) {
        Instant instant = Instant.parse(time);
        ScimResource user = new ScimResource("1", new Meta("User", instant, instant, "1"), JsonValue.EMPTY_JSON_OBJECT);
        return SortValue.of(path(USER, attribute), user).orElseThrow();
    }

    @Test
    void the_id_is_a_value_too() {
        assertThat(sortValue("id", "2020-01-01T00:00:00Z")).isEqualTo("1");
    }
}
