package org.roster.scim.engine.security;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.roster.scim.engine.configuration.Configuration;

/**
 * Takes BASIC away where the operator wants it so: a password that never changes and is all that a caller has to show is
 * what RFC 7644 §2 wants avoided. Neither is it accepted then, nor offered.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7644#section-2">RFC 7644 §2</a>
 */
public class BearerOnly extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String BASIC = "Basic";
    private static final String CHALLENGE = "WWW-Authenticate";

    private boolean basic = true;

    /**
     * Takes what it needs.
     *
     * @param configuration says whether BASIC is wanted
     */
    @Inject
    public void initialize(Configuration configuration) {
        this.basic = configuration.basic();
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (basic) {
            chain.doFilter(request, response);
        } else if (isBasic(request.getHeader("Authorization"))) {
            Unauthorized.write(new WithoutBasic(response), "BASIC is switched off here; use a bearer token");
        } else {
            chain.doFilter(request, new WithoutBasic(response));
        }
    }

    private static boolean isBasic(@Nullable String text) {
        return text != null && text.regionMatches(true, 0, BASIC, 0, BASIC.length());
    }

    /** An answer that does not offer BASIC. */
    private static final class WithoutBasic extends HttpServletResponseWrapper {
        WithoutBasic(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void addHeader(String name, String value) {
            if (!name.equalsIgnoreCase(CHALLENGE) || !isBasic(value)) {
                super.addHeader(name, value);
            }
        }

        @Override
        public void setHeader(String name, String value) {
            if (!name.equalsIgnoreCase(CHALLENGE) || !isBasic(value)) {
                super.setHeader(name, value);
            }
        }
    }
}
