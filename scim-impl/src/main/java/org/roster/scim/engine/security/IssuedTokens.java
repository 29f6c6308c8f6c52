package org.roster.scim.engine.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roster.scim.engine.configuration.Configuration;
import org.roster.scim.error.ScimException;
import org.roster.scim.spi.AccessToken;
import org.roster.scim.spi.Caller;
import org.roster.scim.spi.TokenStore;

/**
 * The tokens that the service gave out. What the store says of a token is believed for some seconds, so that a request costs
 * no question to the database; a token that ends here ends at once, and on other nodes after these seconds. The last use is
 * noted once a minute.
 *
 * <p>Texts that are no token of the service end without a question to the store. Whatever is wrong with one that could be,
 * it is the same question, the same answer, and remembered alike.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6750">RFC 6750</a>
 */
@ApplicationScoped
public class IssuedTokens implements TokenVerifier {

    private static final System.Logger LOG = System.getLogger(IssuedTokens.class.getName());

    /** So that no name of a user of the realm is one: BASIC has no colon in a name (RFC 7617 §2). */
    private static final String CALLER_PREFIX = "token:";

    private static final int REMEMBERED = 10_000;
    private static final Duration LAST_USE = Duration.ofMinutes(1);

    private final TokenStore store;
    private final Duration belief;
    private final Clock clock;
    private final Map<String, Known> known = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > REMEMBERED;
        }
    });

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway")
    protected IssuedTokens() {
        this(null, Duration.ZERO, Clock.systemUTC());
    }

    /**
     * Takes what it needs.
     *
     * @param store keeps them
     * @param configuration says for how long it is believed
     */
    @Inject
    public IssuedTokens(TokenStore store, Configuration configuration) {
        this(store, Duration.ofSeconds(configuration.tokenCache()), Clock.systemUTC());
    }

    IssuedTokens(TokenStore store, Duration belief, Clock clock) {
        this.store = store;
        this.belief = belief;
        this.clock = clock;
    }

    @Override
    public Optional<Caller> callerWith(PresentedToken presented) {
        if (!TokenText.canBe(presented.text())) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        String hash = TokenText.hash(presented.text());
        return known(hash, now).callerAt(hash, now, presented.address());
    }

    private Known known(String hash, Instant now) {
        @Nullable Known before = known.get(hash);
        if (before != null && now.isBefore(before.until())) {
            return before;
        }
        Known fresh = Known.of(store.withSecret(hash), now.plus(belief));
        known.put(hash, fresh);
        fresh.token().filter(token -> token.goodAt(hash, now)).ifPresent(token -> used(token, now));
        return fresh;
    }

    private void used(AccessToken token, Instant now) {
        if (token.lastUsed().isPresent() && now.isBefore(token.lastUsed().get().plus(LAST_USE))) {
            return;
        }
        try {
            store.used(token.id(), now);
        } catch (ScimException later) {
            // A request that only reads shall not fail because nothing can be written.
            LOG.log(System.Logger.Level.DEBUG, "SCIM03006 The last use of token {0} is not noted", token.id());
        }
    }

    /**
     * What a caller with a token is called: in the journal, in the audit, in {@code roster.clients}.
     *
     * @param tokenName the name of the token
     * @return the name of the caller
     */
    public static String callerName(String tokenName) {
        return CALLER_PREFIX + tokenName;
    }

    /** Forgets what is believed, on this node. */
    void forget() {
        known.clear();
    }

    /**
     * What is believed of a secret.
     *
     * @param token whose it is; empty for nobody's
     * @param networks where it may come from, as the token says
     * @param caller who has it
     * @param until the end of the belief
     */
    private record Known(Optional<AccessToken> token, List<Network> networks, Optional<Caller> caller, Instant until) {

        static Known of(Optional<AccessToken> token, Instant until) {
            List<String> networks = token.map(t -> t.grant().networks()).orElse(List.of());
            return new Known(
                    token,
                    networks.stream().flatMap(n -> Network.of(n).stream()).toList(),
                    token.map(Known::caller),
                    until);
        }

        private static Caller caller(AccessToken token) {
            AccessToken.Grant grant = token.grant();
            return new Caller(
                    callerName(token.name()),
                    grant.roles(),
                    new Caller.Bounds(grant.tenant(), grant.resourceTypes(), grant.networks(), token.expires()));
        }

        Optional<Caller> callerAt(String hash, Instant now, String address) {
            boolean good = token.isPresent() && token.get().goodAt(hash, now) && comesFrom(token.get(), address);
            return good ? caller : Optional.empty();
        }

        private boolean comesFrom(AccessToken token, String address) {
            return token.grant().networks().isEmpty() || networks.stream().anyMatch(n -> n.contains(address));
        }
    }
}
