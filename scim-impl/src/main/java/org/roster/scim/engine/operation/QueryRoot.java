package org.roster.scim.engine.operation;

import org.roster.scim.engine.schema.RootQueryBinder;
import org.roster.scim.error.ScimException;
import org.roster.scim.query.Query;
import org.roster.scim.spi.RequestContext;

/**
 * A query at the root of the service: for resources of every type that the caller may query.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7644#section-3.4.2.1">RFC 7644 §3.4.2.1</a>
 */
public final class QueryRoot {

    private final Permission permission;
    private final Pages pages;

    QueryRoot(Permission permission, Pages pages) {
        this.permission = permission;
        this.pages = pages;
    }

    /**
     * Finds resources.
     *
     * @param context who asks
     * @param search for every type
     * @return one page
     * @throws ScimException 400 {@code invalidFilter} or of the cursor; 403 if the caller may query no type; 501 if the
     *     stores cannot
     */
    public Results query(RequestContext context, Search search) {
        return permission.attempt(context, search.query(), () -> permitted(context, search));
    }

    private Results permitted(RequestContext context, Search search) {
        Query permitted = permission.narrow(context, search.query());
        Query bound = RootQueryBinder.bind(permitted);
        return bound.selections().isEmpty()
                ? nothing(search)
                : pages.find(context, permission.shown(context, bound), search.cursor());
    }

    /** No type can match. A walk that finds nothing gives no cursors, so any that comes is a wrong one. */
    private static Results nothing(Search search) {
        if (search.cursor().isPresent()) {
            throw ScimException.invalidCursor();
        }
        return Results.none(search.query());
    }
}
