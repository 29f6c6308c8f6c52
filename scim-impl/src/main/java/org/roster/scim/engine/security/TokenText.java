package org.roster.scim.engine.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * How a token of the service looks: {@code roster_}, 256 random bits, and a checksum. By its beginning people and programs
 * that look for lost secrets know it, and by the checksum a typing error is no question to the database.
 */
public final class TokenText {

    private static final String PREFIX = "roster_";
    private static final int RANDOM_BYTES = 32;
    private static final int CHECKSUM_DIGITS = 8;
    private static final Pattern FORM = Pattern.compile("roster_[A-Za-z0-9_-]{43}[0-9a-f]{8}");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final HexFormat HEX = HexFormat.of();

    private TokenText() {}

    /** A new token. */
    static String random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        String beginning = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return beginning + checksum(beginning);
    }

    /** Whether a text can be a token of the service. */
    static boolean canBe(String text) {
        if (!FORM.matcher(text).matches()) {
            return false;
        }
        int end = text.length() - CHECKSUM_DIGITS;
        return text.substring(end).equals(checksum(text.substring(0, end)));
    }

    /**
     * SHA-256; a text of this randomness needs no slower hash.
     *
     * @param text a token of whatever kind
     * @return 64 hexadecimal digits in lower case
     */
    public static String hash(String text) {
        return HEX.formatHex(sha256(text));
    }

    /** The same in bytes. */
    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String checksum(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.US_ASCII));
        return HEX.toHexDigits((int) crc.getValue());
    }
}
