package org.roster.scim.engine.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A request whose query string holds only characters that may stand in one. Clients send filters with raw quotes and
 * brackets; where the server lets them in, the JAX-RS implementation would still refuse them. It is no form either.
 */
final class CleanQueryRequest extends HttpServletRequestWrapper {

    private static final String UNSAFE = "\"<>\\^`{|}[]";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    CleanQueryRequest(HttpServletRequest request) {
        super(new NoFormRequest(request));
    }

    @Override
    public @Nullable String getQueryString() {
        @Nullable String query = super.getQueryString();
        if (query == null || isClean(query)) {
            return query;
        }
        StringBuilder clean = new StringBuilder(query.length() + 32);
        query.chars().forEach(c -> {
            if (unsafe(c)) {
                clean.append('%').append(HEX.toHexDigits((byte) c));
            } else {
                clean.append((char) c);
            }
        });
        return clean.toString();
    }

    private static boolean isClean(String query) {
        for (int i = 0; i < query.length(); i++) {
            if (unsafe(query.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean unsafe(int c) {
        return c <= ' ' || (c >= 0x7f && c <= 0xff) || UNSAFE.indexOf(c) >= 0;
    }
}
