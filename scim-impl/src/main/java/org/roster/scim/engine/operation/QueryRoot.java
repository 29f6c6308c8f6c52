package org.roster.scim.engine.operation;

import java.util.List;
import org.roster.scim.engine.schema.RootQueryBinder;
import org.roster.scim.error.ScimException;
import org.roster.scim.query.Query;
import org.roster.scim.query.QueryResult;
import org.roster.scim.spi.RequestContext;

/**
 * A query at the root of the service: for resources of every type that the caller may query.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7644#section-3.4.2.1">RFC 7644 §3.4.2.1</a>
 */
public final class QueryRoot {

    private final Permission permission;
    private final Stores stores;

    QueryRoot(Permission permission, Stores stores) {
        this.permission = permission;
        this.stores = stores;
    }

    /**
     * Finds resources.
     *
     * @param context who asks
     * @param query for every type, its filters as parsed, not yet bound
     * @return one page
     * @throws ScimException 400 {@code invalidFilter}; 403 if the caller may query no type; 501 if the stores cannot
     */
    public QueryResult query(RequestContext context, Query query) {
        Query permitted = permission.narrow(context, query);
        Query bound = RootQueryBinder.bind(permitted);
        if (bound.selections().isEmpty()) {
            return new QueryResult(List.of(), 0);
        }
        return stores.queryable(bound).query(context, bound);
    }
}
