package org.roster.scim.engine.jwt;

import com.nimbusds.jose.JWSHeader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What header and claims of an issuer's token must say. All rules are looked at, whatever the first one says.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8725#section-3">RFC 8725 §3</a>
 */
final class TokenRules {

    /** RFC 7519 §5.1 and RFC 9068 §2.1; with {@code application/} before it is the same (RFC 7515 §4.1.9). */
    private static final Set<String> TYPES = Set.of("jwt", "at+jwt", "application/jwt", "application/at+jwt");

    private final Issuer issuer;

    TokenRules(Issuer issuer) {
        this.issuer = issuer;
    }

    /** The names of what is wrong in the header. */
    List<String> faultsIn(JWSHeader header) {
        List<String> faults = new ArrayList<>();
        if (!issuer.algorithms().contains(header.getAlgorithm().getName())) {
            faults.add("alg");
        }
        if (header.getType() != null
                && !TYPES.contains(header.getType().getType().toLowerCase(Locale.ROOT))) {
            faults.add("typ");
        }
        // We know no extension, and who names one as critical wants the token refused (RFC 7515 §4.1.11).
        if (header.getCriticalParams() != null || header.getIncludedParams().contains("crit")) {
            faults.add("crit");
        }
        if (!header.isBase64URLEncodePayload()) {
            faults.add("b64");
        }
        return faults;
    }

    /** The names of the claims that are wrong. */
    List<String> faultsIn(Claims claims, Instant now) {
        List<String> faults = new ArrayList<>();
        if (Collections.disjoint(claims.audiences(), issuer.audiences())) {
            faults.add("aud");
        }
        if (!claims.time("exp")
                .filter(end -> now.isBefore(end.plus(issuer.clockSkew())))
                .isPresent()) {
            faults.add("exp");
        }
        if (claims.has("nbf") && !begun(claims.time("nbf"), now)) {
            faults.add("nbf");
        }
        if (issuer.maxAge().isPresent() && (!begun(claims.time("iat"), now) || !now.isBefore(end(claims)))) {
            faults.add("iat");
        }
        return faults;
    }

    /** From when on a token with these claims is not accepted. */
    Instant end(Claims claims) {
        Instant expiry = claims.time("exp").orElse(Instant.MIN);
        Instant old = issuer.maxAge()
                .map(age -> claims.time("iat").map(iat -> iat.plus(age)).orElse(Instant.MIN))
                .orElse(expiry);
        Instant first = old.isBefore(expiry) ? old : expiry;
        return first.equals(Instant.MIN) ? first : first.plus(issuer.clockSkew());
    }

    private boolean begun(Optional<Instant> time, Instant now) {
        return time.filter(t -> !t.isAfter(now.plus(issuer.clockSkew()))).isPresent();
    }
}
