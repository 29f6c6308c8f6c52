package org.roster.scim.engine.jwt;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Base64;
import java.util.Optional;
import org.roster.scim.engine.json.JsonDecoder;
import org.roster.scim.engine.json.JsonLimits;
import org.roster.scim.error.ScimException;

/**
 * A token taken apart. Whether somebody signed it, nobody knows yet.
 *
 * @param header says by which key and algorithm it is signed
 * @param claims what it says
 * @param signed header and claims as they came
 * @param signature of these
 */
record SignedToken(JWSHeader header, Claims claims, String signed, Base64URL signature) {

    /** Longer ones are not looked at. In characters. */
    private static final int LONGEST = 8_192;

    private static final JsonDecoder JSON = new JsonDecoder(new JsonLimits(10, 2_000, 30, 200));

    /** Whether a text can be a JWT at all: three parts, and not too long. Whoever sent it knows that too. */
    static boolean looksLikeOne(String text) {
        if (text.length() > LONGEST) {
            return false;
        }
        int first = text.indexOf('.');
        int second = text.indexOf('.', first + 1);
        return first > 0 && second > first && text.indexOf('.', second + 1) < 0;
    }

    /**
     * Takes a token apart. What is not base64url without padding, not JSON, or has a member twice is no token, so that it
     * means the same to everybody who reads it.
     */
    static Optional<SignedToken> parse(String text) {
        if (!text.chars().allMatch(SignedToken::base64UrlOrDot)) {
            return Optional.empty();
        }
        try {
            String[] parts = text.split("\\.", -1);
            JSON.decode(Base64.getUrlDecoder().decode(parts[0]));
            Claims claims = new Claims(JSON.decode(Base64.getUrlDecoder().decode(parts[1])));
            JWSObject jws = JWSObject.parse(text);
            return Optional.of(new SignedToken(
                    jws.getHeader(), claims, text.substring(0, text.lastIndexOf('.')), jws.getSignature()));
        } catch (ParseException | ScimException | IllegalArgumentException notAToken) {
            return Optional.empty();
        }
    }

    /** What the signature is over. */
    byte[] signingInput() {
        return signed.getBytes(StandardCharsets.US_ASCII);
    }

    private static boolean base64UrlOrDot(int c) {
        return (c >= 'A' && c <= 'Z')
                || (c >= 'a' && c <= 'z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '_'
                || c == '.';
    }
}
