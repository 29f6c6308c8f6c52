package org.roster.scim.engine.security;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Hashes passwords with PBKDF2-HMAC-SHA512. The text holds algorithm, iterations, salt and hash, so that each can change
 * later. The hash is as long as one of SHA-512, which is what SCRAM calls the salted password (RFC 5802 §3): realms of
 * servers know it by that name. As many hashes at a time as there are processors: more would only make every other request wait.
 */
final class PasswordHash {

    private static final String ALGORITHM = "PBKDF2WithHmacSHA512";
    private static final int ITERATIONS = 210_000;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 512;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Semaphore WORKERS = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    private PasswordHash() {}

    /** The hash of a password, prepared as RFC 8265 §4.2 demands (NFC; blanks stay as they are but for their kind). */
    static String of(String password) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        char[] prepared = Normalizer.normalize(password, Normalizer.Form.NFC)
                .replaceAll("\\p{Zs}", " ")
                .toCharArray();
        Base64.Encoder base64 = Base64.getEncoder();
        return "{" + ALGORITHM + "}" + ITERATIONS + ":" + base64.encodeToString(salt) + ":"
                + base64.encodeToString(derive(prepared, salt));
    }

    private static byte[] derive(char[] password, byte[] salt) {
        PBEKeySpec key = new PBEKeySpec(password, salt, ITERATIONS, HASH_BITS);
        WORKERS.acquireUninterruptibly();
        try {
            return SecretKeyFactory.getInstance(ALGORITHM).generateSecret(key).getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        } finally {
            WORKERS.release();
            key.clearPassword();
        }
    }
}
