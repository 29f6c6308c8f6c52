package org.roster.scim.engine.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.roster.scim.fixture.TestClock;

/** Guessing secrets takes long (RFC 7644 §7.7). */
@Tag("P-7.7-01")
class LockoutTest {
    private static final int ALLOWED = 10;

    private final TestClock watch = new TestClock();
    private final Lockout lockout = new Lockout(ALLOWED, watch);

    @Test
    void as_many_attempts_as_allowed_need_not_wait() {
        for (int i = 1; i <= ALLOWED; i++) {
            assertThat(lockout.secondsToWait("ada")).isZero();
            assertThat(lockout.wrong("ada")).isEqualTo(i == ALLOWED);
        }
        assertThat(lockout.secondsToWait("ada")).isEqualTo(1);
    }

    @Test
    void each_wrong_one_after_that_doubles_the_wait_up_to_a_minute() {
        guess("ada", ALLOWED);
        List<Integer> waits = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            waits.add(lockout.secondsToWait("ada"));
            watch.pass(Duration.ofSeconds(waits.get(i)));
            guess("ada", 1);
        }
        assertThat(waits).containsExactly(1, 2, 4, 8, 16, 32, 60, 60);
    }

    @Test
    void the_wait_runs_out_whether_somebody_tries_meanwhile_or_not() {
        guess("ada", ALLOWED + 2);
        assertThat(lockout.secondsToWait("ada")).isEqualTo(4);
        watch.pass(Duration.ofMillis(2_500));
        assertThat(lockout.secondsToWait("ada")).isEqualTo(2);
        assertThat(lockout.secondsToWait("ada")).isEqualTo(2);
        watch.pass(Duration.ofMillis(1_500));
        assertThat(lockout.secondsToWait("ada")).isZero();
    }

    @Test
    void when_it_has_run_out_one_attempt_is_made_at_a_time() {
        guess("ada", ALLOWED);
        watch.pass(Duration.ofSeconds(1));
        assertThat(lockout.secondsToWait("ada")).isZero();
        assertThat(lockout.secondsToWait("ada")).isEqualTo(1);
        lockout.right("ada");
        assertThat(lockout.secondsToWait("ada")).isZero();
        assertThat(lockout.secondsToWait("ada")).isZero();
    }

    @Test
    void a_right_one_begins_the_count_anew() {
        guess("ada", ALLOWED - 1);
        lockout.right("ada");
        guess("ada", ALLOWED - 1);
        assertThat(lockout.secondsToWait("ada")).isZero();
    }

    @Test
    void ten_minutes_without_a_wrong_one_begin_it_anew_too() {
        guess("ada", ALLOWED + 3);
        watch.pass(Duration.ofMinutes(10).plusMillis(1));
        assertThat(lockout.secondsToWait("ada")).isZero();
        guess("ada", ALLOWED - 1);
        assertThat(lockout.secondsToWait("ada")).isZero();
    }

    @Test
    void a_name_is_one_in_any_case_and_no_other() {
        guess("ada", ALLOWED / 2);
        guess("ADA", ALLOWED - ALLOWED / 2);
        assertThat(lockout.secondsToWait("Ada")).isEqualTo(1);
        assertThat(lockout.secondsToWait("adam")).isZero();
    }

    @Test
    void names_without_end_take_no_memory_without_end() {
        guess("ada", ALLOWED + 6);
        for (int i = 0; i < Lockout.REMEMBERED - 1; i++) {
            guess(i + "x".repeat(i % 2 == 0 ? 10 : 5_000), 1);
        }
        assertThat(lockout.secondsToWait("ada")).isEqualTo(60);
        for (int i = 0; i < 100; i++) {
            guess("more" + i, 1);
        }
        assertThat(lockout.remembered()).isEqualTo(Lockout.REMEMBERED);
        assertThat(lockout.secondsToWait("ada"))
                .as("what is asked for stays in memory")
                .isEqualTo(60);
    }

    @Test
    void zero_switches_it_off() {
        Lockout off = new Lockout(0, watch);
        for (int i = 0; i < 1_000; i++) {
            assertThat(off.wrong("ada")).isFalse();
        }
        assertThat(off.secondsToWait("ada")).isZero();
        assertThat(off.remembered()).isZero();
    }

    private void guess(String target, int times) {
        for (int i = 0; i < times; i++) {
            lockout.wrong(target);
        }
    }
}
