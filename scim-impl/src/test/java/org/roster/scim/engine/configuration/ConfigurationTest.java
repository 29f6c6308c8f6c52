package org.roster.scim.engine.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.scim.filter.FilterLimits;
import org.roster.scim.patch.PatchRequest;

/** What an operator sets. */
class ConfigurationTest {

    private static Configuration with(Map<String, String> properties, Map<String, String> environment) {
        return new Configuration(properties::get, environment);
    }

    @Test
    void nothing_need_be_set() {
        Configuration configuration = with(Map.of(), Map.of());

        assertThat(configuration.bootstrapToken()).isEmpty();
        assertThat(configuration.bootstrapTokenHash()).isEmpty();
        assertThat(configuration.baseUrl()).isEmpty();
        assertThat(configuration.cursorTimeout()).isEqualTo(3_600);
        RequestLimits limits = configuration.requestLimits();
        assertThat(limits.of(RequestLimit.BODY)).isEqualTo(1_048_576);
        assertThat(limits.of(RequestLimit.JSON_DEPTH)).isEqualTo(32);
        assertThat(limits.pageSize()).isEqualTo(100);
        assertThat(limits.of(RequestLimit.PAGE_LIMIT)).isEqualTo(1_000);
        assertThat(limits.filter()).isEqualTo(FilterLimits.DEFAULT);
        assertThat(limits.of(RequestLimit.PATCH_OPERATIONS)).isEqualTo(PatchRequest.MOST_OPERATIONS);
        assertThat(limits.of(RequestLimit.BULK_OPERATIONS)).isEqualTo(1_000);
        assertThat(limits.of(RequestLimit.BULK_PAYLOAD)).isEqualTo(1_048_576);
        assertThat(configuration.basic()).isTrue();
        assertThat(configuration.lockoutAttempts()).isEqualTo(10);
        assertThat(configuration.dialectOff()).isEmpty();
    }

    @Test
    void a_system_property_counts_before_the_environment() {
        Configuration configuration =
                with(Map.of("roster.page.size", "7"), Map.of("ROSTER_PAGE_SIZE", "8", "ROSTER_PAGE_LIMIT", "9"));

        assertThat(configuration.requestLimits().pageSize()).isEqualTo(7);
        assertThat(configuration.requestLimits().of(RequestLimit.PAGE_LIMIT)).isEqualTo(9);
    }

    @Test
    void blanks_around_a_value_do_not_count() {
        Configuration configuration =
                with(Map.of("roster.bootstrap.token", " secret \n", "roster.base.url", " "), Map.of());

        assertThat(configuration.bootstrapToken()).contains("secret");
        assertThat(configuration.baseUrl()).isEmpty();
    }

    @Test
    void a_base_url_ends_without_a_slash() {
        assertThat(with(Map.of("roster.base.url", "https://x.org/scim/v2/"), Map.of())
                        .baseUrl())
                .contains("https://x.org/scim/v2");
    }

    @Test
    void the_lockout_is_off_at_zero() {
        assertThat(with(Map.of("roster.lockout.attempts", "0"), Map.of()).lockoutAttempts())
                .isZero();
        assertThatThrownBy(() ->
                        with(Map.of("roster.lockout.attempts", "-1"), Map.of()).lockoutAttempts())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("at least 0");
    }

    @Test
    void basic_is_on_or_off() {
        assertThat(with(Map.of("roster.basic", "off"), Map.of()).basic()).isFalse();
        assertThatThrownBy(() -> with(Map.of("roster.basic", "no"), Map.of()).basic())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("roster.basic");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "many", "1.5", "2147483647", "99999999999"})
    void a_number_that_cannot_be_used_is_refused_by_name(String value) {
        assertThatThrownBy(
                        () -> with(Map.of("roster.body.limit", value), Map.of()).requestLimits())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("roster.body.limit")
                .hasMessageContaining(value);
    }

    @Test
    @Tag("P-3.11-01")
    void me_is_on_unless_it_is_switched_off() {
        assertThat(with(Map.of(), Map.of()).me()).isTrue();
        assertThat(with(Map.of("roster.me", "on"), Map.of()).me()).isTrue();
        assertThat(with(Map.of("roster.me", "off"), Map.of()).me()).isFalse();
        assertThatThrownBy(() -> with(Map.of("roster.me", "of"), Map.of()).me())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("roster.me");
    }
}
