package org.roster.scim.engine.jwt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.roster.scim.engine.configuration.Configuration;
import org.roster.scim.engine.security.AccessPolicy;
import org.roster.scim.engine.security.PresentedToken;
import org.roster.scim.engine.security.TokenVerifier;
import org.roster.scim.spi.Caller;
import org.roster.scim.spi.ServiceStarting;

/** Knows the JWTs of the issuers that the operator names. Without any, nothing of the library for JWTs is loaded. */
@ApplicationScoped
public class JwtTokens implements TokenVerifier {

    /** How long a request waits for keys that are being read. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** How long an issuer may take to send its keys. */
    private static final Duration ANSWER = Duration.ofSeconds(5);

    private final Optional<JwtCheck> check;

    /** For the CDI proxy. */
    protected JwtTokens() {
        this.check = Optional.empty();
    }

    /**
     * Reads the issuers.
     *
     * @param configuration names the file
     * @param policy knows the roles
     * @throws IllegalStateException if there is a mistake in it
     */
    @Inject
    public JwtTokens(Configuration configuration, AccessPolicy policy) {
        this(configuration, policy, Clock.systemUTC(), PATIENCE);
    }

    JwtTokens(Configuration configuration, AccessPolicy policy, Clock clock, Duration patience) {
        IssuerKeys.Terms terms = new IssuerKeys.Terms(
                Duration.ofSeconds(configuration.jwtKeysRefresh()),
                Duration.ofSeconds(configuration.jwtKeysKeep()),
                patience);
        this.check = configuration.jwtIssuers().map(file -> check(file, policy.roles(), terms, clock));
    }

    private static JwtCheck check(Path file, Set<String> roles, IssuerKeys.Terms terms, Clock clock) {
        List<Issuer> issuers;
        try {
            issuers = IssuersDocument.read(file, roles);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("SCIM08001 The issuers of JWTs cannot be used. " + e.getMessage(), e);
        }
        HttpClient client = HttpKeySource.newClient();
        return new JwtCheck(
                issuers, issuer -> new IssuerKeys(issuer.name(), source(issuer, client), terms, clock), clock);
    }

    private static KeySource source(Issuer issuer, HttpClient client) {
        return issuer.jwks().getScheme().equals("file")
                ? new FileKeySource(Path.of(issuer.jwks()))
                : new HttpKeySource(client, issuer.jwks(), ANSWER);
    }

    /** Begins to read the keys, and waits for none: the service starts without its issuers. */
    void begin(@Observes ServiceStarting start) {
        check.ifPresent(JwtCheck::begin);
    }

    @Override
    public Optional<Caller> callerWith(PresentedToken token) {
        return check.flatMap(c -> c.callerWith(token.text()));
    }
}
