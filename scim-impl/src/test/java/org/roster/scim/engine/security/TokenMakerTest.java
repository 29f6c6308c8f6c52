package org.roster.scim.engine.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.fixture.Refusal.refused;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roster.scim.spi.AccessToken;
import org.roster.scim.spi.Caller;

/** What a token may be that another token makes. */
class TokenMakerTest {

    private static final Instant SOON = Instant.parse("2027-01-01T00:00:00Z");
    private static final Instant LATE = SOON.plusSeconds(1);

    private static TokenMaker maker(Optional<Instant> expires, String... networks) {
        return new TokenMaker(
                "token:t",
                Optional.of(new Caller(
                        "token:t",
                        Set.of("scim-admin"),
                        new Caller.Bounds(Optional.empty(), Set.of(), List.of(networks), expires))));
    }

    private static AccessToken.Grant grant(String role, String... networks) {
        return new AccessToken.Grant(Optional.empty(), Set.of(role), Set.of(), List.of(networks));
    }

    private static TokenWish wish(Optional<Instant> expires, String... networks) {
        return new TokenWish("new", grant("scim-read", networks), expires);
    }

    @Test
    void what_is_not_said_is_as_it_is_of_the_maker() {
        TokenWish bounded =
                maker(Optional.of(SOON), "10.0.0.0/8", "2001:db8::/32").within(wish(Optional.empty()));
        assertThat(bounded.grant().networks()).containsExactly("10.0.0.0/8", "2001:db8::/32");
        assertThat(bounded.expires()).contains(SOON);
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, true",
        "10.1.0.0/16, true",
        "10.1.2.3, true",
        "2001:db8:1::/48, true",
        "0.0.0.0/0, false",
        "10.0.0.0/7, false",
        "11.0.0.0/8, false",
        "::/0, false",
        "2001:db9::/32, false"
    })
    void its_networks_lie_within_those_of_the_maker(String network, boolean within) {
        TokenMaker maker = maker(Optional.empty(), "10.0.0.0/8", "2001:db8::/32");
        if (within) {
            assertThat(maker.within(wish(Optional.empty(), network)).grant().networks())
                    .containsExactly(network);
        } else {
            refused(() -> maker.within(wish(Optional.empty(), network))).as(403).saying("10.0.0.0/8");
            refused(() -> maker.within(wish(Optional.empty(), "10.1.2.3", network)))
                    .as(403);
        }
    }

    @Test
    void it_does_not_outlive_the_maker() {
        TokenMaker maker = maker(Optional.of(SOON));
        assertThat(maker.within(wish(Optional.of(SOON))).expires()).contains(SOON);
        refused(() -> maker.within(wish(Optional.of(LATE)))).as(403).saying("ends at 2027-01-01T00:00:00Z");
    }

    @Test
    void what_is_protected_a_token_opens_only_if_it_may_itself() {
        TokenWish more = new TokenWish("new", grant("scim-protected"), Optional.empty());
        refused(() -> maker(Optional.empty()).within(more)).as(403).saying("scim-protected");
        TokenMaker trusted =
                new TokenMaker("token:t", Optional.of(new Caller("token:t", Set.of("scim-admin", "scim-protected"))));
        assertThat(trusted.within(more)).isEqualTo(more);
    }

    @Test
    void an_administrator_of_one_tenant_makes_none_of_another_and_none_of_all() {
        TokenMaker acme = new TokenMaker(
                "token:t",
                Optional.of(
                        new Caller("token:t", Set.of("scim-admin"), new Caller.Bounds(Optional.of("acme"), Set.of()))));
        assertThat(acme.within(wish(Optional.empty())).grant().tenant()).contains("acme");
        AccessToken.Grant other = new AccessToken.Grant(Optional.of("other"), Set.of("scim-read"), Set.of(), List.of());
        refused(() -> acme.within(new TokenWish("new", other, Optional.empty())))
                .as(403);
    }

    @Test
    void a_user_of_the_realm_and_the_operator_are_not_bound() {
        TokenWish wish = new TokenWish("new", grant("scim-protected", "0.0.0.0/0"), Optional.of(LATE));
        assertThat(new TokenMaker("ada", Optional.empty()).within(wish)).isEqualTo(wish);
        Caller operator = new Caller("bootstrap-token", Set.of("scim-admin"));
        assertThat(new TokenMaker("bootstrap-token", Optional.of(operator)).within(wish))
                .isEqualTo(wish);
    }

    @Test
    void whoever_gives_another_token_a_new_secret_has_what_it_has() {
        TokenMaker maker = maker(Optional.of(SOON), "10.0.0.0/8");
        maker.requireNoLessThan(token(grant("scim-write", "10.1.0.0/16"), Optional.of(SOON)));
        refused(() -> maker.requireNoLessThan(token(grant("scim-write"), Optional.of(SOON))))
                .as(403);
        refused(() -> maker.requireNoLessThan(token(grant("scim-write", "10.1.0.0/16"), Optional.empty())))
                .as(403);
        refused(() -> maker.requireNoLessThan(token(grant("scim-protected", "10.1.0.0/16"), Optional.of(SOON))))
                .as(403);
    }

    private static AccessToken token(AccessToken.Grant grant, Optional<Instant> expires) {
        return new AccessToken(
                "id",
                "name",
                grant,
                new AccessToken.Origin(Instant.EPOCH, "ada"),
                expires,
                Optional.empty(),
                Optional.empty(),
                List.of());
    }
}
