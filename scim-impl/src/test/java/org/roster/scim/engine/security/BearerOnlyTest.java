package org.roster.scim.engine.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.roster.scim.engine.configuration.Configuration;

/** BASIC can be switched off (RFC 7644 §2). */
@Tag("P-2-05")
class BearerOnlyTest {
    private final RecordedResponse response = new RecordedResponse();
    private boolean passed;

    @Test
    void then_a_password_is_not_looked_at_and_only_a_token_asked_for() throws IOException, ServletException {
        send("off", "basic aWRwOmlkcC1zZWNyZXQ=");
        assertThat(passed).isFalse();
        assertThat(challenges()).containsExactly("Bearer realm=\"scim\"");
        assertThat(response.body()).contains("\"status\":\"401\"", "bearer token");
    }

    @Test
    void then_nobody_who_comes_without_a_credential_is_offered_basic() throws IOException, ServletException {
        send("off", "");
        assertThat(passed).isTrue();
        assertThat(challenges()).containsExactly("Bearer realm=\"scim\"");
    }

    @Test
    void a_token_passes() throws IOException, ServletException {
        send("off", "Bearer abc");
        assertThat(passed).isTrue();
    }

    @Test
    void otherwise_both_are_offered_and_basic_passes() throws IOException, ServletException {
        send("on", "Basic aWRwOmlkcC1zZWNyZXQ=");
        assertThat(passed).isTrue();
        assertThat(challenges()).containsExactlyElementsOf(Unauthorized.CHALLENGES);
    }

    /** Behind the filter everybody is asked for a credential. */
    private void send(String basic, String authorization) throws IOException, ServletException {
        BearerOnly filter = new BearerOnly();
        filter.initialize(new Configuration(Map.of("roster.basic", basic)::get, Map.of()));
        HttpServletRequest request = RecordedResponse.fake(
                HttpServletRequest.class, (proxy, method, arguments) -> authorization.isEmpty() ? null : authorization);
        FilterChain chain = (given, answer) -> {
            passed = true;
            Unauthorized.CHALLENGES.forEach(
                    challenge -> ((HttpServletResponse) answer).addHeader("WWW-Authenticate", challenge));
        };
        filter.doFilter(request, response.servlet(), chain);
    }

    private List<String> challenges() {
        return response.header("WWW-Authenticate");
    }
}
