package org.roster.scim.engine.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import org.roster.scim.engine.configuration.Configuration;
import org.roster.scim.engine.dialect.Dialect;
import org.roster.scim.error.ScimException;
import org.roster.scim.filter.FilterLimits;
import org.roster.scim.patch.PatchRequest;
import org.roster.scim.query.Query;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.schema.SchemaRegistry;
import org.roster.scim.spi.Caller;
import org.roster.scim.spi.RequestContext;
import org.roster.scim.spi.ResourceKey;
import org.roster.scim.spi.TenantResolver;

/** Makes values of a request: who asks for which tenant, about what, and what in the words of the RFC. */
@ApplicationScoped
public class RequestReader {

    private final SchemaRegistry registry;
    private final TenantResolver tenants;
    private final Dialect dialect;
    private final Configuration configuration;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway")
    protected RequestReader() {
        this(null, null, null, null);
    }

    /**
     * Makes the reader.
     *
     * @param registry has the resource types
     * @param tenants says whose directory it is
     * @param dialect knows the habits of clients
     * @param configuration has the limits
     */
    @Inject
    public RequestReader(
            SchemaRegistry registry, TenantResolver tenants, Dialect dialect, Configuration configuration) {
        this.registry = registry;
        this.tenants = tenants;
        this.dialect = dialect;
        this.configuration = configuration;
    }

    RequestContext context(ClientRequest request) {
        Caller caller = request.caller();
        return new RequestContext(tenants.tenantOf(caller), caller);
    }

    ResourceType typeAt(String endpoint) {
        return registry.byEndpoint("/" + endpoint)
                .orElseThrow(() -> ScimException.of(
                        404, "there is no endpoint /" + endpoint + "; /ResourceTypes lists those that there are"));
    }

    ResourceKey key(String endpoint, String id) {
        return new ResourceKey(typeAt(endpoint), id);
    }

    Query query(ClientRequest request, ResourceType type) {
        Query query = new QueryReader(request, type).query(configuration.pageSize(), configuration.pageLimit());
        return new Query(type, dialect.filter(type, query.filter()), query.order(), query.projection());
    }

    JsonObject resource(ResourceType type, RequestBody body) {
        return dialect.body(type, body.json());
    }

    PatchRequest patch(ResourceKey key, RequestBody body) {
        return dialect.patch(key, PatchRequest.parse(body.json(), FilterLimits.DEFAULT));
    }
}
