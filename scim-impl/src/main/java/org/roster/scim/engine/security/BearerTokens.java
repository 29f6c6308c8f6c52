package org.roster.scim.engine.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.roster.scim.engine.configuration.Configuration;
import org.roster.scim.engine.configuration.Mode;
import org.roster.scim.engine.configuration.Modes;
import org.roster.scim.spi.Caller;
import org.roster.scim.spi.ServiceStarting;

/**
 * Knows the bearer tokens: that of the configuration, and those of every {@link TokenVerifier}. Of the first it keeps the
 * SHA-256 and compares in constant time; a token of this length and randomness needs no slower hash.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6750">RFC 6750</a>
 */
@ApplicationScoped
public class BearerTokens {

    private static final System.Logger LOG = System.getLogger(BearerTokens.class.getName());
    private static final int SHORTEST_TOKEN = 16;
    private static final Caller BOOTSTRAP = new Caller("bootstrap-token", Set.of(Roles.ADMIN));

    /** The rule by which Okta's header without a scheme is a token. */
    private static final String WITHOUT_SCHEME = "V-HEAD-01";

    private final byte @Nullable [] hash;
    private final Modes modes;
    private final boolean withoutScheme;
    private final Iterable<TokenVerifier> verifiers;

    /** For the CDI proxy. */
    protected BearerTokens() {
        this.hash = null;
        this.modes = new Modes(new Configuration());
        this.withoutScheme = false;
        this.verifiers = List.of();
    }

    /**
     * Reads the token of the configuration.
     *
     * @param configuration has the token or its hash
     * @param modes knows clients
     * @param verifiers know other tokens
     */
    @Inject
    public BearerTokens(Configuration configuration, Modes modes, @Any Instance<TokenVerifier> verifiers) {
        this(configuration, modes, (Iterable<TokenVerifier>) verifiers);
    }

    /**
     * Reads the token of the configuration.
     *
     * @param configuration has the token or its hash
     * @param modes knows clients
     * @param verifiers know other tokens; asked in this order
     */
    public BearerTokens(Configuration configuration, Modes modes, Iterable<TokenVerifier> verifiers) {
        this.modes = modes;
        this.verifiers = verifiers;
        this.withoutScheme = !configuration.dialectOff().contains(WITHOUT_SCHEME);
        Optional<String> token = configuration.bootstrapToken();
        if (token.isPresent() && token.get().length() < SHORTEST_TOKEN) {
            throw new IllegalStateException(
                    "SCIM03001 roster.bootstrap.token has " + token.get().length()
                            + " characters; it must have at least " + SHORTEST_TOKEN
                            + " (make one with: openssl rand -base64 32)");
        }
        this.hash = token.map(TokenText::sha256)
                .or(() -> configuration.bootstrapTokenHash().map(BearerTokens::fromHex))
                .orElse(null);
    }

    void tell(@Observes ServiceStarting start) {
        if (hash == null) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "SCIM03002 No bootstrap token is configured. A user of the server''s realm with the role {0} gets in by "
                            + "BASIC and makes tokens for identity providers, by POST to /admin/v1/tokens; or set "
                            + "roster.bootstrap.token to a long random text.",
                    Roles.ADMIN);
        }
    }

    /**
     * The caller with a token.
     *
     * @param token as it came
     * @return empty if it is none that is known
     */
    public Optional<Caller> callerWith(PresentedToken token) {
        if (hash != null && MessageDigest.isEqual(hash, TokenText.sha256(token.text()))) {
            return Optional.of(BOOTSTRAP);
        }
        for (TokenVerifier verifier : verifiers) {
            Optional<Caller> caller = verifier.callerWith(token);
            if (caller.isPresent()) {
                return caller;
            }
        }
        return Optional.empty();
    }

    /**
     * The caller behind a whole header: Okta's catalogue integrations in header mode send the token without a scheme
     * (V-HEAD-01). Only a client that is known to be Okta is understood so.
     *
     * @param header the header {@code Authorization} and where it came from
     * @param userAgent the header {@code User-Agent}
     * @return empty if it is no token, or not Okta
     */
    public Optional<Caller> callerWithout(PresentedToken header, Optional<String> userAgent) {
        return withoutScheme
                ? callerWith(header)
                        .filter(c -> modes.known(c.name(), userAgent).equals(Optional.of(Mode.OKTA)))
                : Optional.empty();
    }

    /** Whether it is the operator himself, with the token of the configuration. */
    static boolean isBootstrap(Caller caller) {
        return caller.equals(BOOTSTRAP);
    }

    private static byte[] fromHex(String text) {
        if (!text.matches("[0-9A-Fa-f]{64}")) {
            throw new IllegalStateException("SCIM03003 roster.bootstrap.token.sha256 must be 64 hexadecimal digits");
        }
        return HexFormat.of().parseHex(text.toLowerCase(Locale.ROOT));
    }
}
