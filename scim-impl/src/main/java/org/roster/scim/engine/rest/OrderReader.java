package org.roster.scim.engine.rest;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.roster.scim.engine.configuration.RequestLimit;
import org.roster.scim.engine.configuration.RequestLimits;
import org.roster.scim.error.ScimException;
import org.roster.scim.query.Page;
import org.roster.scim.query.Position;
import org.roster.scim.query.Query;
import org.roster.scim.query.Sort;
import org.roster.scim.schema.Attribute;
import org.roster.scim.schema.ResolvedPath;
import org.roster.scim.schema.ResourceType;

/**
 * Reads how the results of a query are ordered and which part of them is wanted. Malformed input ends here.
 *
 * @param parameters of the request
 * @param limits has the sizes of pages
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7644#section-3.4.2.3">RFC 7644 §§3.4.2.3, 3.4.2.4</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9865#section-2">RFC 9865 §2</a>
 */
record OrderReader(QueryParameters parameters, RequestLimits limits) {

    Query.Order order(List<ResourceType> types) {
        return new Query.Order(sort(types), page());
    }

    /** What the client brings back for another page. */
    Optional<String> cursor() {
        return parameters.parameter("cursor").filter(text -> !text.isEmpty());
    }

    private Page page() {
        Optional<Integer> startIndex = parameters.number("startIndex");
        int limit = limits.of(RequestLimit.PAGE_LIMIT);
        int count = Math.max(0, parameters.number("count").orElse(limits.pageSize()));
        if (parameters.parameter("cursor").isEmpty()) {
            return new Page.ByIndex(Math.max(1, startIndex.orElse(1)), Math.min(count, limit));
        }
        if (startIndex.isPresent()) {
            throw ScimException.invalidValue(
                    "startIndex and cursor cannot be used together; one pages by number, the other from page to page");
        }
        if (count > limit) {
            // Choice: RFC 9865 §2.1 calls this a mistake, though §2 would let the page have fewer results.
            throw ScimException.invalidCount("count: a page by cursor has at most " + limit
                    + " results, as /ServiceProviderConfig says (maxPageSize); found " + count);
        }
        return new Page.ByCursor(Position.START, count);
    }

    private Sort sort(List<ResourceType> types) {
        Optional<String> sortBy =
                parameters.parameter("sortBy").map(String::strip).filter(text -> !text.isEmpty());
        boolean ascending = ascending(parameters.parameter("sortOrder").orElse("ascending"));
        return sortBy.map(name -> Sort.by(attribute(types, name), ascending)).orElse(Sort.BY_ID);
    }

    private static boolean ascending(String order) {
        return switch (order.strip().toLowerCase(Locale.ROOT)) {
            case "ascending" -> true;
            case "descending" -> false;
            default ->
                throw ScimException.invalidValue("sortOrder must be ascending or descending, found \"" + order + "\"");
        };
    }

    /** Resources of a type that does not have the attribute have no value, and are ordered as such. */
    private ResolvedPath attribute(List<ResourceType> types, String name) {
        List<ResolvedPath> meant = types.stream()
                .flatMap(type -> new QueryReader(parameters, type).sortAttribute(name).stream())
                .toList();
        if (meant.isEmpty()) {
            String nobody = types.size() == 1 ? "a " + types.get(0).name() + " has no" : "no resource type has an";
            throw ScimException.invalidValue("sortBy: " + nobody + " attribute \"" + name + "\" to sort by");
        }
        if (!meant.stream().allMatch(path -> comparable(path, meant.get(0)))) {
            throw ScimException.invalidValue("sortBy: the values of \"" + name
                    + "\" cannot be compared across resource types; query one type at its own endpoint");
        }
        return meant.get(0);
    }

    private static boolean comparable(ResolvedPath path, ResolvedPath other) {
        Attribute left = path.target();
        Attribute right = other.target();
        return path.equals(other) && left.type() == right.type() && left.caseExact() == right.caseExact();
    }
}
