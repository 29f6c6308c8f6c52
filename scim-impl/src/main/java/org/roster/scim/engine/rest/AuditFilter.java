package org.roster.scim.engine.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import org.roster.scim.engine.operation.Attempts;
import org.roster.scim.error.ScimException;
import org.roster.scim.spi.AuditStore;

/** Tells clients what their request is called, and the audit what was refused to it. */
@ApplicationScoped
public class AuditFilter implements ContainerResponseFilter {

    /** The header with the name of the request, which stands in the journal and in the audit too. */
    public static final String REQUEST_ID = "X-Request-Id";

    private static final System.Logger LOG = System.getLogger(AuditFilter.class.getName());

    private final Attempts attempts;
    private final AuditStore audit;

    /** For the CDI proxy; public, because RESTEasy looks for such a constructor before it asks CDI. */
    @SuppressWarnings("NullAway")
    public AuditFilter() {
        this(null, null);
    }

    /**
     * Makes the filter.
     *
     * @param attempts of the request
     * @param audit keeps them
     */
    @Inject
    public AuditFilter(Attempts attempts, AuditStore audit) {
        this.attempts = attempts;
        this.audit = audit;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().putSingle(REQUEST_ID, attempts.requestId());
        try {
            audit.add(attempts.refused());
        } catch (ScimException noDatabase) {
            // The answer is a refusal anyway; that nobody will read of it the log has to say.
            LOG.log(
                    System.Logger.Level.WARNING,
                    "SCIM01004 The audit does not have what was refused to request {0}: {1}",
                    attempts.requestId(),
                    noDatabase.detail());
        }
    }
}
