package org.roster.scim.engine.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.roster.scim.engine.operation.Stores;
import org.roster.scim.engine.projection.ResourceRenderer;
import org.roster.scim.engine.projection.Shapes;
import org.roster.scim.filter.Filter;
import org.roster.scim.query.Page;
import org.roster.scim.query.Position;
import org.roster.scim.query.Projection;
import org.roster.scim.query.Query;
import org.roster.scim.query.QueryResult;
import org.roster.scim.query.Sort;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.schema.SchemaRegistry;
import org.roster.scim.spi.Caller;
import org.roster.scim.spi.LongResource;
import org.roster.scim.spi.RequestContext;
import org.roster.scim.spi.ResourceKey;
import org.roster.scim.spi.ResourceStore;

/**
 * Writes every resource of a tenant as a client would read it, one a line (NDJSON); so nothing secret is among it. Ids come page by
 * page and each resource by itself, so that a tenant of any size takes the memory of one.
 */
@ApplicationScoped
public class TenantExport {

    private static final int PAGE = 500;

    private final SchemaRegistry registry;
    private final Stores stores;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway")
    protected TenantExport() {
        this(null, null);
    }

    /**
     * Takes what it needs.
     *
     * @param registry knows the types
     * @param stores have the resources
     */
    @Inject
    public TenantExport(SchemaRegistry registry, Stores stores) {
        this.registry = registry;
        this.stores = stores;
    }

    void write(String tenant, String caller, String baseUrl, OutputStream out) throws IOException {
        RequestContext context = new RequestContext(tenant, new Caller(caller, Set.of()));
        ResourceRenderer renderer = new ResourceRenderer(registry.of(tenant), baseUrl, new Shapes());
        for (ResourceType type : registry.of(tenant).resourceTypes()) {
            Optional<ResourceStore> store = stores.findOf(type);
            if (store.isPresent()
                    && store.get() instanceof ResourceStore.Queries queries
                    && store.get() instanceof ResourceStore.Reads reads) {
                new Walk(context, type, queries, reads).write(renderer, out);
            }
        }
    }

    /** All resources of one type. */
    private record Walk(
            RequestContext context, ResourceType type, ResourceStore.Queries queries, ResourceStore.Reads reads) {

        void write(ResourceRenderer renderer, OutputStream out) throws IOException {
            Optional<Position> next = Optional.of(Position.START);
            while (next.isPresent()) {
                Page page = new Page.ByCursor(next.get(), PAGE);
                QueryResult found = queries.query(
                        context, Query.of(type, Filter.ALL, new Query.Order(Sort.BY_ID, page), Projection.MINIMAL));
                for (ScimResource resource : found.resources()) {
                    // Whoever was deleted in between is not part of it.
                    Optional<LongResource> whole =
                            reads.readLong(context, new ResourceKey(type, resource.id()), Projection.DEFAULT);
                    if (whole.isPresent()) {
                        renderer.render(whole.get(), type, Projection.DEFAULT, out);
                        out.write("\n".getBytes(StandardCharsets.UTF_8));
                    }
                }
                next = found.next();
            }
        }
    }
}
