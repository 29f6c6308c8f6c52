package org.roster.scim.engine.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.scim.engine.configuration.Configuration;
import org.roster.scim.engine.configuration.Modes;
import org.roster.scim.fixture.TestSchemas;
import org.roster.scim.spi.Caller;
import org.roster.scim.spi.Decision;
import org.roster.scim.spi.Operation;
import org.roster.scim.spi.RequestContext;

/** Who may come in, and who may do what. */
class AccessTest {

    private static final String TOKEN = "0123456789abcdefghij";

    @Nested
    class ByRole {

        private Decision decide(Operation operation, String... roles) {
            return new RoleAuthorizer()
                    .decide(new RequestContext("t", new Caller("c", Set.of(roles))), operation, TestSchemas.USER);
        }

        @ParameterizedTest
        @EnumSource(Operation.class)
        void an_administrator_may_do_everything(Operation operation) {
            assertThat(decide(operation, "scim-admin").permitted()).isTrue();
            assertThat(decide(operation, "scim-read", "scim-admin").permitted()).isTrue();
        }

        @ParameterizedTest
        @EnumSource(Operation.class)
        void a_reader_may_read(Operation operation) {
            boolean reads = EnumSet.of(Operation.READ, Operation.READ_OWN, Operation.QUERY)
                    .contains(operation);
            Decision decision = decide(operation, "scim-read");
            assertThat(decision.permitted()).isEqualTo(reads);
            assertThat(decision.reason()).contains(reads ? "scim-read" : "scim-admin");
        }

        @ParameterizedTest
        @EnumSource(Operation.class)
        @Tag("P-7.7-01")
        void a_person_may_read_what_stands_for_him_and_nothing_else(Operation operation) {
            Decision decision = decide(operation, "scim-self");
            assertThat(decision.permitted()).isEqualTo(operation == Operation.READ_OWN);
            assertThat(decision.reason()).contains(decision.permitted() ? "scim-self" : "scim-admin");
        }

        @ParameterizedTest
        @EnumSource(Operation.class)
        void nobody_else_may_do_anything(Operation operation) {
            assertThat(decide(operation).permitted()).isFalse();
            assertThat(decide(operation, "admin", "SCIM-ADMIN", "scim-admin ").permitted())
                    .isFalse();
        }
    }

    private static PresentedToken presented(String token) {
        return new PresentedToken(token, "127.0.0.1");
    }

    @Nested
    class ByToken {

        private BearerTokens tokens(String property, String value) {
            Configuration configuration = new Configuration(Map.of(property, value)::get, Map.of());
            return new BearerTokens(configuration, new Modes(configuration), List.of());
        }

        @Test
        void what_the_configuration_does_not_know_another_verifier_may() {
            Configuration configuration = new Configuration(Map.of("roster.bootstrap.token", TOKEN)::get, Map.of());
            Caller hr = new Caller("hr", Set.of("scim-read"));
            TokenVerifier none = token -> Optional.empty();
            TokenVerifier other =
                    token -> Optional.of(hr).filter(c -> token.text().equals("other"));
            BearerTokens tokens =
                    new BearerTokens(configuration, new Modes(configuration), List.<TokenVerifier>of(none, other));
            assertThat(tokens.callerWith(presented("other"))).contains(hr);
            assertThat(tokens.callerWith(presented("another"))).isEmpty();
            assertThat(presented("other").toString()).doesNotContain("other");
        }

        @Test
        void the_bootstrap_token_lets_an_administrator_in() {
            BearerTokens tokens = tokens("roster.bootstrap.token", TOKEN);
            assertThat(tokens.callerWith(presented(TOKEN)))
                    .get()
                    .extracting(Caller::roles)
                    .isEqualTo(Set.of("scim-admin"));
            assertThat(tokens.callerWith(presented(TOKEN)).orElseThrow().toString())
                    .doesNotContain(TOKEN);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " ", "0123456789abcdefghi", "0123456789ABCDEFGHIJ", TOKEN + " ", TOKEN + TOKEN})
        void no_other_token_does(String token) {
            assertThat(tokens("roster.bootstrap.token", TOKEN).callerWith(presented(token)))
                    .isEmpty();
        }

        @Test
        void the_hash_of_the_token_is_enough() {
            BearerTokens tokens = tokens(
                    "roster.bootstrap.token.sha256",
                    "2CF24DBA5FB0A30E26E83B2AC5B9E29E1B161E5C1FA7425E73043362938B9824");
            assertThat(tokens.callerWith(presented("hello"))).isPresent();
            assertThat(tokens.callerWith(presented("Hello"))).isEmpty();
        }

        @Test
        void without_a_token_nobody_comes_in() {
            BearerTokens tokens = tokens("roster.other", "x");
            assertThat(tokens.callerWith(presented(""))).isEmpty();
            assertThat(tokens.callerWith(presented(TOKEN))).isEmpty();
            assertThat(new BearerTokens().callerWith(presented(""))).isEmpty();
        }

        @Test
        void a_token_that_could_be_guessed_is_refused_at_start_and_not_repeated() {
            assertThatThrownBy(() -> tokens("roster.bootstrap.token", "guessable"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("at least 16")
                    .hasMessageNotContaining("guessable");
        }

        @Test
        void a_malformed_hash_is_refused_at_start() {
            assertThatThrownBy(() -> tokens("roster.bootstrap.token.sha256", "xyz"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("64 hexadecimal");
        }
    }
}
