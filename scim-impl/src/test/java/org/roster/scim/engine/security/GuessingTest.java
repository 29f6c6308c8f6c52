package org.roster.scim.engine.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.roster.scim.engine.configuration.Configuration;
import org.roster.scim.engine.configuration.Modes;

/** What a guesser gets to see from {@link AuthenticationFilter} (RFC 7644 §7.7). */
@Tag("P-7.7-01")
class GuessingTest {
    private static final String TOKEN = "0123456789abcdefghij";
    private static final String RIGHT = basic("ada", "right");
    private static final String WRONG = basic("ada", "wrong");

    private final List<String> askedRealm = new ArrayList<>();
    private final AuthenticationFilter filter = new AuthenticationFilter();
    private boolean passed;

    GuessingTest() {
        Configuration configuration = new Configuration(
                Map.of("roster.bootstrap.token", TOKEN, "roster.lockout.attempts", "3")::get, Map.of());
        filter.initialize(
                new BearerTokens(configuration, new Modes(configuration), List.of()), new Lockout(configuration));
    }

    @Test
    void after_three_wrong_passwords_the_realm_is_not_asked_even_for_the_right_one() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(send(WRONG, "192.0.2.1").status()).isEqualTo(401);
        }
        for (String credential : List.of(WRONG, RIGHT, basic("ADA", "right"))) {
            RecordedResponse refused = send(credential, "192.0.2.2");
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.header("Retry-After")).containsExactly("1");
            assertThat(refused.body())
                    .contains("urn:ietf:params:scim:api:messages:2.0:Error", "\"status\":\"429\"", "try again in 1 s")
                    .doesNotContain("ada", "right");
            assertThat(passed).isFalse();
        }
        assertThat(askedRealm).hasSize(3);
    }

    @Test
    void somebody_elses_password_and_every_right_token_are_looked_at_all_the_same() throws Exception {
        for (int i = 0; i < 4; i++) {
            send(WRONG, "192.0.2.1");
        }
        send(basic("bob", "right"), "192.0.2.1");
        assertThat(passed).isTrue();
        send("Bearer " + TOKEN, "192.0.2.1");
        assertThat(passed).isTrue();
    }

    @Test
    void a_right_password_makes_the_wrong_ones_before_it_forgotten() throws Exception {
        for (int i = 0; i < 10; i++) {
            assertThat(send(WRONG, "192.0.2.1").status()).isEqualTo(401);
            assertThat(send(WRONG, "192.0.2.1").status()).isEqualTo(401);
            send(RIGHT, "192.0.2.1");
            assertThat(passed).isTrue();
        }
    }

    @Test
    void wrong_tokens_are_counted_by_address_and_a_right_one_always_comes_in() throws Exception {
        for (String token : List.of("Bearer wrong", "wrong", "Bearer ")) {
            assertThat(send(token, "192.0.2.1").status()).isEqualTo(401);
        }
        assertThat(send("Bearer another", "192.0.2.1").status()).isEqualTo(429);
        assertThat(send("another", "192.0.2.1").status()).isEqualTo(429);
        assertThat(send("Bearer another", "192.0.2.2").status()).isEqualTo(401);
        assertThat(send("Bearer " + TOKEN, "192.0.2.1").status()).isEqualTo(200);
        assertThat(passed).isTrue();
        assertThat(send("Bearer another", "192.0.2.1").status())
                .as("and helps nobody else at its address")
                .isEqualTo(429);
    }

    @Test
    void what_is_no_credential_is_no_guess() throws Exception {
        for (String nonsense : List.of("Basic !!!", "Basic aWRw", basic("", "x"), "Basic ", "Basic !!!")) {
            assertThat(send(nonsense, "192.0.2.1").status()).isEqualTo(401);
        }
        assertThat(askedRealm).isEmpty();
        assertThat(send("Bearer wrong", "192.0.2.1").status()).isEqualTo(401);
    }

    /** A server that tells of the name in its log would begin a line there. */
    @Test
    void a_name_with_control_characters_is_nobodys_and_the_realm_is_not_asked() throws Exception {
        for (String end : List.of("\n", "\r", "\u0000", "\u001b", "\u0085", "\u2028", "\u2029", "\u007f")) {
            assertThat(send(basic("ada" + end + "x", "right"), "192.0.2.1").status())
                    .isEqualTo(401);
            assertThat(send(basic("ada", "right" + end), "192.0.2.1").status()).isEqualTo(401);
        }
        assertThat(askedRealm).isEmpty();
        assertThat(passed).isFalse();
    }

    private RecordedResponse send(String authorization, String address) throws IOException, ServletException {
        passed = false;
        RecordedResponse response = new RecordedResponse();
        HttpServletRequest request = RecordedResponse.fake(
                HttpServletRequest.class, (proxy, method, arguments) -> switch (method.getName()) {
                    case "getHeader" -> arguments[0].equals("Authorization") ? authorization : null;
                    case "getRemoteAddr" -> address;
                    case "login" -> logIn((String) arguments[0], (String) arguments[1]);
                    default -> null;
                });
        filter.doFilter(request, response.servlet(), (given, answer) -> passed = true);
        return response;
    }

    private Object logIn(String name, String password) throws ServletException {
        askedRealm.add(name);
        if (!password.equals("right")) {
            throw new ServletException("wrong");
        }
        return name;
    }

    private static String basic(String name, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}
