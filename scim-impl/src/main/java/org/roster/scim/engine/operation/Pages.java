package org.roster.scim.engine.operation;

import java.util.Optional;
import java.util.OptionalLong;
import org.roster.scim.engine.cursor.Cursor;
import org.roster.scim.engine.cursor.Cursors;
import org.roster.scim.query.Page;
import org.roster.scim.query.Position;
import org.roster.scim.query.Query;
import org.roster.scim.query.QueryResult;
import org.roster.scim.spi.RequestContext;

/**
 * The last steps of every query: the store is found, the cursor that came in is opened, those that go out are closed.
 *
 * @param stores where resources are kept
 * @param cursors hands them out
 */
record Pages(Stores stores, Cursors cursors) {

    Results find(RequestContext context, Query bound, Optional<String> cursor) {
        var store = stores.queryable(bound);
        if (cursor.isEmpty()) {
            return results(context, bound, store.query(context, bound));
        }
        Cursor opened = cursors.open(cursor.get(), context, bound);
        Page page = new Page.ByCursor(opened.position(), opened.count());
        QueryResult found = store.query(context, bound.at(page));
        return results(context, bound, counted(found, opened.totalResults()));
    }

    /** Only the first page of a walk counts; the others are told. */
    private static QueryResult counted(QueryResult found, OptionalLong first) {
        return new QueryResult(found.resources(), first, found.next(), found.previous());
    }

    private Results results(RequestContext context, Query bound, QueryResult found) {
        return new Results(
                bound,
                found.resources(),
                found.totalResults(),
                found.next().map(position -> closed(context, bound, found, position)),
                found.previous().map(position -> closed(context, bound, found, position)));
    }

    private String closed(RequestContext context, Query bound, QueryResult found, Position position) {
        Cursor cursor = new Cursor(position, bound.order().page().count(), found.totalResults());
        return cursors.close(cursor, context, bound);
    }
}
