package org.roster.scim.engine.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import org.roster.scim.engine.configuration.Configuration;
import org.roster.scim.engine.operation.Attempts;
import org.roster.scim.engine.security.AccessPolicy;
import org.roster.scim.spi.Caller;
import org.roster.scim.spi.RequestContext;
import org.roster.scim.spi.ServiceStarting;
import org.roster.scim.spi.TenantResolver;

/** Says of a request who asks, with which roles, and for which tenant; before anything else of it is read. */
@ApplicationScoped
public class ContextReader {

    private final TenantResolver tenants;
    private final AccessPolicy policy;
    private final Attempts attempts;
    private final Map<String, String> tenantHosts;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway")
    protected ContextReader() {
        this(null, null, null, new Configuration());
    }

    /**
     * Makes the reader.
     *
     * @param tenants says whose directory it is
     * @param policy knows which roles there are
     * @param attempts of the request
     * @param configuration knows the hosts of tenants
     */
    @Inject
    public ContextReader(TenantResolver tenants, AccessPolicy policy, Attempts attempts, Configuration configuration) {
        this.tenants = tenants;
        this.policy = policy;
        this.attempts = attempts;
        this.tenantHosts = configuration.tenantHosts();
    }

    /** Called at start, so that a setting that cannot be used is found then. */
    void ready(@Observes ServiceStarting start) {
        // The constructor has read it.
    }

    RequestContext context(ClientRequest request) {
        Caller caller = request.caller(policy.roles());
        attempts.comeFrom(request.address());
        Optional<String> asked = request.tenantInPath().or(() -> Optional.ofNullable(tenantHosts.get(request.host())));
        return new RequestContext(
                tenants.tenantOf(caller, asked),
                caller,
                new RequestContext.Origin(attempts.requestId(), request.address()),
                "");
    }

    /** The tenant that a discovery request is about; empty without a credential, which leaves open whether there is one. */
    Optional<String> discovered(ClientRequest request) {
        return request.isAnonymous()
                ? Optional.empty()
                : Optional.of(context(request).tenant());
    }
}
