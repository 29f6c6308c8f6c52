package org.roster.scim.engine.operation;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.roster.scim.query.Query;
import org.roster.scim.resource.ScimResource;

/**
 * One page of results, as the client may see it.
 *
 * @param query what was found, with what the caller may see of it
 * @param resources in order
 * @param totalResults all matches; by cursor, as the first page counted them
 * @param nextCursor empty on the last page, and by index
 * @param previousCursor empty on the first page, and by index
 */
public record Results(
        Query query,
        List<ScimResource> resources,
        OptionalLong totalResults,
        Optional<String> nextCursor,
        Optional<String> previousCursor) {

    /** Nothing matches. */
    static Results none(Query query) {
        return new Results(query, List.of(), OptionalLong.of(0), Optional.empty(), Optional.empty());
    }
}
