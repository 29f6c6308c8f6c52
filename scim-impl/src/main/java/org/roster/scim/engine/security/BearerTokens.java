package org.roster.scim.engine.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.roster.scim.engine.configuration.Configuration;
import org.roster.scim.spi.Caller;
import org.roster.scim.spi.ServiceStarting;

/**
 * Knows the bearer tokens: for now the one of the configuration. Keeps its SHA-256 and compares in constant time; a token
 * of this length and randomness needs no slower hash.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6750">RFC 6750</a>
 */
@ApplicationScoped
public class BearerTokens {

    private static final System.Logger LOG = System.getLogger(BearerTokens.class.getName());
    private static final int SHORTEST_TOKEN = 16;
    private static final Caller BOOTSTRAP = new Caller("bootstrap-token", Set.of(Roles.ADMIN));

    private final byte @Nullable [] hash;

    /** For the CDI proxy. */
    protected BearerTokens() {
        this.hash = null;
    }

    /**
     * Reads the token of the configuration.
     *
     * @param configuration has the token or its hash
     */
    @Inject
    public BearerTokens(Configuration configuration) {
        Optional<String> token = configuration.bootstrapToken();
        if (token.isPresent() && token.get().length() < SHORTEST_TOKEN) {
            throw new IllegalStateException(
                    "SCIM03001 roster.bootstrap.token has " + token.get().length()
                            + " characters; it must have at least " + SHORTEST_TOKEN
                            + " (make one with: openssl rand -base64 32)");
        }
        this.hash = token.map(BearerTokens::sha256)
                .or(() -> configuration.bootstrapTokenHash().map(BearerTokens::fromHex))
                .orElse(null);
    }

    void tell(@Observes ServiceStarting start) {
        if (hash == null) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "SCIM03002 No bearer token is configured. To let an identity provider in, set the system property "
                            + "roster.bootstrap.token (or the environment variable ROSTER_BOOTSTRAP_TOKEN) to a long "
                            + "random text, or give a user of the server''s realm the role {0} and use BASIC.",
                    Roles.ADMIN);
        }
    }

    Optional<Caller> callerWith(String token) {
        return hash != null && MessageDigest.isEqual(hash, sha256(token)) ? Optional.of(BOOTSTRAP) : Optional.empty();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static byte[] fromHex(String text) {
        if (!text.matches("[0-9A-Fa-f]{64}")) {
            throw new IllegalStateException("SCIM03003 roster.bootstrap.token.sha256 must be 64 hexadecimal digits");
        }
        return HexFormat.of().parseHex(text.toLowerCase(Locale.ROOT));
    }
}
