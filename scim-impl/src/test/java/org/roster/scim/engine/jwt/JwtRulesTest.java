package org.roster.scim.engine.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.scim.fixture.JsonText;
import org.roster.scim.fixture.TestClock;

/** What header and claims of a token must say; all tokens here are signed as they should be (RFC 7519 §4.1, RFC 8725 §3). */
@ResourceLock(TestService.LOG)
class JwtRulesTest {

    private static final TestKey KEY = TestKey.rsa("k1");
    private static final long NOW = TestClock.BEGINNING.getEpochSecond();

    private final TestIssuer one = new TestIssuer("one").publishing(KEY);
    private TestService service;

    @BeforeEach
    void start(@TempDir Path folder) {
        service = new TestService(
                folder,
                one.entry(""),
                one.entry(", 'maxAge': 600, 'clockSkew': 0")
                        .replace("'one'", "'short'")
                        .replace(one.issuer(), "urn:short"));
    }

    @AfterEach
    void end() {
        service.close();
        one.close();
    }

    private void refused(TestToken token, String... reasons) {
        assertThat(service.callerWith(token.signedBy(KEY))).isEmpty();
        assertThat(service.refusals()).containsExactly(reasons);
    }

    private void accepted(TestToken token) {
        assertThat(service.callerWith(token.signedBy(KEY))).isPresent();
    }

    static Stream<Object> wrongAudiences() {
        return Stream.of(
                "https://scim.example.com/",
                "https://SCIM.example.com",
                "https://scim.example.com.evil.example",
                "",
                JsonText.array("[]"),
                JsonText.array("['https://other.example.com', 1]"),
                JsonText.array("[['https://scim.example.com']]"),
                JsonText.object("{'https://scim.example.com': true}"),
                "https://scim.example.com https://other.example.com");
    }

    @ParameterizedTest
    @MethodSource("wrongAudiences")
    void a_token_for_somebody_else_is_refused(Object audience) {
        refused(one.token().with("aud", audience), "one [aud]");
    }

    @Test
    void one_of_several_audiences_is_enough_and_none_is_not() {
        accepted(one.token().with("aud", JsonText.array("['https://other.example.com', 'https://scim.example.com']")));
        refused(one.token().without("aud"), "one [aud]");
    }

    static Stream<Object> wrongIssuers() {
        return Stream.of(
                "https://one.example.com",
                "https://one.example.com//",
                "https://ONE.example.com/",
                "https://attacker.example/",
                "",
                1,
                JsonText.array("['https://one.example.com/']"));
    }

    @ParameterizedTest
    @MethodSource("wrongIssuers")
    void a_token_of_somebody_else_is_refused(Object issuer) {
        refused(one.token().with("iss", issuer), "unknown [iss]");
    }

    @Test
    void a_token_of_nobody_is_refused() {
        refused(one.token().without("iss"), "unknown [iss]");
    }

    static Stream<Object> wrongEnds() {
        return Stream.of(
                NOW - 60,
                NOW - 86_400,
                0,
                -1,
                JsonText.strict("1e99"),
                JsonText.strict("1e9999"),
                JsonText.strict("null"),
                JsonText.strict("true"),
                String.valueOf(NOW + 3_600),
                JsonText.array("[4102444800]"));
    }

    @ParameterizedTest
    @MethodSource("wrongEnds")
    void a_token_that_has_ended_or_never_ends_is_refused(Object end) {
        refused(one.token().with("exp", end), "one [exp]");
    }

    @Test
    void the_clock_of_the_issuer_may_be_a_minute_off() {
        refused(one.token().without("exp"), "one [exp]");
        accepted(one.token().with("exp", NOW - 59));
        accepted(one.token().with("exp", JsonText.strict((NOW + 1) + ".75")));
        accepted(one.token().with("nbf", NOW + 60));
        refused(one.token().with("nbf", NOW + 61), "one [nbf]");
        refused(one.token().with("nbf", "now"), "one [nbf]");
        refused(one.token().with("nbf", JsonText.strict("null")), "one [nbf]");
    }

    @Test
    void a_token_that_ends_is_not_remembered_beyond_its_end() {
        TestToken token = one.token().with("exp", NOW - 30);
        accepted(token);
        service.clock.pass(java.time.Duration.ofSeconds(29));
        accepted(token);
        service.clock.pass(java.time.Duration.ofSeconds(1));
        refused(token, "one [exp]");
    }

