package org.roster.scim.engine.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.roster.scim.error.ScimException;
import org.roster.scim.spi.AccessToken;
import org.roster.scim.spi.Attempt;
import org.roster.scim.spi.TokenStore;

/** Makes tokens, gives them new secrets, and ends them. A secret is shown once, in the answer to whoever asked for it. */
@ApplicationScoped
public class TokenAdministration {

    private final TokenStore store;
    private final IssuedTokens issued;
    private final AccessPolicy policy;
    private final Clock clock;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway")
    protected TokenAdministration() {
        this(null, null, new AccessPolicy(), Clock.systemUTC());
    }

    /**
     * Takes what it needs.
     *
     * @param store keeps the tokens
     * @param issued knows them by heart, and is told of changes
     * @param policy knows the roles
     */
    @Inject
    public TokenAdministration(TokenStore store, IssuedTokens issued, AccessPolicy policy) {
        this(store, issued, policy, Clock.systemUTC());
    }

    TokenAdministration(TokenStore store, IssuedTokens issued, AccessPolicy policy, Clock clock) {
        this.policy = policy;
        this.store = store;
        this.issued = issued;
        this.clock = clock;
    }

    /**
     * A token, and the secret that was just made for it.
     *
     * @param token as stored
     * @param secret what the client has to send as {@code Authorization: Bearer}
     */
    public record Shown(AccessToken token, String secret) {

        /** Never the secret. */
        @Override
        public String toString() {
            return "token " + token.id();
        }
    }

    /**
     * Makes a token.
     *
     * @param wanted what it shall be
     * @param maker the caller
     * @param act for the audit, about nothing yet
     * @return the token and its secret
     * @throws ScimException 400 {@code invalidValue} for what cannot be, 403 for more than the maker has, 409
     *     {@code uniqueness} if the name is in use
     */
    public Shown create(TokenWish wanted, TokenMaker maker, Attempt act) {
        Instant now = now();
        wanted.check(now, policy.roles());
        TokenWish wish = maker.within(wanted);
        String secret = TokenText.random();
        AccessToken token = new AccessToken(
                UUID.randomUUID().toString(),
                wish.name(),
                wish.grant(),
                new AccessToken.Origin(now, maker.name()),
                wish.expires(),
                Optional.empty(),
                Optional.empty(),
                List.of(new AccessToken.Secret(TokenText.hash(secret), now, Optional.empty())));
        if (!store.add(token, act.about(token.id()))) {
            throw ScimException.uniqueness("name", wish.name());
        }
        return new Shown(token, secret);
    }

    /**
     * Gives a token a new secret. The newest of those before is good for a while longer; if there is an older one, it ends
     * now.
     *
     * @param before the token, as {@link #require} told it
     * @param overlap for how much longer
     * @param maker the caller
     * @param act for the audit
     * @return the token and its new secret
     * @throws ScimException 403 if the token is good for more than the caller's, 409 if it is revoked or somebody else changes
     *     it at the same time
     */
    public Shown rotate(AccessToken before, Duration overlap, TokenMaker maker, Attempt act) {
        maker.requireNoLessThan(before);
        if (before.revoked().isPresent()) {
            throw ScimException.of(409, "the token is revoked and stays so; create another one");
        }
        Instant now = now();
        Instant end = now.plus(overlap);
        String secret = TokenText.random();
        List<AccessToken.Secret> secrets = Stream.concat(
                        Stream.of(new AccessToken.Secret(TokenText.hash(secret), now, Optional.empty())),
                        overlap.isZero()
                                ? Stream.empty()
                                : before.secrets().stream()
                                        .filter(s -> s.goodAt(now))
                                        .limit(1)
                                        .map(s -> new AccessToken.Secret(
                                                s.hash(), s.created(), Optional.of(earlier(s.expires(), end)))))
                .toList();
        if (!store.replaceSecrets(before, secrets, act)) {
            throw ScimException.of(409, "somebody else changed the token at the same time; look at it and try again");
        }
        issued.forget();
        return new Shown(require(before.id(), Optional.empty()), secret);
    }

    /**
     * Ends a token.
     *
     * @param id of the token
     * @param tenant whose tokens the caller may end; empty for those of all
     * @param act for the audit
     * @throws ScimException 404 if there is no such token
     */
    public void revoke(String id, Optional<String> tenant, Attempt act) {
        require(id, tenant);
        store.revoke(id, now(), act);
        issued.forget();
    }

    /**
     * A token.
     *
     * @param id of the token
     * @param tenant whose tokens the caller may see; empty for those of all
     * @return the token
     * @throws ScimException 404 if there is no such token
     */
    public AccessToken require(String id, Optional<String> tenant) {
        return store.withId(id)
                .filter(token -> tenant.isEmpty() || token.grant().tenant().equals(tenant))
                .orElseThrow(() -> ScimException.of(404, "there is no token \"" + id + "\""));
    }

    /**
     * Some tokens.
     *
     * @param tenant whose; empty for all
     * @param after the id of the last one that is known; empty text to begin
     * @param most how many at most
     * @return ordered by id
     */
    public List<AccessToken> list(Optional<String> tenant, String after, int most) {
        return store.list(tenant, after, most);
    }

    /** As databases keep it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Instant earlier(Optional<Instant> one, Instant other) {
        return one.filter(o -> o.isBefore(other)).orElse(other);
    }
}
