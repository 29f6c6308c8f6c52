package org.roster.scim.engine.security;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roster.scim.spi.Caller;

/**
 * Finds out who calls, the same way on every server and without configuring it: somebody whom the container authenticated
 * goes through; BASIC goes to the server's own realm; bearer tokens are ours. A wrong credential ends here with 401; a
 * request without one goes on as nobody's, and the endpoint decides. A body is not read here.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7644#section-2">RFC 7644 §2</a>
 */
public class AuthenticationFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final System.Logger LOG = System.getLogger(AuthenticationFilter.class.getName());
    private static final String BASIC = "Basic ";
    private static final String BEARER = "Bearer ";

    private transient @Nullable BearerTokens tokens;

    /**
     * Takes what it needs.
     *
     * @param bearerTokens knows the tokens
     */
    @Inject
    public void initialize(BearerTokens bearerTokens) {
        this.tokens = bearerTokens;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        @Nullable String credential = request.getHeader("Authorization");
        if (request.getUserPrincipal() != null || credential == null) {
            chain.doFilter(new CleanQueryRequest(request), response);
        } else if (startsWith(credential, BEARER)) {
            bearer(credential.substring(BEARER.length()).strip(), request, response, chain);
        } else if (startsWith(credential, BASIC)) {
            basic(credential.substring(BASIC.length()).strip(), request, response, chain);
        } else {
            withoutScheme(credential, request, response, chain);
        }
    }

    private void bearer(String token, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<Caller> caller = tokens == null ? Optional.empty() : tokens.callerWith(token);
        if (caller.isEmpty()) {
            Unauthorized.write(response, Unauthorized.WRONG_CREDENTIAL);
            return;
        }
        chain.doFilter(new CleanQueryRequest(new TokenRequest(request, caller.get())), response);
    }

    private void withoutScheme(
            String credential, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<String> userAgent = Optional.ofNullable(request.getHeader("User-Agent"));
        Optional<Caller> caller = tokens == null ? Optional.empty() : tokens.callerWithout(credential, userAgent);
        if (caller.isEmpty()) {
            Unauthorized.write(response, "the Authorization header must begin with Bearer or Basic");
            return;
        }
        chain.doFilter(new CleanQueryRequest(new TokenRequest(request, caller.get())), response);
    }

    private void basic(String encoded, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean hadSession = request.getSession(false) != null;
        try {
            if (logIn(encoded, request)) {
                chain.doFilter(new CleanQueryRequest(request), response);
            } else {
                Unauthorized.write(response, Unauthorized.WRONG_CREDENTIAL);
            }
        } finally {
            // WildFly makes a session for each login; a client that sends its password each time needs none.
            @Nullable HttpSession session = request.getSession(false);
            if (!hadSession && session != null) {
                session.invalidate();
            }
        }
    }

    private static boolean logIn(String encoded, HttpServletRequest request) {
        try {
            String decoded = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = decoded.indexOf(':');
            if (colon < 1) {
                return false;
            }
            request.login(decoded.substring(0, colon), decoded.substring(colon + 1));
            return true;
        } catch (IllegalArgumentException notBase64) {
            return false;
        } catch (ServletException refused) {
            LOG.log(System.Logger.Level.DEBUG, "SCIM03004 The server refused a login: {0}", refused.getMessage());
            return false;
        }
    }

    private static boolean startsWith(String credential, String scheme) {
        return credential.regionMatches(true, 0, scheme, 0, scheme.length());
    }
}
