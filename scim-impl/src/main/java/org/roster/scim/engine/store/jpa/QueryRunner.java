package org.roster.scim.engine.store.jpa;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.roster.scim.engine.database.BoundQuery;
import org.roster.scim.engine.database.Parameters;
import org.roster.scim.engine.store.jpa.Totals.Total;
import org.roster.scim.filter.Filter;
import org.roster.scim.query.Page;
import org.roster.scim.query.Position;
import org.roster.scim.query.Position.Edge;
import org.roster.scim.query.Query;
import org.roster.scim.query.QueryResult;
import org.roster.scim.query.Selection;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.spi.RequestContext;

/**
 * Runs a query: a statement for each stretch of its order until the page is full, usually one, and one for the total unless
 * the page itself tells it.
 *
 * @param em to read with
 * @param directory what is the same for all queries
 * @param context who asks, and whose resources
 * @param query bound
 */
record QueryRunner(EntityManager em, Directory directory, RequestContext context, Query query) {

    /**
     * What is the same for all queries.
     *
     * @param relations which attributes are rows
     * @param walks where pages by index ended
     * @param totals how many resources there are
     */
    record Directory(Relations relations, Walks walks, Totals totals) {}

    private static final Comparator<Found> ASCENDING = Comparator.comparing(Found::column, QueryRunner::compare)
            .thenComparing(found -> found.stored().id());

    /** A result, and what it is ordered by. */
    private record Found(StoredResource stored, Object column, Track track) {

        Edge edge() {
            return new Edge(track.key().map(key -> key.toSortKey().apply(column)), stored.id());
        }
    }

    private static int compare(Object left, Object right) {
        return left instanceof Long time && right instanceof Long other
                ? Long.compare(time, other)
                : left.toString().compareTo(right.toString());
    }

    QueryResult result() {
        return query.order().page().accept(this::page, this::page);
    }

    private QueryResult page(Page.ByIndex page) {
        return few().map(all -> part(all, page)).orElseGet(() -> pageOfMany(page));
    }

    /** All matches by id, where the filter requires a value that few have. */
    private Optional<List<ScimResource>> few() {
        boolean byId = query.order().sort().attribute().isEmpty();
        return byId && query.selections().size() == 1 && query.order().page().count() > 0
                ? new ResourceLookup(em, directory.relations(), context.tenant())
                        .few(query.selections().get(0))
                : Optional.empty();
    }

    private static QueryResult part(List<ScimResource> all, Page.ByIndex page) {
        return QueryResult.of(
                all.stream().skip(page.startIndex() - 1L).limit(page.count()).toList(), all.size());
    }

    private QueryResult pageOfMany(Page.ByIndex page) {
        boolean begins = page.startIndex() == 1
                && page.count() > 0
                && query.order().sort().ascending();
        if (begins && query.order().sort().attribute().isEmpty() && isAllOfOneType(query.selections())) {
            TypeListing.Beginning beginning = listing(query.selections()).beginning(directory.totals(), page.count());
            List<Found> found = found(beginning.resources());
            return paged(page, found, Optional.of(beginning.total()), false);
        }
        // Before the page: who comes in between counts as having come since.
        Optional<Total> everything = everything();
        Optional<Edge> before = everything.flatMap(total -> whereItEnded(page, total));
        List<Found> found = before.isPresent()
                ? find(plan().from(Position.after(before.get())), new Page.ByIndex(1, page.count()), true)
                : find(plan().from(Position.START), page, true);
        return paged(page, found, everything, before.isPresent());
    }

    /**
     * The page, and where it ended is remembered if it is one of all resources.
     *
     * @param everything how many there are, if these are all
     * @param walked whether it was found where the one before it had ended
     */
    private QueryResult paged(Page.ByIndex page, List<Found> found, Optional<Total> everything, boolean walked) {
        List<StoredResource> stored = found.stream().map(Found::stored).toList();
        long total = everything.map(Total::number).orElseGet(() -> total(page, stored.size()));
        if (everything.isPresent() && stored.size() == page.count() && page.count() > 0) {
            Edge end = found.get(found.size() - 1).edge();
            long next = (long) page.startIndex() + page.count();
            directory
                    .walks()
                    .remember(
                            context,
                            query,
                            next,
                            new Walks.End(end, everything.get().moves()));
            total = walked ? reaching(next, total, end) : total;
        }
        return QueryResult.of(assembled(stored), total);
    }

    /** Where the page ended that this one follows; empty if nobody knows, and one counts how many lie before. */
    private Optional<Edge> whereItEnded(Page.ByIndex page, Total now) {
        return page.startIndex() > 1 && page.count() > 0
                ? directory
                        .walks()
                        .before(context, query, page.startIndex())
                        .filter(end -> end.holds(now.moves(), page.count()))
                        .map(Walks.End::edge)
                        .filter(QueryRunner::saysAll)
                : Optional.empty();
    }

    /** How many there are, if the query asks for all. */
    private Optional<Total> everything() {
        return query.selections().stream().allMatch(s -> s.filter().equals(Filter.ALL))
                ? query.types().stream()
                        .map(type -> directory.totals().of(em, type))
                        .reduce(Total::plus)
                : Optional.empty();
    }

    /**
     * The total, but as long as somebody is left no less than the index at which a walk goes on. Those who were seen and then
     * deleted are in that index and not in the total; Okta ends when the one exceeds the other.
     */
    private long reaching(long next, long total, Edge end) {
        boolean over = total >= next
                || !saysAll(end)
                || find(plan().from(Position.after(end)), new Page.ByIndex(1, 1), true)
                        .isEmpty();
        return over ? total : next;
    }

