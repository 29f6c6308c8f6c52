package org.roster.scim.engine.store.memory;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.roster.scim.query.Page;
import org.roster.scim.query.Position;
import org.roster.scim.query.Position.Direction;
import org.roster.scim.query.Position.Edge;
import org.roster.scim.query.QueryResult;
import org.roster.scim.query.Sort;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.schema.ComparisonKey;

/**
 * Everything that matches a query, and the pages of it.
 *
 * @param sort the order
 * @param matches in any order
 */
record OrderedMatches(Sort sort, List<ScimResource> matches) {

    private static final Comparator<Optional<String>> MISSING_LAST = Comparator.<Optional<String>, Boolean>comparing(
                    Optional::isEmpty)
            .thenComparing((l, r) -> ComparisonKey.compare(l.orElse(""), r.orElse("")));

    QueryResult page(Page page) {
        return page.accept(this::page, this::page);
    }

    private QueryResult page(Page.ByIndex page) {
        List<ScimResource> resources = matches.stream()
                .sorted(directed(Comparator.comparing(this::key, MISSING_LAST).thenComparing(ScimResource::id)))
                .skip(page.startIndex() - 1L)
                .limit(page.count())
                .toList();
        return QueryResult.of(resources, matches.size());
    }

    private QueryResult page(Page.ByCursor page) {
        Comparator<Edge> order =
                directed(Comparator.comparing(Edge::sortKey, MISSING_LAST).thenComparing(Edge::id));
        Position from = page.from();
        Comparator<Edge> outward = from.direction() == Direction.FORWARD ? order : order.reversed();
        List<ScimResource> found = matches.stream()
                .filter(r -> from.edge()
                        .map(seen -> outward.compare(seen, edge(r)) < 0)
                        .orElse(true))
                .sorted(Comparator.comparing(this::edge, outward))
                .limit(page.needed())
                .toList();
        Page.Slice<ScimResource> slice = page.cut(found, this::edge);
        OptionalLong total = from.equals(Position.START) ? OptionalLong.of(matches.size()) : OptionalLong.empty();
        return new QueryResult(slice.results(), total, slice.next(), slice.previous());
    }

    private <T> Comparator<T> directed(Comparator<T> ascending) {
        return sort.ascending() ? ascending : ascending.reversed();
    }

    private Edge edge(ScimResource resource) {
        return new Edge(key(resource), resource.id());
    }

    private Optional<String> key(ScimResource resource) {
        return sort.attribute().flatMap(by -> SortValue.of(by, resource));
    }
}
