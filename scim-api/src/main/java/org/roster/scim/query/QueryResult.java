package org.roster.scim.query;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.roster.scim.resource.ScimResource;

/**
 * One page of results.
 *
 * @param resources the page, in order; never more than the page's count
 * @param totalResults all matches, on whatever page; a store must know it by index and for the first page by cursor
 * @param next where the next page by cursor begins; empty if there is none, and by index
 * @param previous where the previous page by cursor ends; empty if there is none, and by index
 */
public record QueryResult(
        List<ScimResource> resources, OptionalLong totalResults, Optional<Position> next, Optional<Position> previous) {

    /**
     * Copies the list.
     *
     * @param resources see above
     * @param totalResults see above
     * @param next see above
     * @param previous see above
     */
    public QueryResult {
        resources = List.copyOf(resources);
    }

    /**
     * A page without cursors.
     *
     * @param resources the page, in order
     * @param totalResults all matches, on whatever page
     * @return the result
     */
    public static QueryResult of(List<ScimResource> resources, long totalResults) {
        return new QueryResult(resources, OptionalLong.of(totalResults), Optional.empty(), Optional.empty());
    }
}
