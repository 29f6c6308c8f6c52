package org.roster.scim.engine.operation;

import jakarta.json.spi.JsonProvider;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.roster.scim.engine.schema.FilterBinder;
import org.roster.scim.filter.CompareOperator;
import org.roster.scim.filter.Filter;
import org.roster.scim.path.AttributePath;
import org.roster.scim.query.Page;
import org.roster.scim.query.Projection;
import org.roster.scim.query.Query;
import org.roster.scim.query.Sort;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.schema.Membership;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.spi.RequestContext;
import org.roster.scim.spi.ResourceKey;
import org.roster.scim.spi.ResourceStore;

/**
 * Looks whether a resource is in a protected group, or in a group that is in one, and so on.
 *
 * @param protection knows the names
 * @param stores have the groups
 */
record ProtectedGroups(Protection protection, Stores stores) {

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final int MOST = 10_000;
    private static final int TERMS_AT_ONCE = 50;

    /** Refuses a resource that is a protected group or in one. */
    void requireNotIn(RequestContext context, ResourceKey key) {
        Set<String> named = protection.groups(context.tenant(), () -> named(context));
        if (named.isEmpty()) {
            return;
        }
        if (named.contains(key.id())) {
            throw Protection.refusal(key.type());
        }
        Set<String> seen = new HashSet<>(Set.of(key.id()));
        List<String> level = List.of(key.id());
        while (!level.isEmpty()) {
            Set<String> above = around(context, level);
            // Whoever is in more groups than we look at is taken for protected.
            if (above.size() >= MOST || above.stream().anyMatch(named::contains)) {
                throw Protection.refusal(key.type());
            }
            level = above.stream().filter(seen::add).toList();
        }
    }

    private Set<String> named(RequestContext context) {
        return types(context)
                .flatMap(type -> {
                    String display = type.displayAttributes().get(0);
                    return find(context, type, equal(display, List.copyOf(protection.names())));
                })
                .collect(Collectors.toSet());
    }

    /** The groups that list one of these. */
    private Set<String> around(RequestContext context, List<String> ids) {
        Set<String> around = new HashSet<>();
        for (ResourceType type : types(context).toList()) {
            String value = type.membership().map(Membership::attribute).orElseThrow() + ".value";
            for (int from = 0; from < ids.size(); from += TERMS_AT_ONCE) {
                List<String> some = ids.subList(from, Math.min(ids.size(), from + TERMS_AT_ONCE));
                find(context, type, equal(value, some)).forEach(around::add);
            }
        }
        return around;
    }

    /** What cannot be queried cannot be looked through. */
    private Stream<ResourceType> types(RequestContext context) {
        return protection.groupTypes(context.tenant()).stream().filter(stores::canQuery);
    }

    private static Filter equal(String path, List<String> values) {
        AttributePath attribute = AttributePath.parse(path).orElseThrow();
        List<Filter> terms = new ArrayList<>();
        values.forEach(
                value -> terms.add(new Filter.Comparison(attribute, CompareOperator.EQ, JSON.createValue(value))));
        return terms.size() == 1 ? terms.get(0) : new Filter.Or(terms);
    }

    private Stream<String> find(RequestContext context, ResourceType type, Filter filter) {
        Query query = Query.of(
                type,
                FilterBinder.bind(filter, type),
                new Query.Order(Sort.BY_ID, new Page.ByIndex(1, MOST)),
                Projection.MINIMAL);
        return stores.with(ResourceStore.Queries.class, type).query(context, query).resources().stream()
                .map(ScimResource::id);
    }
}
