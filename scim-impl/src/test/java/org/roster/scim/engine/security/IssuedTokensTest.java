package org.roster.scim.engine.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.fixture.Acts.act;
import static org.roster.scim.fixture.Refusal.refused;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.scim.error.ScimException;
import org.roster.scim.fixture.TestClock;
import org.roster.scim.spi.AccessToken;
import org.roster.scim.spi.Attempt;
import org.roster.scim.spi.Caller;
import org.roster.scim.spi.TokenStore;

/** What a token is good for, when, and from where. */
class IssuedTokensTest {

    private static final TokenMaker OPERATOR = new TokenMaker("ada", Optional.empty());

    private final Kept store = new Kept();
    private final TestClock watch = new TestClock();
    private final IssuedTokens node = new IssuedTokens(store, Duration.ofSeconds(5), watch);
    private final IssuedTokens otherNode = new IssuedTokens(store, Duration.ofSeconds(5), watch);
    private final TokenAdministration administration = new TokenAdministration(store, node, new AccessPolicy(), watch);

    private static AccessToken.Grant grant(String... networks) {
        return new AccessToken.Grant(Optional.of("acme"), Set.of("scim-read"), Set.of("User"), List.of(networks));
    }

    private String created(Optional<Instant> expires, String... networks) {
        return administration
                .create(new TokenWish("hr" + store.tokens.size(), grant(networks), expires), OPERATOR, act())
                .secret();
    }

    private Optional<Caller> at(IssuedTokens where, String secret) {
        return where.callerWith(new PresentedToken(secret, "10.1.2.3"));
    }

    private String onlyId() {
        return store.tokens.keySet().iterator().next();
    }

    private AccessToken only() {
        return administration.require(onlyId(), Optional.empty());
    }

    @Test
    void a_caller_has_what_the_token_grants_and_no_more() {
        Caller caller = at(node, created(Optional.empty())).orElseThrow();
        assertThat(caller)
                .isEqualTo(new Caller(
                        "token:hr0", Set.of("scim-read"), new Caller.Bounds(Optional.of("acme"), Set.of("User"))));
        assertThat(caller.bounds().include("User")).isTrue();
        assertThat(caller.bounds().include("Group")).isFalse();
    }