    @Test
    void an_old_token_is_refused_where_that_is_configured() {
        TestToken token = one.token().with("iss", "urn:short");
        accepted(token.with("iat", NOW - 599));
        refused(token.with("iat", NOW - 600), "short [iat]");
        refused(token.with("iat", NOW + 1), "short [iat]");
        refused(token.without("iat"), "short [iat]");
        accepted(one.token().without("iat"));
        TestToken ageing = token.with("iat", NOW - 570);
        accepted(ageing);
        service.clock.pass(java.time.Duration.ofSeconds(30));
        refused(ageing, "short [iat]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"JWT", "jwt", "at+jwt", "application/at+jwt", "AT+JWT"})
    void a_token_may_say_that_it_is_an_access_token(String type) {
        accepted(one.token().header("typ", type));
        accepted(one.token().withoutHeader("typ"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"logout+jwt", "secevent+jwt", "dpop+jwt", "JOSE", "JWE", "id_token", ""})
    void a_token_for_another_purpose_is_refused(String type) {
        refused(one.token().header("typ", type), "one [typ]");
    }

    @Test
    void an_extension_that_must_be_understood_is_not() {
        refused(one.token().header("crit", JsonText.array("['exp']")).header("exp", 1), "one [crit]");
        refused(
                one.token().header("crit", JsonText.array("['b64']")).header("b64", JsonText.strict("false")),
                "one [crit, b64]");
        refused(one.token().header("b64", JsonText.strict("false")), "one [b64]");
    }

    @Test
    void a_member_that_is_there_twice_makes_no_token() {
        String claims = "{\"iss\":\"" + one.issuer() + "\",\"aud\":\"https://scim.example.com\",\"sub\":\"x\","
                + "\"exp\":1,\"exp\":" + (NOW + 60) + "}";
        String header = TestToken.encoded("{\"alg\":\"RS256\",\"kid\":\"k1\"}");
        String twice = TestToken.encoded("{\"alg\":\"none\",\"alg\":\"RS256\",\"kid\":\"k1\"}");
        for (String input : Stream.of(
                        header + "." + TestToken.encoded(claims),
                        header + "." + TestToken.encoded(claims.replace("\"exp\":1,", "\"x\":{\"a\":1,\"a\":2},")),
                        twice + "." + TestToken.encoded(claims.replace("\"exp\":1,", "")))
                .toList()) {
            String signed =
                    input + "." + KEY.signature("RS256", input.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            assertThat(service.callerWith(signed)).isEmpty();
            assertThat(service.refusals()).containsExactly("unknown [form]");
        }
    }

    @Test
    void a_long_token_is_not_looked_at() {
        String longest = one.token().with("x", "a".repeat(5_500)).signedBy(KEY);
        assertThat(longest.length()).isBetween(7_000, 8_192);
        assertThat(service.callerWith(longest)).isPresent();
        assertThat(service.callerWith(one.token().with("x", "a".repeat(6_500)).signedBy(KEY)))
                .isEmpty();
        assertThat(service.callerWith("a.b." + "c".repeat(10_000_000))).isEmpty();
        assertThat(service.refusals()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.b.c",
                "eyJ.eyJ.x",
                "e30.e30.e30",
                "bnVsbA.bnVsbA.AA",
                "W10.W10.AA",
                "\u00e4.\u00f6.\u00fc",
                "%.%.%",
                "a.b.c="
            })
    void rubbish_is_refused(String token) {
        assertThat(service.callerWith(token)).isEmpty();
        assertThat(service.refusals()).containsExactly("unknown [form]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "...", ".a.b", "opaque", "a.b.c.d.e"})
    void what_has_not_three_parts_is_no_jwt(String token) {
        assertThat(service.callerWith(token)).isEmpty();
    }

    @Test
    void a_right_token_with_something_around_it_is_refused() {
        String token = one.token().signedBy(KEY);
        assertThat(service.callerWith(token)).isPresent();
        for (String changed : Stream.of(token + "=", token + " ", token + "\n", " " + token, token + ".", token + "!")
                .toList()) {
            assertThat(service.callerWith(changed)).isEmpty();
        }
    }

    @Test
    void claims_that_nest_deeply_are_no_token() {
        assertThat(service.callerWith(one.token()
                        .with("x", JsonText.strict("[".repeat(500) + "]".repeat(500)))
                        .signedBy(KEY)))
                .isEmpty();
        assertThat(service.refusals()).containsExactly("unknown [form]");
    }
}
