package org.roster.scim.engine.operation;

import org.roster.scim.error.ScimException;
import org.roster.scim.query.Projection;
import org.roster.scim.spi.Operation;
import org.roster.scim.spi.RequestContext;
import org.roster.scim.spi.ResourceKey;
import org.roster.scim.spi.ResourceStore;

/**
 * GET of a resource.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7644#section-3.4.1">RFC 7644 §3.4.1</a>
 */
public final class ReadResource {

    private final Permission permission;
    private final Stores stores;
    private final Operation operation;

    /** As what it counts: READ, or READ_OWN of what stands for the caller. */
    ReadResource(Permission permission, Stores stores, Operation operation) {
        this.permission = permission;
        this.stores = stores;
        this.operation = operation;
    }

    /**
     * Reads a resource.
     *
     * @param context who asks
     * @param key which resource
     * @param projection what the answer shows
     * @return the resource, and what the caller may see of it
     * @throws ScimException 404
     */
    public ReadResult read(RequestContext context, ResourceKey key, Projection projection) {
        return permission.attempt(context, operation, key.type(), key.id(), () -> permitted(context, key, projection));
    }

    private ReadResult permitted(RequestContext context, ResourceKey key, Projection projection) {
        Permitted permitted = permission.require(context, operation, key.type());
        Projection shown = permitted.shown(projection);
        return stores.with(ResourceStore.Reads.class, key.type())
                .readLong(permitted.context(), key, shown)
                .map(resource -> new ReadResult(resource, shown))
                .orElseThrow(() -> ScimException.notFound(key.type().name(), key.id()));
    }
}