    @Test
    void only_a_hash_is_kept_and_no_secret_is_printed() {
        String secret = created(Optional.empty());
        assertThat(store.tokens.toString()).doesNotContain(secret);
        TokenAdministration.Shown shown = administration.rotate(only(), Duration.ZERO, OPERATOR, act());
        assertThat(shown.toString()).doesNotContain(shown.secret());
        assertThat(shown.secret()).matches("roster_[A-Za-z0-9_-]{51}").isNotEqualTo(secret);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "roster_",
                "hello",
                "roster_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA00000000",
                "roster_' or 1=1 --"
            })
    void what_cannot_be_a_token_is_no_question_to_the_store(String text) {
        assertThat(at(node, text)).isEmpty();
        assertThat(store.questions).isZero();
    }

    @Test
    void one_letter_wrong_and_it_is_nobodys() {
        String secret = created(Optional.empty());
        assertThat(at(node, secret.substring(0, secret.length() - 1) + (secret.endsWith("0") ? "1" : "0")))
                .isEmpty();
        assertThat(at(node, TokenText.random())).isEmpty();
    }

    @Test
    void what_the_store_says_is_believed_for_the_time_that_is_set() {
        String secret = created(Optional.empty());
        assertThat(at(node, secret)).isPresent();
        assertThat(at(node, secret)).isPresent();
        assertThat(store.questions).isEqualTo(1);
        watch.pass(Duration.ofSeconds(5));
        assertThat(at(node, secret)).isPresent();
        assertThat(store.questions).isEqualTo(2);
    }

    @Test
    void a_revoked_token_ends_at_once_here_and_after_that_time_elsewhere() {
        String secret = created(Optional.empty());
        assertThat(at(node, secret)).isPresent();
        assertThat(at(otherNode, secret)).isPresent();
        administration.revoke(onlyId(), Optional.empty(), act());
        assertThat(at(node, secret)).isEmpty();
        watch.pass(Duration.ofSeconds(5));
        assertThat(at(otherNode, secret)).isEmpty();
    }

    @Test
    void a_token_ends_when_it_expires_though_the_store_was_believed_until_later() {
        String secret = created(Optional.of(watch.instant().plusSeconds(2)));
        assertThat(at(node, secret)).isPresent();
        watch.pass(Duration.ofSeconds(2));
        assertThat(at(node, secret)).isEmpty();
    }

    @Test
    void two_secrets_are_good_at_once_until_the_old_one_ends() {
        String first = created(Optional.empty());
        String second = administration
                .rotate(only(), Duration.ofHours(1), OPERATOR, act())
                .secret();
        assertThat(at(node, first)).isPresent();
        assertThat(at(node, second)).isPresent();
        watch.pass(Duration.ofHours(1));
        assertThat(at(node, first)).isEmpty();
        assertThat(at(node, second)).isPresent();
    }

    @Test
    void a_third_secret_ends_the_first() {
        String first = created(Optional.empty());
        String second = administration
                .rotate(only(), Duration.ofHours(1), OPERATOR, act())
                .secret();
        watch.pass(Duration.ofMillis(1));
        String third = administration
                .rotate(only(), Duration.ofHours(1), OPERATOR, act())
                .secret();
        assertThat(at(node, first)).isEmpty();
        assertThat(at(node, second)).isPresent();
        assertThat(at(node, third)).isPresent();
    }

    @Test
    void without_overlap_the_old_secret_ends_now() {
        String first = created(Optional.empty());
        assertThat(at(node, first)).isPresent();
        administration.rotate(only(), Duration.ZERO, OPERATOR, act());
        assertThat(at(node, first)).isEmpty();
    }

    @Test
    void a_token_comes_from_its_networks_only() {
        String secret = created(Optional.empty(), "10.0.0.0/8", "2001:db8::/32");
        assertThat(at(node, secret)).isPresent();
        assertThat(node.callerWith(new PresentedToken(secret, "2001:db8::7"))).isPresent();
        assertThat(node.callerWith(new PresentedToken(secret, "192.0.2.1"))).isEmpty();
        assertThat(node.callerWith(new PresentedToken(secret, "unix:"))).isEmpty();
    }

    @Test
    void the_last_use_is_noted_once_a_minute() {
        String secret = created(Optional.empty());
        for (int second = 0; second < 125; second++) {
            assertThat(at(node, secret)).isPresent();
            watch.pass(Duration.ofSeconds(1));
        }
        assertThat(store.notes).hasSize(3);
    }

    @Test
    void a_request_goes_on_if_the_last_use_cannot_be_noted() {
        String secret = created(Optional.empty());
        store.readOnly = true;
        assertThat(at(node, secret)).isPresent();
    }

    @Test
    void whoever_administers_one_tenant_knows_no_token_of_another() {
        created(Optional.empty());
        String id = onlyId();
        Optional<String> other = Optional.of("other");
        refused(() -> administration.require(id, other)).as(404);
        refused(() -> administration.revoke(id, other, act())).as(404);
        assertThat(administration.list(other, "", 10)).isEmpty();
        assertThat(administration.require(id, Optional.of("acme"))).isNotNull();
    }

    @Test
    void a_name_belongs_to_one_token_until_it_is_revoked() {
        TokenWish wish = new TokenWish("okta", grant(), Optional.empty());
        administration.create(wish, OPERATOR, act());
        String first = onlyId();
        refused(() -> administration.create(wish, OPERATOR, act())).as(409, "uniqueness");
        administration.revoke(first, Optional.empty(), act());
        assertThat(administration.create(wish, OPERATOR, act()).secret()).isNotBlank();
        AccessToken ended = administration.require(first, Optional.empty());
        refused(() -> administration.rotate(ended, Duration.ZERO, OPERATOR, act()))
                .as(409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "token:x", "naïve", "a\nb"})
    void a_name_is_one_that_can_stand_in_a_log_and_a_setting(String name) {
        TokenWish wish = new TokenWish(name, grant(), Optional.empty());
        refused(() -> administration.create(wish, OPERATOR, act()))
                .as(400, "invalidValue")
                .saying("name");
    }

    @Test
    void unknown_roles_networks_and_a_past_end_are_refused() {
        AccessToken.Grant none = new AccessToken.Grant(Optional.empty(), Set.of(), Set.of(), List.of());
        AccessToken.Grant unknown = new AccessToken.Grant(Optional.empty(), Set.of("root"), Set.of(), List.of());
        for (TokenWish wish : List.of(
                new TokenWish("a", none, Optional.empty()),
                new TokenWish("b", unknown, Optional.empty()),
                new TokenWish("c", grant("example.com"), Optional.empty()),
                new TokenWish("d", grant(), Optional.of(watch.instant())))) {
            refused(() -> administration.create(wish, OPERATOR, act())).as(400, "invalidValue");
        }
        assertThat(store.tokens).isEmpty();
    }

    /** As the tables keep it. */
    private static final class Kept implements TokenStore {
        private final Map<String, AccessToken> tokens = new TreeMap<>();
        private final List<Instant> notes = new ArrayList<>();
        private int questions;
        private boolean readOnly;

        @Override
        public Optional<AccessToken> withSecret(String hash) {
            questions++;
            return tokens.values().stream()
                    .filter(t -> t.secrets().stream().anyMatch(s -> s.hash().equals(hash)))
                    .findFirst();
        }

        @Override
        public Optional<AccessToken> withId(String id) {
            return Optional.ofNullable(tokens.get(id));
        }

        @Override
        public List<AccessToken> list(Optional<String> tenant, String after, int most) {
            return tokens.values().stream()
                    .filter(t -> tenant.isEmpty() || t.grant().tenant().equals(tenant))
                    .toList();
        }

        @Override
        public boolean add(AccessToken token, Attempt act) {
            boolean taken = tokens.values().stream()
                    .anyMatch(t -> t.revoked().isEmpty() && t.name().equals(token.name()));
            if (!taken) {
                tokens.put(token.id(), token);
            }
            return !taken;
        }

        @Override
        public boolean replaceSecrets(AccessToken before, List<AccessToken.Secret> secrets, Attempt act) {
            put(before, before.revoked(), before.lastUsed(), secrets);
            return true;
        }

        @Override
        public void revoke(String id, Instant at, Attempt act) {
            put(tokens.get(id), Optional.of(at), tokens.get(id).lastUsed(), List.of());
        }

        @Override
        public void used(String id, Instant at) {
            if (readOnly) {
                throw ScimException.of(503, "read-only");
            }
            notes.add(at);
            put(
                    tokens.get(id),
                    Optional.empty(),
                    Optional.of(at),
                    tokens.get(id).secrets());
        }

        private void put(
                AccessToken t, Optional<Instant> revoked, Optional<Instant> used, List<AccessToken.Secret> secrets) {
            tokens.put(
                    t.id(),
                    new AccessToken(t.id(), t.name(), t.grant(), t.created(), t.expires(), revoked, used, secrets));
        }
    }
}
