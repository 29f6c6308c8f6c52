package org.roster.scim.engine.operation;

import org.roster.scim.engine.schema.FilterBinder;
import org.roster.scim.error.ScimException;
import org.roster.scim.query.Query;
import org.roster.scim.query.QueryResult;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.spi.Operation;
import org.roster.scim.spi.RequestContext;

/**
 * A query for resources of one type.
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
     * @param query for one type, its filter as parsed, not yet bound
     * @return one page
     * @throws ScimException 400 {@code invalidFilter}; 501 if the store cannot sort
     */
    public QueryResult query(RequestContext context, Query query) {
        for (ResourceType type : query.types()) {
            permission.require(context, Operation.QUERY, type);
        }
        Query bound = query.with(s -> s.with(FilterBinder.bind(s.filter(), s.type())));
        return stores.queryable(bound).query(context, bound);
    }
}
