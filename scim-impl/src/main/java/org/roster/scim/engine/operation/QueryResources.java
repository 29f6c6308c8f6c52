package org.roster.scim.engine.operation;

import org.roster.scim.engine.schema.FilterBinder;
import org.roster.scim.error.ScimException;
import org.roster.scim.query.Query;
import org.roster.scim.query.QueryResult;
import org.roster.scim.spi.Operation;
import org.roster.scim.spi.RequestContext;
import org.roster.scim.spi.ResourceStore;

/**
 * GET of the resources of a type.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7644#section-3.4.2">RFC 7644 §3.4.2</a>
 */
public final class QueryResources {

    private final Permission permission;
    private final Stores stores;

    QueryResources(Permission permission, Stores stores) {
        this.permission = permission;
        this.stores = stores;
    }

    /**
     * Finds resources.
     *
     * @param context who asks
     * @param query its filter as parsed, not yet bound
     * @return one page
     * @throws ScimException 400 {@code invalidFilter}; 501 if the store cannot sort
     */
    public QueryResult query(RequestContext context, Query query) {
        permission.require(context, Operation.QUERY, query.type());
        Query bound = new Query(
                query.type(), FilterBinder.bind(query.filter(), query.type()), query.order(), query.projection());
        ResourceStore.Queries store = stores.with(ResourceStore.Queries.class, query.type());
        if (bound.order().sort().attribute().isPresent() && !store.features().sort()) {
            throw ScimException.of(501, "sorting is not supported for resources of type " + query.type());
        }
        return store.query(context, bound);
    }
}
