package org.roster.scim.engine.jwt;

import com.nimbusds.jose.Algorithm;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyOperation;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.roster.scim.engine.json.JsonDecoder;
import org.roster.scim.engine.json.JsonLimits;
import org.roster.scim.error.ScimException;

/**
 * The public keys of an issuer at one time. A key id is looked up here and nowhere else.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7517#section-5">RFC 7517 §5</a>
 */
final class KeySet {

    /** All of a key that matters here. Certificates and private parts are not even read. */
    private static final List<String> MEMBERS =
            List.of("kty", "kid", "use", "key_ops", "alg", "n", "e", "crv", "x", "y");

    private static final int SHORTEST_RSA_BITS = 2_048;
    private static final JsonProvider PROVIDER = JsonProvider.provider();
    private static final JsonDecoder JSON = new JsonDecoder(JsonLimits.DEFAULT);

    private final List<JWK> keys;
    private final Instant read;

    private KeySet(List<JWK> keys, Instant read) {
        this.keys = List.copyOf(keys);
        this.read = read;
    }

    /**
     * Reads a JWK Set. Keys that are not for signatures, or of no use to us, are left out.
     *
     * @param document as it came
     * @param now when it came
     * @throws IllegalArgumentException if it is no JWK Set
     */
    static KeySet parse(byte[] document, Instant now) {
        try {
            if (!(JSON.decode(document).get("keys") instanceof JsonArray array)) {
                throw new IllegalArgumentException("it is no JWK Set: it has no array \"keys\"");
            }
            List<JWK> keys = new ArrayList<>();
            array.forEach(value -> {
                if (value instanceof JsonObject object) {
                    key(object).filter(KeySet::canCheckSignatures).ifPresent(keys::add);
                }
            });
            return new KeySet(keys, now);
        } catch (ScimException e) {
            throw new IllegalArgumentException("it is no JWK Set: " + e.getMessage(), e);
        }
    }

    private static Optional<JWK> key(JsonObject object) {
        JsonObjectBuilder kept = PROVIDER.createObjectBuilder();
        MEMBERS.stream().filter(object::containsKey).forEach(m -> kept.add(m, object.get(m)));
        try {
            return Optional.of(JWK.parse(kept.build().toString()));
        } catch (ParseException | IllegalArgumentException ofNoUse) {
            return Optional.empty();
        }
    }

    private static boolean canCheckSignatures(JWK key) {
        return (key.getKeyUse() == null || key.getKeyUse().equals(KeyUse.SIGNATURE))
                && (key.getKeyOperations() == null || key.getKeyOperations().contains(KeyOperation.VERIFY))
                && (key instanceof ECKey || (key instanceof RSAKey && key.size() >= SHORTEST_RSA_BITS));
    }

    Instant read() {
        return read;
    }

    int size() {
        return keys.size();
    }

    /** Whether there is a key with the id that a token names; a token that names none needs no other set either. */
    boolean knowsKeyOf(JWSHeader header) {
        return header.getKeyID() == null
                || keys.stream().anyMatch(k -> header.getKeyID().equals(k.getKeyID()));
    }

    /** What checks a token: the key with its id, or, if it names none, the only key that fits. */
    Optional<JWSVerifier> verifierFor(JWSHeader header) {
        List<JWK> fitting = keys.stream()
                .filter(k -> header.getKeyID() == null || header.getKeyID().equals(k.getKeyID()))
                .filter(k -> fits(k, header.getAlgorithm()))
                .toList();
        return header.getKeyID() == null && fitting.size() != 1
                ? Optional.empty()
                : fitting.stream().findFirst().map(KeySet::verifier);
    }

    private static boolean fits(JWK key, JWSAlgorithm algorithm) {
        @SuppressWarnings("NullAway") // the library does not say that it may be null
        Algorithm own = key.getAlgorithm();
        if (own != null && !own.getName().equals(algorithm.getName())) {
            return false;
        }
        return key instanceof ECKey ec
                ? Objects.requireNonNullElse(Curve.forJWSAlgorithm(algorithm), Set.of())
                        .contains(ec.getCurve())
                : JWSAlgorithm.Family.RSA.contains(algorithm);
    }

    private static JWSVerifier verifier(JWK key) {
        try {
            return key instanceof ECKey ec ? new ECDSAVerifier(ec) : new RSASSAVerifier(key.toRSAKey());
        } catch (JOSEException e) {
            throw new IllegalStateException("a key that was read cannot be used", e);
        }
    }
}