    /** Whether the order is that of the edge: a longer value stands there with its beginning alone. */
    private static boolean saysAll(Edge edge) {
        return edge.sortKey().filter(key -> key.length() >= Edge.LONGEST_KEY).isEmpty();
    }

    /** All matches; counted only if the page does not tell. */
    private long total(Page.ByIndex page, int onPage) {
        boolean last = onPage > 0 && onPage < page.count();
        boolean empty = onPage == 0 && page.startIndex() == 1 && page.count() > 0;
        return last || empty ? page.startIndex() - 1L + onPage : count();
    }

    private QueryResult page(Page.ByCursor page) {
        List<Found> found = page.count() == 0
                ? List.of()
                : find(plan().from(page.from()), new Page.ByIndex(1, page.needed()), false);
        Page.Slice<Found> slice = page.cut(found, Found::edge);
        List<StoredResource> stored =
                slice.results().stream().map(Found::stored).toList();
        return new QueryResult(assembled(stored), total(page, found.size()), slice.next(), slice.previous());
    }

    /** Only for the first page: counting costs as much as the directory is large, and the other pages must not. */
    private OptionalLong total(Page.ByCursor page, int found) {
        if (!page.from().equals(Position.START)) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(page.count() > 0 && found <= page.count() ? found : count());
    }

    private SortPlan plan() {
        return SortPlan.of(query, directory.relations(), context.tenant());
    }

    /** A part of some stretches that follow each other. */
    private List<Found> find(List<Stretch> stretches, Page.ByIndex part, boolean exact) {
        List<Found> found = new ArrayList<>();
        long skip = part.startIndex() - 1L;
        for (Stretch stretch : stretches) {
            int wanted = part.count() - found.size();
            long length = stretch.sparse() && wanted > 0 ? count(stretch) : Long.MAX_VALUE;
            if (wanted > 0 && skip < length) {
                List<Found> some = find(stretch, new Page.ByIndex((int) skip + 1, wanted), exact);
                found.addAll(some);
                length = some.isEmpty() && skip > 0 ? count(stretch) : length;
            }
            skip = found.isEmpty() ? Math.max(0, skip - length) : 0;
        }
        return found;
    }

    /**
     * A part of one stretch. Where its index has the types apart, a database would have to sort all resources to merge them,
     * so they are asked for one by one.
     */
    private List<Found> find(Stretch stretch, Page.ByIndex part, boolean exact) {
        boolean together = query.selections().size() == 1 || stretch.track().rows() != Track.Rows.RESOURCES;
        if (together || part.startIndex() > 1) {
            return find(stretch, part, exact, query.selections());
        }
        Comparator<Found> order = stretch.ascending() ? ASCENDING : ASCENDING.reversed();
        return query.selections().stream()
                .flatMap(selection -> find(stretch, part, exact, List.of(selection)).stream())
                .sorted(order)
                .limit(part.count())
                .toList();
    }

    private List<Found> find(Stretch stretch, Page.ByIndex part, boolean exact, List<Selection> selections) {
        Track track = stretch.track();
        if (part.startIndex() == 1 && track.isById() && isAllOfOneType(selections)) {
            return found(listing(selections).page(stretch, part.count()));
        }
        Parameters parameters = new Parameters();
        String select = StoredResource.COLUMNS + ", " + track.keyColumn();
        String statement = stretch.statement(select, matches(selections, parameters), parameters)
                + track.orderBy(stretch.ascending(), exact);
        BoundQuery.Window window = new BoundQuery.Window(part.startIndex() - 1, part.count());
        return BoundQuery.list(em, statement, Object[].class, parameters, window).stream()
                .map(row -> new Found(StoredResource.of(row), row[row.length - 1], track))
                .toList();
    }

    private static boolean isAllOfOneType(List<Selection> selections) {
        return selections.size() == 1 && selections.get(0).filter().equals(Filter.ALL);
    }

    private TypeListing listing(List<Selection> ofOneType) {
        return new TypeListing(em, context.tenant(), ofOneType.get(0).type());
    }

    /** By id. */
    private static List<Found> found(List<StoredResource> page) {
        return page.stream()
                .map(stored -> new Found(stored, stored.id(), Track.byId()))
                .toList();
    }

    private long count(Stretch stretch) {
        Parameters parameters = new Parameters();
        String statement = stretch.statement("count(r.id)", matches(query.selections(), parameters), parameters);
        return BoundQuery.list(em, statement, Long.class, parameters).get(0);
    }

    private long count() {
        return everything().map(Total::number).orElseGet(() -> count(Stretch.whole(Track.byId(), true)));
    }

    /** The tenant's predicate, in this one place and outside the client's filter. */
    private String matches(List<Selection> selections, Parameters parameters) {
        return "r.tenant = " + parameters.add(context.tenant()) + " and ("
                + selections.stream()
                        .map(selection -> selected(selection, parameters))
                        .collect(Collectors.joining(" or "))
                + ")";
    }

    private String selected(Selection selection, Parameters parameters) {
        ResourceType type = selection.type();
        String own = "r.type = " + parameters.add(type.name());
        if (selection.filter().equals(Filter.ALL)) {
            return own;
        }
        return own + " and ("
                + selection
                        .filter()
                        .accept(new FilterTranslator(type, directory.relations(), context.tenant(), parameters))
                + ")";
    }

    private List<ScimResource> assembled(List<StoredResource> page) {
        return new ResourceAssembler(em, directory.relations()).assemble(query, page);
    }
}
