package org.roster.scim.engine.jwt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSVerifier;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.roster.scim.engine.security.TokenText;
import org.roster.scim.spi.Caller;

/**
 * Checks tokens. Whatever is wrong with one, it is taken apart, its signature is checked once, with its issuer's key or with
 * one that belongs to nobody, and nothing but the log at debug level tells what it was.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8725">RFC 8725</a>
 */
final class JwtCheck {

    private static final System.Logger LOG = System.getLogger(JwtCheck.class.getName());

    private final Map<String, Trusted> issuers;
    private final Decoys decoys = new Decoys();
    private final VerifiedTokens verified = new VerifiedTokens();
    private final Clock clock;

    /**
     * Takes the issuers.
     *
     * @param issuers each with a name and an {@code iss} of its own
     * @param keys of an issuer
     * @param clock of this service
     */
    JwtCheck(List<Issuer> issuers, Function<Issuer, IssuerKeys> keys, Clock clock) {
        this.issuers = issuers.stream()
                .collect(Collectors.toUnmodifiableMap(
                        Issuer::issuer, i -> new Trusted(i, new TokenRules(i), keys.apply(i))));
        this.clock = clock;
    }

    /** Begins to read the keys of all issuers. */
    void begin() {
        issuers.values().forEach(trusted -> trusted.keys.begin());
    }

    /** The caller with a token; empty if it is none, or none that is right. */
    Optional<Caller> callerWith(String token) {
        if (!SignedToken.looksLikeOne(token)) {
            return Optional.empty();
        }
        String hash = TokenText.hash(token);
        return verified.find(hash, clock.instant()).or(() -> check(token, hash));
    }

    private Optional<Caller> check(String text, String hash) {
        Optional<SignedToken> token = SignedToken.parse(text);
        Optional<Trusted> trusted = token.flatMap(t -> t.claims().text("iss")).map(issuers::get);
        if (token.isEmpty() || trusted.isEmpty()) {
            decoys.check(token);
            return refused("unknown", List.of(token.isEmpty() ? "form" : "iss"));
        }
        return check(token.get(), trusted.get(), hash);
    }

    private Optional<Caller> check(SignedToken token, Trusted trusted, String hash) {
        Instant now = clock.instant();
        List<String> faults = new ArrayList<>(trusted.rules.faultsIn(token.header()));
        // Only a token whose header is right is a reason to look for keys.
        Optional<JWSVerifier> verifier = faults.isEmpty() ? trusted.keys.verifierFor(token.header()) : Optional.empty();
        if (verifier.isEmpty()) {
            decoys.check(Optional.of(token));
            faults.addAll(faults.isEmpty() ? List.of("key") : List.of());
        } else if (!signed(token, verifier.get())) {
            faults.add("signature");
        }
        faults.addAll(trusted.rules.faultsIn(token.claims(), now));
        Optional<Caller> caller = trusted.issuer.grants().callerOf(trusted.issuer.name(), token.claims());
        if (caller.isEmpty()) {
            faults.add("name");
        }
        if (!faults.isEmpty()) {
            return refused(trusted.issuer.name(), faults);
        }
        verified.add(hash, caller.get(), now, trusted.rules.end(token.claims()));
        return caller;
    }

    private static boolean signed(SignedToken token, JWSVerifier verifier) {
        try {
            return verifier.verify(token.header(), token.signingInput(), token.signature());
        } catch (JOSEException e) {
            return false;
        }
    }

    private static Optional<Caller> refused(String issuer, List<String> faults) {
        LOG.log(System.Logger.Level.DEBUG, "SCIM08004 A JWT of the issuer {0} is refused: {1}", issuer, faults);
        return Optional.empty();
    }

    private record Trusted(Issuer issuer, TokenRules rules, IssuerKeys keys) {}
}
