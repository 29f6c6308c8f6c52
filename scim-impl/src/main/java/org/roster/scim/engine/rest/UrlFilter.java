package org.roster.scim.engine.rest;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.roster.scim.error.ScimException;

/**
 * Refuses a URL that is no UTF-8 once it is decoded (RFC 7644 §3.4.2.2 with RFC 3986 §2.5). Servers put U+FFFD for what they
 * cannot read, and a filter would then look for that. A path with NUL is refused too, because PostgreSQL cannot look for it. After {@link AnonymousGuard}: without a credential the answer is 401.
 */
@Priority(Priorities.USER + 1)
@ApplicationScoped
public class UrlFilter implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        URI uri = request.getUriInfo().getRequestUri();
        if (!isUtf8(uri.getRawPath()) || !isUtf8(uri.getRawQuery())) {
            throw ScimException.invalidSyntax(
                    "the URL is not valid UTF-8; percent-encode the UTF-8 bytes of a character, "
                            + "for instance %C3%A9 for an e with an acute accent");
        }
        if (hasNul(uri.getRawPath())) {
            throw ScimException.invalidSyntax(
                    "the path of the URL has the character U+0000, which nothing is called by");
        }
    }

    private static boolean hasNul(String path) {
        return path.contains("%00");
    }

    private static boolean isUtf8(@Nullable String encoded) {
        if (encoded == null || encoded.indexOf('%') < 0) {
            return true;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes(encoded)));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static byte[] bytes(String encoded) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
        int next = 0;
        while (next < encoded.length()) {
            boolean escape = encoded.charAt(next) == '%'
                    && next + 2 < encoded.length()
                    && HexFormat.isHexDigit(encoded.charAt(next + 1))
                    && HexFormat.isHexDigit(encoded.charAt(next + 2));
            // What stands there as it is, is ASCII; a letter beyond it, which some servers let through, is no fault of
            // coding.
            bytes.write(escape ? HexFormat.fromHexDigits(encoded, next + 1, next + 3) : encoded.charAt(next) & 0x7F);
            next += escape ? 3 : 1;
        }
        return bytes.toByteArray();
    }
}
