package org.roster.scim.engine.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.roster.scim.engine.security.ErrorAnswer;
import org.roster.scim.engine.security.Tenants;
import org.roster.scim.error.ScimException;

/**
 * Takes the tenant out of a URL: below {@code /t/acme} is what is at the context root otherwise, for the tenant acme. Whether
 * the caller has anything to do with it is decided later. In the deployment of a product it stands behind a prefix, and what
 * follows the tenant must be ours.
 */
public class TenantFilter extends HttpFilter {

    /** The attribute of a request that has the tenant which its URL names. */
    static final String ATTRIBUTE = "org.roster.scim.tenant";

    private static final long serialVersionUID = 1L;
    private static final Pattern OURS = Pattern.compile("/(?:v\\d+|[A-Z.]|$).*", Pattern.DOTALL);
    private static final Pattern OTHERS =
            Pattern.compile("/\\.{1,2}(?:[/;]|$)|;|%2e|%2f|%5c|\\\\|//", Pattern.CASE_INSENSITIVE);
    private static final Pattern PATH = Pattern.compile("/t/([^/]*)(/.*)?", Pattern.DOTALL);

    private final String prefix;
    private final String below;

    /** At the context root, which is all ours. */
    public TenantFilter() {
        this("", "");
    }

    /**
     * Elsewhere.
     *
     * @param prefix in front of {@code /t}, beginning with a slash
     * @param below what must follow the tenant, such as {@code /v2}; empty if everything below the prefix is ours
     */
    public TenantFilter(String prefix, String below) {
        this.prefix = prefix;
        this.below = below;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        String ours = path.startsWith(prefix) ? path.substring(prefix.length()) : "";
        Matcher named = PATH.matcher(ours);
        if (!named.matches() || !Tenants.canBe(named.group(1)) || leadsElsewhere(named.group(2))) {
            ErrorAnswer.write(
                    response, ScimException.of(404, "there is nothing here; a tenant is named as in /t/acme/v2/Users"));
            return;
        }
        request.setAttribute(ATTRIBUTE, named.group(1));
        String rest = named.group(2) == null ? "/" : named.group(2);
        request.getRequestDispatcher(prefix + rest).forward(request, response);
    }

    /** The administration names tenants by itself, and what a server would read as another path is none of ours. */
    private boolean leadsElsewhere(@Nullable String rest) {
        if (rest == null) {
            return !below.isEmpty();
        }
        return !(rest + "/").startsWith(below + "/")
                || !OURS.matcher(rest).matches()
                || OTHERS.matcher(rest).find();
    }
}
