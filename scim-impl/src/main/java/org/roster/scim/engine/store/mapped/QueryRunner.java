package org.roster.scim.engine.store.mapped;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.roster.scim.engine.database.BoundQuery;
import org.roster.scim.error.ScimException;
import org.roster.scim.query.Page;
import org.roster.scim.query.Position;
import org.roster.scim.query.Position.Direction;
import org.roster.scim.query.Position.Edge;
import org.roster.scim.query.Query;
import org.roster.scim.query.QueryResult;
import org.roster.scim.query.Selection;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.schema.ResolvedPath;

/**
 * Runs a query: one statement for the rows of the page, one for each list that the client wants to see, and one for the total
 * unless the page tells it.
 *
 * @param em to read with
 * @param mapped where the resources lie
 * @param tenant whose
 * @param query for one type
 */
record QueryRunner(EntityManager em, MappedType mapped, String tenant, Query query) {

    /** A row that was found. */
    private static final class Found {
        private final @Nullable Object[] row;
        private final Edge edge;

        Found(@Nullable Object[] row, Edge edge) {
            this.row = row;
            this.edge = edge;
        }
    }

    QueryResult result() {
        return query.order().page().accept(this::page, this::page);
    }

    private Selection selection() {
        return query.selections().get(0);
    }

    private QueryResult page(Page.ByIndex page) {
        Run run = new Run();
        List<Found> found = run.find(Position.START, page.startIndex() - 1, page.count());
        boolean last = found.size() < page.count() && (page.startIndex() == 1 || !found.isEmpty());
        long total = last ? page.startIndex() - 1L + found.size() : count();
        return QueryResult.of(run.read(found), total);
    }

    private QueryResult page(Page.ByCursor page) {
        Run run = new Run();
        List<Found> found = run.find(page.from(), 0, page.needed());
        Page.Slice<Found> slice = page.cut(found, f -> f.edge);
        boolean first = page.from().equals(Position.START);
        boolean all = found.size() <= page.count();
        OptionalLong total = first ? OptionalLong.of(all ? found.size() : count()) : OptionalLong.empty();
        return new QueryResult(run.read(slice.results()), total, slice.next(), slice.previous());
    }

    private long count() {
        Search search = Search.of(mapped, tenant);
        Condition condition = matches(search);
        return condition.equals(Condition.NONE)
                ? 0
                : Statement.list(
                                em,
                                "select count(e." + mapped.id().field() + ") from " + search.from() + where(condition),
                                Long.class,
                                search.parameters())
                        .get(0);
    }

    /** The tenant's predicate is in here, outside of the client's filter. */
    private Condition matches(Search search) {
        return mapped.scope().visible(search).and(selection().filter().accept(new FilterTranslator(mapped, search)));
    }

    private static String where(Condition condition) {
        return condition.equals(Condition.ALL) ? "" : " where " + condition.text();
    }

    /** One statement that finds rows. */
    private final class Run {

        private final Search search = Search.of(mapped, tenant);
        private final ResourceReader reader =
                new ResourceReader(mapped, selection().projection()::wants, search.from());
        private final String id = search.from().path(mapped.id().field());
        private final SortKey idKey = mapped.id().sortKey(id);
        private final Optional<SortKey> key = key();

        private Optional<SortKey> key() {
            Optional<ResolvedPath> by = query.order().sort().attribute();
            if (by.isEmpty()) {
                return Optional.empty();
            }
            String text = by.get().path().toString();
            Optional<SortKey> found = switch (text) {
                case "id" -> Optional.<SortKey>empty();
                case "meta.created" -> time(mapped.fields().created());
                case "meta.lastModified" ->
                    time(mapped.fields().lastModified().or(() -> mapped.fields().created()));
                case "meta.resourceType" -> Optional.<SortKey>empty();
                default ->
                    Optional.of(mapped.attribute(by.get())
                            .flatMap(a ->
                                    a.sortKey(search, by.get().subAttribute().map(s -> s.name())))
                            .orElseThrow(() -> ScimException.invalidValue("sortBy: "
                                    + mapped.type().name() + " resources cannot be sorted by \"" + text + "\"")));
            };
            return query.order().page() instanceof Page.ByCursor ? found.map(SortKey::forCursor) : found;
        }

        private Optional<SortKey> time(Optional<Field> field) {
            return field.flatMap(f -> {
                String column = search.from().path(f);
                return new TimeType(f.type()).sortKey(new Operand(column, column, search.parameters()));
            });
        }

        List<Found> find(Position from, int skip, int most) {
            Condition condition = matches(search);
            if (most == 0 || condition.equals(Condition.NONE)) {
                return List.of();
            }
            boolean up = query.order().sort().ascending() == (from.direction() == Direction.FORWARD);
            Optional<Columns.Column> sorted = key.map(k -> reader.columns().add(k.expression()));
            // With a single column a provider gives no array.
            reader.columns().add("e." + mapped.id().field());
            if (reader.columns().toString().indexOf(',') < 0) {
                reader.columns().add("1");
            }
            Condition whole =
                    from.edge().map(edge -> condition.and(beyond(edge, up))).orElse(condition);
            String statement = "select " + reader.columns() + " from " + search.from() + where(whole) + orderBy(up);
            List<Found> found = new ArrayList<>();
            Statement.list(em, statement, Object[].class, search.parameters(), new BoundQuery.Window(skip, most))
                    .forEach(row -> found.add(new Found(
                            row,
                            new Edge(
                                    sorted.flatMap(s -> s.of(row))
                                            .map(v -> key.orElseThrow().toText().apply(v)),
                                    reader.id(row).toString()))));
            return found;
        }

        private String orderBy(boolean up) {
            String byId = id + (up ? " asc" : " desc");
            return " order by "
                    + key.map(k -> k.expression() + (up ? " asc nulls last, " : " desc nulls first, "))
                            .orElse("") + byId;
        }

        /** What lies behind an edge; a row without the value to sort by is last when ascending. */
        private Condition beyond(Edge edge, boolean up) {
            String sign = up ? " > " : " < ";
            Object edgeId = idKey.ofText().apply(edge.id());
            String further = id + sign + search.parameters().add(edgeId);
            if (key.isEmpty()) {
                return Condition.certain(further);
            }
            String expression = key.get().expression();
            if (edge.sortKey().isEmpty()) {
                String among = "(" + expression + " is null and " + further + ")";
                return Condition.certain(up ? among : "(" + expression + " is not null or " + among + ")");
            }
            String value = search.parameters()
                    .add(key.get().ofText().apply(edge.sortKey().get()));
            return Condition.certain("(" + expression + sign + value + " or (" + expression + " = " + value + " and "
                    + further + ")" + (up ? " or " + expression + " is null" : "") + ")");
        }

        List<ScimResource> read(List<Found> found) {
            return reader.read(
                    new Rows(em, tenant), found.stream().map(f -> f.row).toList());
        }
    }
}
