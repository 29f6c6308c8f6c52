package org.roster.scim.engine.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.Principal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roster.scim.engine.security.RecordedResponse;

/** Who asks for too much gets 429, and nobody else does (RFC 6585 §4). */
class RateLimitsTest {

    @Test
    void without_settings_nobody_has_a_limit() {
        Door door = new Door();
        assertThat(door.admitted(10_000, "hr@acme")).isEqualTo(10_000);
    }

    @Nested
    class Rate {
        private final Door door = new Door("roster.limit.rate", "5", "roster.limit.burst", "10");

        @Test
        void the_burst_comes_at_once_and_then_one_after_each_interval() {
            assertThat(door.admitted(20, "hr@acme")).isEqualTo(10);
            door.pass(Duration.ofMillis(199));
            assertThat(door.admitted(20, "hr@acme")).isZero();
            door.pass(Duration.ofMillis(1));
            assertThat(door.admitted(20, "hr@acme")).isEqualTo(1);
            door.pass(Duration.ofSeconds(1));
            assertThat(door.admitted(20, "hr@acme")).isEqualTo(5);
        }

        @Test
        void a_long_rest_fills_the_bucket_and_no_more() {
            door.admitted(10, "hr@acme");
            door.pass(Duration.ofHours(1));
            assertThat(door.admitted(100, "hr@acme")).isEqualTo(10);
        }

        @Test
        void over_a_minute_no_more_than_the_rate_gets_in_whatever_comes() {
            long admitted = 0;
            for (int i = 0; i < 600; i++) {
                admitted += door.admitted(5, "hr@acme");
                door.pass(Duration.ofMillis(100));
            }
            assertThat(admitted).isEqualTo(10 + 5 * 60 - 1);
        }

        @Test
        void each_credential_has_a_bucket_of_its_own() {
            assertThat(door.admitted(20, "hr@acme")).isEqualTo(10);
            assertThat(door.admitted(20, "it@acme")).isEqualTo(10);
        }

        @Test
        void a_token_and_a_user_of_the_same_name_are_two_credentials() {
            door.admitted(20, "hr@acme");
            Principal user = () -> "hr@acme";
            RecordedResponse answer = door.send(door.request(user, "192.0.2.1"), (request, response) -> {});
            assertThat(answer.status()).isEqualTo(200);
        }

        @Test
        void the_burst_is_one_second_of_the_rate_unless_set() {
            assertThat(new Door("roster.limit.rate", "7").admitted(20, "hr@acme"))
                    .isEqualTo(7);
        }

        @Test
        void a_request_that_is_forwarded_counts_once() {
            HttpServletRequest request = door.request(Door.token("hr@acme"), "192.0.2.1");
            door.send(request, (first, response) -> door.send(request, (second, answer) -> {}));
            assertThat(door.admitted(20, "hr@acme")).isEqualTo(9);
        }
    }

    @Nested
    class Answer {

        @ParameterizedTest
        @CsvSource({"1, 0, 1", "1, 1, 1", "1, 999, 1"})
        void tells_the_seconds_until_a_token_is_there_rounded_up(int rate, int milliseconds, String seconds) {
            Door door = new Door("roster.limit.rate", Integer.toString(rate));
            door.ask("hr@acme");
            door.pass(Duration.ofMillis(milliseconds));
            assertThat(door.ask("hr@acme").header("Retry-After")).containsExactly(seconds);
            door.pass(Duration.ofSeconds(Long.parseLong(seconds)));
            assertThat(door.ask("hr@acme").status()).isEqualTo(200);
        }

        @Test
        void is_a_scim_error_that_names_the_limit_and_what_to_do() {
            Door door = new Door("roster.limit.rate", "5", "roster.limit.burst", "1");
            door.ask("hr@acme");
            RecordedResponse refused = door.ask("hr@acme");
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.body())
                    .isEqualTo("{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:Error\"],\"status\":\"429\","
                            + "\"detail\":\"too many requests of this credential, which may make 5 per second and 1 at once; "
                            + "try again in 1 s\"}");
        }

