package org.roster.scim.engine.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.MappingMatch;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.roster.scim.engine.security.ErrorAnswer;
import org.roster.scim.error.ScimException;

/**
 * Reads the version of the protocol in a URL: {@code /v2} is served, another one refused, and a URL without one means the
 * newest, which is the same. So nothing below the context root is answered with a page of the server.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7644#section-3.13">RFC 7644 §3.13</a>
 */
public class VersionFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String NEWEST = "/v2";
    private static final Pattern VERSION = Pattern.compile("/(v\\d+)(?:/.*)?", Pattern.DOTALL);

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isServed(request)) {
            chain.doFilter(request, response);
            return;
        }
        Matcher version = VERSION.matcher(request.getServletPath());
        if (version.matches()) {
            refuse(version.group(1), response);
        } else {
            String path =
                    request.getRequestURI().substring(request.getContextPath().length());
            request.getRequestDispatcher(NEWEST + path).forward(request, response);
        }
    }

    /** Whether something in the WAR other than the server's default servlet answers: we do below /v2, tests elsewhere. */
    private static boolean isServed(HttpServletRequest request) {
        @Nullable MappingMatch match = request.getHttpServletMapping().getMappingMatch();
        return match != null && match != MappingMatch.DEFAULT && match != MappingMatch.CONTEXT_ROOT;
    }

    private static void refuse(String version, HttpServletResponse response) throws IOException {
        ErrorAnswer.write(
                response,
                ScimException.invalidVers(
                        "version " + version + " of the protocol is not supported; use " + NEWEST.substring(1)));
    }
}
