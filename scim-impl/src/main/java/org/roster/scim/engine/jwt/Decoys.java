package org.roster.scim.engine.jwt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * Keys that belong to nobody. A token for which there is no key is checked with one of them, so that it is refused no sooner
 * than one that is wrongly signed.
 */
final class Decoys {

    private static final int RSA_BITS = 2_048;
    private static final int HIGH_BITS = 16;
    private static final byte[] INPUT = "nothing".getBytes(StandardCharsets.US_ASCII);

    /** Of a token that has none. Not zero: a power of zero costs nothing. */
    private static final Base64URL SIGNATURE = Base64URL.encode(signature());

    private final JWSVerifier rsa = rsa();
    private final Map<JWSAlgorithm, JWSVerifier> elliptic = Map.of(
            JWSAlgorithm.ES256, elliptic(Curve.P_256),
            JWSAlgorithm.ES384, elliptic(Curve.P_384),
            JWSAlgorithm.ES512, elliptic(Curve.P_521));

    /** Spends the time that a check costs. */
    void check(Optional<SignedToken> token) {
        JWSAlgorithm algorithm = token.map(t -> t.header().getAlgorithm())
                .filter(elliptic::containsKey)
                .orElse(JWSAlgorithm.RS256);
        byte[] input = token.map(SignedToken::signingInput).orElse(INPUT);
        Base64URL signature = token.map(SignedToken::signature).orElse(SIGNATURE);
        try {
            if (elliptic.getOrDefault(algorithm, rsa).verify(new JWSHeader(algorithm), input, signature)) {
                throw new IllegalStateException("somebody has a private key that nobody has");
            }
        } catch (JOSEException refused) {
            // As it shall be.
        }
    }

    private static byte[] signature() {
        byte[] signature = new byte[RSA_BITS / Byte.SIZE];
        Arrays.fill(signature, (byte) 0x5a);
        return signature;
    }

    /** Nobody needs the private key, so the modulus may be any number of this length. A high one: no signature is above it. */
    private static JWSVerifier rsa() {
        BigInteger modulus = new BigInteger(RSA_BITS, new SecureRandom()).setBit(0);
        for (int i = 1; i <= HIGH_BITS; i++) {
            modulus = modulus.setBit(RSA_BITS - i);
        }
        try {
            RSAPublicKeySpec key = new RSAPublicKeySpec(modulus, BigInteger.valueOf(65_537));
            return new RSASSAVerifier(
                    (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(key));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has RSA", e);
        }
    }

    private static JWSVerifier elliptic(Curve curve) {
        try {
            return new ECDSAVerifier(new ECKeyGenerator(curve).generate().toPublicJWK());
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java has " + curve, e);
        }
    }
}