        @Test
        void to_too_many_at_the_same_time_says_so() {
            Door door = new Door("roster.limit.concurrent", "1");
            RecordedResponse refused = inside(door, "hr@acme", () -> door.ask("hr@acme"));
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.header("Retry-After")).containsExactly("1");
            assertThat(refused.body())
                    .contains("too many requests of this credential at the same time, which may have 1 under way; "
                            + "wait for the answer to one of them");
        }
    }

    @Nested
    class AtTheSameTime {
        private final Door door = new Door("roster.limit.concurrent", "2");

        @Test
        void as_many_as_the_limit_are_under_way_and_an_answer_makes_room() {
            List<Integer> statuses = inside(
                    door,
                    "hr@acme",
                    () -> inside(
                            door,
                            "hr@acme",
                            () -> List.of(
                                    door.ask("hr@acme").status(),
                                    door.ask("it@acme").status())));
            assertThat(statuses).containsExactly(429, 200);
            assertThat(door.ask("hr@acme").status()).isEqualTo(200);
        }

        @Test
        void a_request_that_fails_makes_room_too() {
            for (Exception failure : List.of(new IOException("gone"), new ServletException("x"), new Broken())) {
                for (int i = 0; i < 3; i++) {
                    assertThatThrownBy(() -> door.filter.doFilter(
                                    door.request(Door.token("hr@acme"), "192.0.2.1"),
                                    new RecordedResponse().servlet(),
                                    (request, response) -> fail(failure)))
                            .isSameAs(failure);
                }
            }
            assertThat(door.ask("hr@acme").status()).isEqualTo(200);
        }

        @Test
        void a_request_that_another_thread_answers_makes_room_when_it_is_answered_and_once() throws Exception {
            door.asynchronous = true;
            door.ask("hr@acme");
            door.ask("hr@acme");
            assertThat(door.ask("hr@acme").status()).isEqualTo(429);
            door.listeners.get(0).onError(null);
            door.listeners.get(0).onComplete(null);
            assertThat(door.ask("hr@acme").status()).isEqualTo(200);
            assertThat(door.ask("hr@acme").status()).isEqualTo(429);
        }

        @Test
        void many_threads_are_never_more_than_the_limit() throws Exception {
            AtomicInteger running = new AtomicInteger();
            AtomicInteger most = new AtomicInteger();
            AtomicInteger served = new AtomicInteger();
            var pool = Executors.newFixedThreadPool(16);
            try {
                List<Callable<RecordedResponse>> calls = IntStream.range(0, 4_000)
                        .<Callable<RecordedResponse>>mapToObj(i ->
                                () -> door.send(door.request(Door.token("hr@acme"), "x"), (request, response) -> {
                                    most.accumulateAndGet(running.incrementAndGet(), Math::max);
                                    Thread.onSpinWait();
                                    served.incrementAndGet();
                                    running.decrementAndGet();
                                }))
                        .toList();
                pool.invokeAll(calls);
            } finally {
                pool.shutdownNow();
            }
            assertThat(most.get()).isBetween(1, 2);
            assertThat(served.get()).isPositive();
            assertThat(door.ask("hr@acme").status()).isEqualTo(200);
        }
    }

    @Nested
    class Tenant {
        private final Door door = new Door("roster.limit.rate", "6", "roster.limit.tenant.rate", "10");

        @Test
        void all_credentials_of_a_tenant_count_together() {
            assertThat(door.admitted(6, "hr@acme") + door.admitted(6, "it@acme"))
                    .isEqualTo(10);
            RecordedResponse refused = door.ask("third@acme");
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.body())
                    .contains("too many requests of the credentials of your tenant together, which may make 10");
            assertThat(door.admitted(6, "hr@globex")).isEqualTo(6);
        }

        @Test
        void a_credential_that_is_refused_takes_nothing_from_its_tenant() {
            door.admitted(1_000, "hr@acme");
            assertThat(door.admitted(6, "it@acme")).isEqualTo(4);
        }

        @Test
        void a_request_that_the_tenant_refuses_does_not_count_for_its_credential() {
            door.admitted(6, "hr@acme");
            door.admitted(1_000, "it@acme");
            door.pass(Duration.ofMillis(200));
            assertThat(door.admitted(1_000, "it@acme"))
                    .as("what the tenant has again, though the credential asked in vain before")
                    .isEqualTo(2);
        }

        @Test
        void a_tenant_has_a_limit_on_what_is_under_way() {
            Door two = new Door("roster.limit.tenant.concurrent", "1");
            List<Integer> statuses = inside(
                    two,
                    "hr@acme",
                    () -> List.of(
                            two.ask("it@acme").status(), two.ask("hr@globex").status()));
            assertThat(statuses).containsExactly(429, 200);
        }
    }

    @Nested
    class WithoutCredential {
        private final Door door = new Door("roster.limit.rate", "2", "roster.limit.tenant.rate", "1");

        @Test
        void an_address_is_counted_and_no_tenant() {
            assertThat(IntStream.range(0, 4)
                            .mapToObj(i -> door.askFrom("192.0.2.1").status()))
                    .containsExactly(200, 200, 429, 429);
            assertThat(door.askFrom("192.0.2.2").status()).isEqualTo(200);
            assertThat(door.askFrom("192.0.2.1").body()).contains("your address without a credential");
        }

        @Test
        void the_addresses_of_one_network_of_ipv6_are_one() {
            door.askFrom("2001:db8:0:7:1:2:3:4");
            door.askFrom("2001:db8:0:7:ffff::1");
            assertThat(door.askFrom("2001:db8:0:7::5").status()).isEqualTo(429);
            assertThat(door.askFrom("2001:db8:0:8::5").status()).isEqualTo(200);
        }

        @Test
        void whoever_has_a_credential_is_let_in_from_the_same_address() {
            door.askFrom("192.0.2.1");
            door.askFrom("192.0.2.1");
            assertThat(door.ask("hr@acme").status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2",
        "2001:db8::5, 2001:db8:0:0",
        "2001:db8::1:2:3:4:5, 2001:db8:0:1",
        "::1, 0:0:0:0",
        "fe80::1%eth0, fe80:0:0:0",
        "2001:db8:1:2::, 2001:db8:1:2",
        "::ffff:192.0.2.1, ::ffff:192.0.2.1",
        "unknown, unknown"
    })
    void of_an_address_of_ipv6_the_network_counts(String address, String counted) {
        assertThat(NetworkAddress.counted(address)).isEqualTo(counted);
    }

    private static void fail(Exception failure) throws IOException, ServletException {
        if (failure instanceof IOException io) {
            throw io;
        }
        if (failure instanceof ServletException servlet) {
            throw servlet;
        }
        throw (RuntimeException) failure;
    }

    /** What is found while a request of a token is under way. */
    private static <T> T inside(Door door, String token, Supplier<T> look) {
        List<T> found = new ArrayList<>();
        door.send(door.request(Door.token(token), "192.0.2.1"), (request, response) -> found.add(look.get()));
        return found.get(0);
    }

    private static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
