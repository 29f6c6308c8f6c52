package org.roster.scim.engine.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Enumeration;
import java.util.regex.Pattern;
import org.roster.scim.engine.security.ErrorAnswer;
import org.roster.scim.error.ScimException;

/**
 * Refuses a request that means one thing to us and may mean another to a proxy in front: one with two hosts or two credentials,
 * or with a host that is none. The host stands in the addresses of the answer, and servers differ in what they let through.
 * Answers are about people, and stay in no cache on the way.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112#section-3.2">RFC 9112 §3.2</a>
 */
public class HeaderFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    /** A name, an IPv4 or an IPv6 address, and a port (RFC 3986 §3.2.2, without what no server is called). */
    private static final Pattern HOST =
            Pattern.compile("(?:[A-Za-z0-9._~-]{1,255}|\\[[0-9A-Fa-f:.]{2,45}])(?::[0-9]{1,5})?");

    /** One that was found to be in order; most requests name the same. */
    private volatile String lastHost = "localhost";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (!isOfOneHost(request.getHeaders("Host"))) {
            ErrorAnswer.write(
                    response, ScimException.of(400, "the request must have one header Host, a name or an address"));
        } else if (areSeveral(request.getHeaders("Authorization"))) {
            ErrorAnswer.write(
                    response, ScimException.of(400, "the request must not have several headers Authorization"));
        } else if (isOfAPageUnasked(request)) {
            ErrorAnswer.write(
                    response, ScimException.of(415, "send the body as application/scim+json or application/json"));
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean isOfOneHost(Enumeration<String> hosts) {
        if (!hosts.hasMoreElements()) {
            return true;
        }
        String host = hosts.nextElement();
        if (hosts.hasMoreElements()) {
            return false;
        }
        if (!host.equals(lastHost)) {
            if (!HOST.matcher(host).matches()) {
                return false;
            }
            lastHost = host;
        }
        return true;
    }

    private static boolean areSeveral(Enumeration<String> headers) {
        if (headers.hasMoreElements()) {
            headers.nextElement();
        }
        return headers.hasMoreElements();
    }

    /**
     * Whether the page of anybody can have made a browser send it, with what the browser knows of its user: a POST without a
     * type. For all others that change something the browser asks first, and gets no leave (Fetch, CORS-preflight).
     */
    private static boolean isOfAPageUnasked(HttpServletRequest request) {
        boolean byBrowser = request.getHeader("Origin") != null || request.getHeader("Sec-Fetch-Site") != null;
        return byBrowser && request.getMethod().equals("POST") && request.getContentType() == null;
    }
}
