package org.roster.scim.engine.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.scim.engine.configuration.Configuration;
import org.roster.scim.engine.configuration.Limit;
import org.roster.scim.engine.limits.Admission.Counted;

/** What the settings say, and how much of it is remembered. */
class LimitsTest {

    @Test
    void some_have_other_limits_by_name() {
        Limits limits = limits(Map.of(
                "roster.limit.rate",
                "50",
                "roster.limit.concurrent",
                "8",
                "roster.limits",
                " credential:hr:rate=5, credential:hr:burst=9,tenant:acme:concurrent=2,credential:a:b:rate=1,"));
        assertThat(limits.of(Limited.CREDENTIAL, "it")).isEqualTo(new Limit(50, 0, 8));
        assertThat(limits.of(Limited.CREDENTIAL, "hr")).isEqualTo(new Limit(5, 9, 8));
        assertThat(limits.of(Limited.CREDENTIAL, "a:b")).isEqualTo(new Limit(1, 0, 8));
        assertThat(limits.of(Limited.TENANT, "acme")).isEqualTo(new Limit(0, 0, 2));
        assertThat(limits.of(Limited.TENANT, "hr")).isEqualTo(Limit.NONE);
        assertThat(limits.of(Limited.ADDRESS, "192.0.2.1")).isEqualTo(new Limit(50, 0, 8));
    }

    @Test
    void a_limit_for_one_alone_leaves_the_others_without() {
        Door door = new Door("roster.limits", "credential:hr@acme:rate=2");
        assertThat(door.admitted(10, "hr@acme")).isEqualTo(2);
        assertThat(door.admitted(10, "it@acme")).isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hr",
                "hr:rate=5",
                "user:hr:rate=5",
                "address:192.0.2.1:rate=5",
                "credential:hr:rat=5",
                "credential:hr:rate=many",
                "credential:hr:rate=-1",
                "credential:hr:rate",
                "credential=hr:rate:5"
            })
    void a_setting_that_cannot_be_used_is_told_at_start(String setting) {
        assertThatThrownBy(() -> limits(Map.of("roster.limits", setting)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("roster.limits has \"" + setting + "\"; write credential:NAME:rate=5");
    }

    @Test
    void who_uses_nothing_is_forgotten_to_make_room() {
        long[] now = {0};
        Admission admission = new Admission(limits(Map.of("roster.limit.rate", "1")), () -> now[0]);
        IntStream.range(0, Usages.REMEMBERED).forEach(i -> enterAndLeave(admission, "a" + i));
        now[0] += Duration.ofSeconds(2).toNanos();
        assertThat(enterAndLeave(admission, "new")).isTrue();
        assertThat(admission.remembered(Limited.ADDRESS)).isEqualTo(1);
    }

    @Test
    void a_flood_of_addresses_fills_no_memory_and_pushes_nobody_out() {
        Admission admission = new Admission(limits(Map.of("roster.limit.rate", "2")), () -> 0);
        assertThat(enterAndLeave(admission, "first")).isTrue();
        assertThat(enterAndLeave(admission, "first")).isTrue();
        long admitted = IntStream.range(0, 10 * Usages.REMEMBERED)
                .filter(i -> enterAndLeave(admission, "a" + i))
                .count();
        assertThat(admission.remembered(Limited.ADDRESS)).isEqualTo(Usages.REMEMBERED);
        assertThat(admitted).as("those that are not remembered share one limit").isEqualTo(Usages.REMEMBERED - 1 + 2);
        assertThat(enterAndLeave(admission, "first")).isFalse();
    }

    @Test
    void who_has_a_request_under_way_is_not_forgotten() {
        long[] now = {0};
        Admission admission = new Admission(limits(Map.of("roster.limit.concurrent", "1")), () -> now[0]);
        Ticket ticket = admission.enter(address("long")).ticket();
        IntStream.range(1, Usages.REMEMBERED).forEach(i -> enterAndLeave(admission, "a" + i));
        now[0] += Duration.ofSeconds(2).toNanos();
        enterAndLeave(admission, "new");
        assertThat(admission.remembered(Limited.ADDRESS)).isEqualTo(2);
        assertThat(enterAndLeave(admission, "long")).isFalse();
        ticket.close();
        assertThat(enterAndLeave(admission, "long")).isTrue();
    }

    private static boolean enterAndLeave(Admission admission, String address) {
        Admission.Entry entry = admission.enter(address(address));
        entry.ticket().close();
        return entry.refusal().isEmpty();
    }

    private static List<Counted> address(String address) {
        return List.of(new Counted(Limited.ADDRESS, address, address));
    }

    private static Limits limits(Map<String, String> settings) {
        return new Limits(new Configuration(settings::get, Map.of()));
    }
}
