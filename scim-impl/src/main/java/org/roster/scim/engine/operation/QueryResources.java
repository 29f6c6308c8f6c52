package org.roster.scim.engine.operation;

import org.roster.scim.engine.schema.FilterBinder;
import org.roster.scim.error.ScimException;
import org.roster.scim.query.Query;
import org.roster.scim.spi.Operation;
import org.roster.scim.spi.RequestContext;

/**
 * A query for resources of one type.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7644#section-3.4.2">RFC 7644 §3.4.2</a>
 */
public final class QueryResources {

    private final Permission permission;
    private final Pages pages;

    QueryResources(Permission permission, Pages pages) {
        this.permission = permission;
        this.pages = pages;
    }

    /**
     * Finds resources.
     *
     * @param context who asks
     * @param search for one type
     * @return one page
     * @throws ScimException 400 {@code invalidFilter} or of the cursor; 501 if the store cannot sort or has no cursors
     */
    public Results query(RequestContext context, Search search) {
        return permission.attempt(context, search.query(), () -> permitted(context, search));
    }

    private Results permitted(RequestContext context, Search search) {
        Query shown = search.query().with(selection -> {
            Permitted permitted = permission.require(context, Operation.QUERY, selection.type());
            permitted.requireReadable(search.query().order().sort());
            return permitted.shown(selection.with(FilterBinder.bind(selection.filter(), selection.type())));
        });
        return pages.find(context, shown, search.cursor());
    }
}
