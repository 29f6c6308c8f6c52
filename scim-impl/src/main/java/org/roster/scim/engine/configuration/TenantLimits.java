package org.roster.scim.engine.configuration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.roster.scim.spi.ServiceStarting;

/** How much a single request may be: what is set for the service, and for some tenants other numbers. */
@ApplicationScoped
public class TenantLimits {

    private final RequestLimits usual;
    private final Map<String, RequestLimits> named = new HashMap<>();

    /** For the CDI proxy. */
    protected TenantLimits() {
        this.usual = new RequestLimits(Map.of());
    }

    /**
     * Reads the settings.
     *
     * @param configuration has them
     */
    @Inject
    public TenantLimits(Configuration configuration) {
        this.usual = configuration.requestLimits();
        for (NamedLimit one : NamedLimit.parse(configuration.limits())) {
            one.requestLimit().ifPresent(limit -> set(one, limit));
        }
    }

    private void set(NamedLimit one, RequestLimit limit) {
        if (!limit.allows(one.number())) {
            throw new IllegalStateException(
                    "roster.limits has \"" + one.text() + "\"; " + one.what() + " must be " + limit.allowed());
        }
        named.put(one.name(), named.getOrDefault(one.name(), usual).with(limit, one.number()));
    }

    /** Called at start, so that a setting that cannot be used is found then. */
    void ready(@Observes ServiceStarting start) {
        // The constructor has read everything.
    }

    /**
     * The limits of a request.
     *
     * @param tenant that it is about
     * @return those of the service, but for what is set for the tenant
     */
    public RequestLimits of(String tenant) {
        return named.getOrDefault(tenant, usual);
    }

    /**
     * The limits of a request.
     *
     * @param tenant that it is about; empty if nobody knows, because it comes without a credential
     * @return those of the service then
     */
    public RequestLimits of(Optional<String> tenant) {
        return tenant.map(this::of).orElse(usual);
    }
}
