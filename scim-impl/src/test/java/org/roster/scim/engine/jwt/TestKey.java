package org.roster.scim.engine.jwt;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;

/**
 * A key pair of an issuer, made for the test. Signs with the JDK alone, so that the library under test has no part in it.
 *
 * @param kid its id
 */
record TestKey(String kid, KeyPair pair) {

    static TestKey rsa(String kid) {
        return rsa(kid, 2_048);
    }

    static TestKey rsa(String kid, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return new TestKey(kid, generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static TestKey ec(String kid) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return new TestKey(kid, generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    TestKey called(String otherKid) {
        return new TestKey(otherKid, pair);
    }

    boolean elliptic() {
        return pair.getPublic() instanceof ECPublicKey;
    }

    /** The public key as a member of a JWK Set. */
    String jwk() {
        if (pair.getPublic() instanceof ECPublicKey ec) {
            return "{\"kty\":\"EC\",\"crv\":\"P-256\",\"kid\":\"" + kid + "\",\"use\":\"sig\",\"x\":\""
                    + base64(fixed(ec.getW().getAffineX(), 32)) + "\",\"y\":\""
                    + base64(fixed(ec.getW().getAffineY(), 32)) + "\"}";
        }
        RSAPublicKey rsa = (RSAPublicKey) pair.getPublic();
        return "{\"kty\":\"RSA\",\"kid\":\"" + kid + "\",\"use\":\"sig\",\"n\":\""
                + base64(fixed(rsa.getModulus(), rsa.getModulus().bitLength() / 8)) + "\",\"e\":\"AQAB\"}";
    }

    String signature(String algorithm, byte[] input) {
        try {
            Signature signer = Signature.getInstance(
                    switch (algorithm) {
                        case "RS512" -> "SHA512withRSA";
                        case "ES256" -> "SHA256withECDSAinP1363Format";
                        default -> elliptic() ? "SHA256withECDSAinP1363Format" : "SHA256withRSA";
                    });
            signer.initSign(pair.getPrivate());
            signer.update(input);
            return base64(signer.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] fixed(BigInteger number, int length) {
        byte[] bytes = number.toByteArray();
        byte[] fixed = new byte[length];
        int used = Math.min(bytes.length, length);
        System.arraycopy(bytes, bytes.length - used, fixed, length - used, used);
        return Arrays.copyOf(fixed, length);
    }
}
