package org.roster.scim.query;

import java.util.List;
import org.roster.scim.resource.ScimResource;

/**
 * One page of results.
 *
 * @param resources the page, in order; never more than the page's count
 * @param totalResults all matches, on whatever page
 */
public record QueryResult(List<ScimResource> resources, long totalResults) {

    /**
     * Copies the list.
     *
     * @param resources see above
     * @param totalResults see above
     */
    public QueryResult {
        resources = List.copyOf(resources);
    }
}
