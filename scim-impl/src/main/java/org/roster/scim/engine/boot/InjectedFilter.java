package org.roster.scim.engine.boot;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A filter that is made when CDI is there: after it was registered, and before the first request. */
final class InjectedFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private final Class<? extends HttpFilter> type;

    private transient @Nullable HttpFilter filter;

    InjectedFilter(Class<? extends HttpFilter> type) {
        this.type = type;
    }

    @Override
    public void init() throws ServletException {
        HttpFilter made = Injected.of(type);
        made.init(getFilterConfig());
        filter = made;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Objects.requireNonNull(filter, "init was not called").doFilter(request, response, chain);
    }
}
