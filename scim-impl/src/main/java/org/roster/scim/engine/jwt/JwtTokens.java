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

    private static final System.Logger LOG = System.getLogger(JwtTokens.class.getName());

    private final Optional<JwtCheck> check;

    /** The setting is one of the JVM, and may be meant for another deployment; without the library no JWT lets anybody in here. */
    private final boolean issuersWithoutLibrary;

    /** For the CDI proxy. */
    protected JwtTokens() {
        this.check = Optional.empty();
        this.issuersWithoutLibrary = false;
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
        this.issuersWithoutLibrary = configuration.jwtIssuers().isPresent() && !hasLibrary();
        this.check = configuration
                .jwtIssuers()
                .filter(file -> !issuersWithoutLibrary)
                .map(file -> check(file, policy.roles(), terms, clock));
    }

    private static boolean hasLibrary() {
        try {
            Class.forName("com.nimbusds.jose.JWSObject", false, JwtTokens.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
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
        if (issuersWithoutLibrary) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "SCIM08009 roster.jwt.issuers is set, but this deployment has no library for JWTs and accepts none; add "
                            + "com.nimbusds:nimbus-jose-jwt to it");
        }
        if (check.isPresent()) {
            // No method reference: it would load the library where nobody needs it.
            check.get().begin();
        }
    }

    @Override
    public Optional<Caller> callerWith(PresentedToken token) {
        return check.flatMap(c -> c.callerWith(token.text()));
    }
}
