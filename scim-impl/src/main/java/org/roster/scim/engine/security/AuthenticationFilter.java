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
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roster.scim.engine.security.WrongCredentials.Kind;
import org.roster.scim.spi.Caller;

/**
 * Finds out who calls, the same way on every server and without configuring it: somebody whom the container authenticated
 * goes through; BASIC goes to the server's own realm; bearer tokens are ours. A wrong credential ends here with 401, one of
 * too many with 429 and without asking the realm; a request without one goes on as nobody's, and the endpoint decides. A
 * body is not read here.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7644#section-2">RFC 7644 §2</a>
 */
public class AuthenticationFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final System.Logger LOG = System.getLogger(AuthenticationFilter.class.getName());
    private static final String BASIC = "Basic ";
    private static final String BEARER = "Bearer ";

    private transient @Nullable BearerTokens tokens;
    private transient Lockout lockout = new Lockout();
    private final transient WrongCredentials wrongCredentials = new WrongCredentials(Clock.systemUTC());

    /**
     * Takes what it needs.
     *
     * @param bearerTokens knows the tokens
     * @param guesses knows who guesses
     */
    @Inject
    public void initialize(BearerTokens bearerTokens, Lockout guesses) {
        this.tokens = bearerTokens;
        this.lockout = guesses;
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
        Optional<Caller> caller = tokens == null ? Optional.empty() : tokens.callerWith(presented(token, request));
        if (caller.isEmpty()) {
            refuseToken(request, response, Kind.TOKEN);
            return;
        }
        chain.doFilter(new CleanQueryRequest(new TokenRequest(request, caller.get())), response);
    }

    private static PresentedToken presented(String token, HttpServletRequest request) {
        return new PresentedToken(token, request.getRemoteAddr());
    }

    private void withoutScheme(
            String credential, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<String> userAgent = Optional.ofNullable(request.getHeader("User-Agent"));
        Optional<Caller> caller = tokens == null
                ? Optional.empty()
                : tokens.callerWithout(presented(credential.strip(), request), userAgent);
        if (caller.isEmpty()) {
            refuseToken(request, response, Kind.FORM);
            return;
        }
        chain.doFilter(new CleanQueryRequest(new TokenRequest(request, caller.get())), response);
    }

    /** A right token is always let in, from whatever address: behind a proxy that of somebody who guesses is everybody's. */
    private void refuseToken(HttpServletRequest request, HttpServletResponse response, Kind kind) throws IOException {
        String address = "address " + request.getRemoteAddr();
        int wait = lockout.secondsToWait(address);
        if (wait > 0) {
            tell(request, Kind.TOO_SOON);
            Unauthorized.writeTooMany(response, wait);
        } else {
            tell(request, kind);
            wrong(address, request);
            Unauthorized.write(
                    response,
                    kind == Kind.FORM
                            ? "the Authorization header must begin with Bearer or Basic"
                            : Unauthorized.WRONG_CREDENTIAL);
        }
    }

    private void tell(HttpServletRequest request, Kind kind) {
        wrongCredentials
                .came(request.getRemoteAddr(), kind)
                .ifPresent(line -> LOG.log(System.Logger.Level.INFO, "SCIM03007 {0}", line));
    }

    private void wrong(String target, HttpServletRequest request) {
        if (lockout.wrong(target)) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "SCIM03005 Too many wrong credentials in a row, the last from {0}; the next ones must wait",
                    request.getRemoteAddr());
        }
    }

    private void basic(String encoded, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String decoded = decoded(encoded);
        String[] pair = decoded.split(":", 2);
        if (pair.length < 2 || pair[0].isEmpty() || decoded.codePoints().anyMatch(AuthenticationFilter::control)) {
            tell(request, Kind.FORM);
            Unauthorized.write(response, Unauthorized.WRONG_CREDENTIAL);
            return;
        }
        String name = "name " + pair[0];
        int wait = lockout.secondsToWait(name);
        if (wait > 0) {
            tell(request, Kind.TOO_SOON);
            Unauthorized.writeTooMany(response, wait);
            return;
        }
        boolean hadSession = request.getSession(false) != null;
        try {
            if (logIn(pair, request)) {
                lockout.right(name);
                chain.doFilter(new CleanQueryRequest(request), response);
            } else {
                tell(request, Kind.PASSWORD);
                wrong(name, request);
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

    /** What no name has (RFC 7617 §2), and would begin a line of its own in the log of a server that tells of the name. */
    private static boolean control(int c) {
        return Character.isISOControl(c)
                || Character.getType(c) == Character.LINE_SEPARATOR
                || Character.getType(c) == Character.PARAGRAPH_SEPARATOR;
    }

    private static String decoded(String encoded) {
        try {
            return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }

    private static boolean logIn(String[] nameAndPassword, HttpServletRequest request) {
        try {
            request.login(nameAndPassword[0], nameAndPassword[1]);
            return true;
        } catch (ServletException refused) {
            LOG.log(System.Logger.Level.DEBUG, "SCIM03004 The server refused a login: {0}", refused.getMessage());
            return false;
        }
    }

    private static boolean startsWith(String credential, String scheme) {
        return credential.regionMatches(true, 0, scheme, 0, scheme.length());
    }
}
