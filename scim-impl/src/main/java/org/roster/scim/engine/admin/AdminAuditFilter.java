package org.roster.scim.engine.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roster.scim.engine.json.JsonDecoder;
import org.roster.scim.engine.json.JsonLimits;
import org.roster.scim.engine.operation.Attempts;
import org.roster.scim.engine.rest.AuditFilter;
import org.roster.scim.spi.AuditStore;

/** Tells the audit what was refused. What administrators do the stores write down, in the transaction in which it is done. */
@ApplicationScoped
public class AdminAuditFilter implements ContainerResponseFilter {

    private static final int FORBIDDEN = 403;
    private static final JsonDecoder DECODER = new JsonDecoder(JsonLimits.DEFAULT);

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
        @Nullable Principal principal = request.getSecurityContext().getUserPrincipal();
        if (principal != null && response.getStatus() == FORBIDDEN) {
            AdminAct act = new AdminAct(servlet, request.getUriInfo(), attempts.requestId());
            audit.add(List.of(act.refused(principal, rule(response.getEntity()))));
        }
    }

    /** What the caller is told. */
    private static String rule(@Nullable Object error) {
        return error instanceof byte[] bytes ? DECODER.decode(bytes).getString("detail", "") : "";
    }
}
