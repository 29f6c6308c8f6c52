package org.roster.scim.engine.store.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.roster.scim.error.ScimException;
import org.roster.scim.filter.Filter;
import org.roster.scim.query.Page;
import org.roster.scim.query.Query;
import org.roster.scim.query.Selection;
import org.roster.scim.query.Sort;
import org.roster.scim.schema.ResolvedPath;
import org.roster.scim.schema.ResourceType;

/**
 * Runs a query: one statement for the page, and one for the total unless the page itself tells it.
 *
 * @param em of the running transaction
 * @param relations which attributes are rows
 * @param tenant whose resources
 * @param query bound
 */
record QueryRunner(EntityManager em, Relations relations, String tenant, Query query) {

    List<StoredResource> page() {
        Page page = query.order().page();
        if (page.count() == 0) {
            return List.of();
        }
        Parameters parameters = new Parameters();
        Ordering ordering = ordering(parameters);
        String statement =
                "select " + StoredResource.COLUMNS + ordering.source() + where(parameters) + ordering.orderBy();
        TypedQuery<Object[]> typed = parameters.bind(em.createQuery(statement, Object[].class));
        return typed.setFirstResult(page.startIndex() - 1)
                .setMaxResults(page.count())
                .getResultStream()
                .map(StoredResource::of)
                .toList();
    }

    /** All matches; counted only if the page does not tell. */
    long total(int onPage) {
        Page page = query.order().page();
        boolean last = onPage > 0 && onPage < page.count();
        boolean empty = onPage == 0 && page.startIndex() == 1 && page.count() > 0;
        if (last || empty) {
            return page.startIndex() - 1L + onPage;
        }
        Parameters parameters = new Parameters();
        String statement = "select count(r.id) from ResourceRow r" + where(parameters);
        return parameters.bind(em.createQuery(statement, Long.class)).getSingleResult();
    }

    /** The tenant's predicate, in this one place and outside the client's filter. */
    private String where(Parameters parameters) {
        return " where r.tenant = " + parameters.add(tenant) + " and ("
                + query.selections().stream()
                        .map(selection -> selects(selection, parameters))
                        .collect(Collectors.joining(" or "))
                + ")";
    }

    private String selects(Selection selection, Parameters parameters) {
        ResourceType type = selection.type();
        String own = "r.type = " + parameters.add(type.name());
        if (selection.filter().equals(Filter.ALL)) {
            return own;
        }
        return own + " and (" + selection.filter().accept(new FilterTranslator(type, relations, tenant, parameters))
                + ")";
    }

    /** What an order adds to a statement: what to join, and how to order. */
    private record Ordering(String source, String orderBy) {}

    private Ordering ordering(Parameters parameters) {
        Sort sort = query.order().sort();
        Optional<ResolvedPath> by = sort.attribute();
        String direction = sort.ascending() ? " asc" : " desc";
        if (by.isEmpty()) {
            return new Ordering(" from ResourceRow r", " order by r.id");
        }
        Optional<String> column = column(by.get());
        if (column.isPresent()) {
            return new Ordering(" from ResourceRow r", " order by " + column.get() + direction + ", r.id");
        }
        if (query.types().stream()
                .anyMatch(t -> relations.apart(t).contains(by.get().attribute().name()))) {
            throw ScimException.invalidValue("sortBy: resources cannot be sorted by " + by.get());
        }
        String join = " left join ValueRow s on s.resourceId = r.id and s.sortFirst = 1 and "
                + new KeyCondition("s", parameters)
                        .any(AttributeCode.of(by.get().path()));
        // Databases disagree on where nulls sort; RFC 7644 §3.4.2.3 does not. A key without a full value is shorter.
        return new Ordering(
                " from ResourceRow r" + join,
                sort.ascending()
                        ? " order by s.indexKey asc nulls last, s.fullValue asc nulls first, r.id"
                        : " order by s.indexKey desc nulls first, s.fullValue desc nulls last, r.id");
    }

    private static Optional<String> column(ResolvedPath path) {
        return switch (path.path().toString()) {
            case "id" -> Optional.of("r.id");
            case "meta.created" -> Optional.of("r.created");
            case "meta.lastModified" -> Optional.of("r.lastModified");
            case "meta.resourceType" -> Optional.of("r.type");
            default -> Optional.empty();
        };
    }
}
