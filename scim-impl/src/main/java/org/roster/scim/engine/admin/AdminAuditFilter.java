package org.roster.scim.engine.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roster.scim.engine.operation.Attempts;
import org.roster.scim.engine.rest.AuditFilter;
import org.roster.scim.engine.security.Roles;
import org.roster.scim.engine.security.TokenPrincipal;
import org.roster.scim.schema.DateTimes;
import org.roster.scim.spi.Attempt;
import org.roster.scim.spi.AuditStore;

/** Tells the audit what administrators changed, and what was refused to others who tried. */
@ApplicationScoped
public class AdminAuditFilter implements ContainerResponseFilter {

    private static final int FORBIDDEN = 403;
    private static final int FIRST_ERROR = 400;

    private final Attempts attempts;
    private final AuditStore audit;

    @Context
    private HttpServletRequest servlet;

    /** For the CDI proxy; public, because RESTEasy looks for such a constructor before it asks CDI. */
    @SuppressWarnings("NullAway")
    public AdminAuditFilter() {
        this(null, null);
    }

    /**
     * Makes the filter.
     *
     * @param attempts of the request
     * @param audit keeps them
     */
    @Inject
    @SuppressWarnings("NullAway.Init")
    public AdminAuditFilter(Attempts attempts, AuditStore audit) {
        this.attempts = attempts;
        this.audit = audit;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().putSingle(AuditFilter.REQUEST_ID, attempts.requestId());
        boolean refused = response.getStatus() == FORBIDDEN;
        boolean changed =
                response.getStatus() < FIRST_ERROR && !request.getMethod().equals(HttpMethod.GET);
        @Nullable Principal principal = request.getSecurityContext().getUserPrincipal();
        if (principal != null && (refused || changed)) {
            audit.add(List.of(attempt(request, response, principal, changed)));
        }
    }

    private Attempt attempt(
            ContainerRequestContext request, ContainerResponseContext response, Principal principal, boolean changed) {
        Optional<String> tenant = principal instanceof TokenPrincipal token
                ? token.caller().bounds().tenant()
                : Optional.empty();
        String[] path =
                request.getUriInfo().getPath(false).replaceFirst("^/+", "").split("/", -1);
        String made = Optional.ofNullable(response.getHeaderString("Location"))
                .map(location -> location.substring(location.lastIndexOf('/') + 1))
                .orElse("");
        return new Attempt(
                tenant.orElse(""),
                DateTimes.now(),
                principal.getName(),
                servlet.getRemoteAddr(),
                attempts.requestId(),
                path.length > 2 ? path[2] : verb(request.getMethod()),
                path[0],
                path.length > 1 ? path[1] : made,
                changed,
                changed ? "role " + Roles.ADMIN : "this needs the role " + Roles.ADMIN);
    }

    private static String verb(String method) {
        return switch (method) {
            case HttpMethod.POST -> "create";
            case HttpMethod.GET -> "read";
            default -> method.toLowerCase(Locale.ROOT);
        };
    }
}
