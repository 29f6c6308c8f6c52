package org.roster.scim.engine.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.roster.scim.fixture.TestClock;

/** How keys come, change and stay. Tokens here last long. */
@ResourceLock(TestService.LOG)
class JwtKeysTest {

    private static final TestKey OLD = TestKey.rsa("old");
    private static final TestKey NEW = TestKey.rsa("new");

    private final TestClock clock = new TestClock();
    private final TestIssuer issuer = new TestIssuer("one").publishing(OLD);

    @TempDir
    private Path folder;

    @AfterEach
    void end() {
        issuer.close();
    }

    private TestService service() {
        return new TestService(folder, clock, Map.of(), issuer.entry(""));
    }

    private String token(TestKey key) {
        return issuer.token().with("exp", 9_999_999_999L).signedBy(key);
    }

    /** Making a signature costs more than all that is tested. */
    private String signedByNobody(TestKey key) {
        return issuer.token().signed(key, TestKey.base64(new byte[256]));
    }

    /** Waits for something that happens in the background. */
    private static void await(java.util.function.BooleanSupplier happened) {
        for (int i = 0; i < 300 && !happened.getAsBoolean(); i++) {
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        assertThat(happened.getAsBoolean()).isTrue();
    }

    @Test
    void a_thousand_unknown_keys_are_one_question_a_minute() {
        try (TestService service = service()) {
            assertThat(service.callerWith(token(OLD))).isPresent();
            for (int minute = 1; minute <= 3; minute++) {
                for (int i = 0; i < 1_000; i++) {
                    assertThat(service.callerWith(signedByNobody(OLD.called("kid-" + minute + "-" + i))))
                            .isEmpty();
                }
                assertThat(issuer.asked).hasSize(minute);
                clock.pass(IssuerKeys.PAUSE);
            }
            assertThat(service.callerWith(token(OLD))).isPresent();
        }
    }

    @Test
    void a_new_key_is_good_with_its_first_token() {
        try (TestService service = service()) {
            assertThat(service.callerWith(token(OLD))).isPresent();
            issuer.publishing(OLD, NEW);
            clock.pass(IssuerKeys.PAUSE);
            assertThat(service.callerWith(token(NEW))).isPresent();
            assertThat(service.callerWith(token(OLD))).isPresent();
        }
    }

    @Test
    void a_key_that_is_withdrawn_is_good_for_a_minute_longer_at_most() {
        try (TestService service = service()) {
            assertThat(service.callerWith(token(OLD))).isPresent();
            issuer.publishing(NEW);
            clock.pass(IssuerKeys.PAUSE);
            assertThat(service.callerWith(token(NEW))).isPresent();
            assertThat(service.callerWith(token(OLD))).isEmpty();
            assertThat(service.refusals()).containsExactly("one [key]");
        }
    }

    @Test
    void keys_are_read_anew_in_the_background_before_anybody_needs_it() {
        try (TestService service = service()) {
            assertThat(service.callerWith(token(OLD))).isPresent();
            clock.pass(Duration.ofMinutes(59));
            assertThat(service.callerWith(token(OLD))).isPresent();
            assertThat(issuer.asked).hasSize(1);
            clock.pass(Duration.ofMinutes(2));
            assertThat(service.callerWith(token(OLD))).isPresent();
            await(() -> issuer.asked.size() == 2);
        }
    }

    static Stream<Arguments> outages() {
        return Stream.of(
                Arguments.of(503, "", Map.of()),
                Arguments.of(404, "{\"keys\":[]}", Map.of()),
                Arguments.of(200, "", Map.of()),
                Arguments.of(200, "<html>maintenance</html>", Map.of()),
                Arguments.of(200, "{}", Map.of()),
                Arguments.of(200, "[]", Map.of()),
                Arguments.of(200, "{\"keys\":{}}", Map.of()),
                Arguments.of(200, "{\"keys\":[]" + " ".repeat(KeySource.LONGEST) + "}", Map.of()));
    }

    @ParameterizedTest
    @MethodSource("outages")
    void an_issuer_that_is_down_does_not_stop_the_service(int status, String body, Map<String, String> headers) {
        try (TestService service = service()) {
            assertThat(service.callerWith(token(OLD))).isPresent();
            issuer.answering(status, body, headers);
            for (int hour = 1; hour < 24; hour++) {
                clock.pass(Duration.ofHours(1));
                assertThat(service.callerWith(token(OLD))).isPresent();
            }
            await(() -> service.log.stream().anyMatch(l -> l.startsWith("SCIM08002 The keys of the issuer one ")));
            assertThat(issuer.asked.size()).isBetween(2, 24);
            clock.pass(Duration.ofHours(1));
            assertThat(service.callerWith(token(OLD))).isEmpty();
        }
    }

    @Test
    void a_redirect_is_not_followed() {
        try (TestIssuer attacker = new TestIssuer("attacker").publishing(NEW);
                TestService service = service()) {
            assertThat(service.callerWith(token(OLD))).isPresent();
            issuer.answering(302, "", Map.of("Location", attacker.url("/keys")));
            clock.pass(IssuerKeys.PAUSE);
            assertThat(service.callerWith(token(NEW))).isEmpty();
            assertThat(issuer.asked).hasSize(2);
            assertThat(attacker.asked).isEmpty();
        }
    }

    @Test
    void without_its_issuer_the_service_starts_and_lets_nobody_in_until_it_is_back() {
        issuer.answering(503, "", Map.of());
        try (TestService service = service()) {
            assertThat(service.callerWith(token(OLD))).isEmpty();
            await(() -> service.log.stream().anyMatch(l -> l.startsWith("SCIM08002")));
            issuer.publishing(OLD);
            assertThat(service.callerWith(token(OLD))).isEmpty();
            assertThat(issuer.asked).hasSize(1);
            clock.pass(IssuerKeys.PAUSE);
            assertThat(service.callerWith(token(OLD))).isPresent();
        }
    }

    @Test
    void nobody_listens_and_the_service_starts_all_the_same() {
        issuer.close();
        try (TestService service = service()) {
            assertThat(service.callerWith(token(OLD))).isEmpty();
            await(() -> service.log.stream().anyMatch(l -> l.startsWith("SCIM08002")));
        }
    }

    @Test
    void keys_that_never_come_hold_no_request_for_ever() {
        IssuerKeys keys = new IssuerKeys(
                "silent",
                CompletableFuture::new,
                new IssuerKeys.Terms(Duration.ofHours(1), Duration.ofDays(1), Duration.ofMillis(50)),
                clock);
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k").build();
        assertThat(keys.verifierFor(header)).isEmpty();
    }

    @Test
    void an_answer_that_does_not_end_is_given_up() {
        KeySource source = new HttpKeySource(
                HttpKeySource.newClient(), URI.create(issuer.stalling().url("/keys")), Duration.ofMillis(300));
        assertThat(source.read())
                .failsWithin(Duration.ofSeconds(30))
                .withThrowableThat()
                .withMessageContaining("no whole answer within 300 ms");
    }

    @Test
    void keys_in_a_file_are_read_anew_too(@TempDir Path keys) throws IOException {
        Path file = keys.resolve("keys.json");
        Files.writeString(file, "{\"keys\":[" + OLD.jwk() + "]}");
        String entry =
                issuer.entry("").replace(issuer.url("/keys"), file.toUri().toString());
        try (TestService service = new TestService(folder, clock, Map.of(), entry)) {
            assertThat(service.callerWith(token(OLD))).isPresent();
            Files.writeString(file, "{\"keys\":[" + NEW.jwk() + "]}");
            clock.pass(IssuerKeys.PAUSE);
            assertThat(service.callerWith(token(NEW))).isPresent();
            Files.delete(file);
            clock.pass(Duration.ofHours(2));
            assertThat(service.callerWith(token(NEW))).isPresent();
            assertThat(issuer.asked).isEmpty();
        }
    }

    @Test
    void one_broken_key_does_not_cost_the_others() {
        issuer.publishing("{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"x\"},{\"kty\":\"unheard\"},1,null,{},"
                + "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"AA\",\"y\":\"AA\"}," + OLD.jwk() + "]}");
        try (TestService service = service()) {
            assertThat(service.callerWith(token(OLD))).isPresent();
        }
    }
}
