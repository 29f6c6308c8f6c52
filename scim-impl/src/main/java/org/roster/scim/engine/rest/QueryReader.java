package org.roster.scim.engine.rest;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.roster.scim.engine.schema.ProjectionBinder;
import org.roster.scim.error.ScimException;
import org.roster.scim.filter.Filter;
import org.roster.scim.filter.FilterLimits;
import org.roster.scim.filter.FilterParser;
import org.roster.scim.query.Page;
import org.roster.scim.query.Projection;
import org.roster.scim.query.Query;
import org.roster.scim.query.Sort;
import org.roster.scim.schema.ResolvedPath;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.schema.Returned;

/**
 * Reads the query parameters of a request. Malformed input ends here.
 *
 * @param request whose parameters
 * @param type what is queried
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7644#section-3.4.2">RFC 7644 §3.4.2</a>
 */
record QueryReader(ClientRequest request, ResourceType type) {

    Projection projection() {
        return ProjectionBinder.bind(type, request.names("attributes"), request.names("excludedAttributes"));
    }

    /** The query, its filter parsed but not bound; a dialect may change the text before it is parsed. */
    Query query(int pageSize, int pageLimit, UnaryOperator<String> filterText) {
        Filter filter = request.parameter("filter")
                .filter(text -> !text.isBlank())
                .map(text -> FilterParser.parse(filterText.apply(text), FilterLimits.DEFAULT))
                .orElse(Filter.ALL);
        return new Query(type, filter, new Query.Order(sort(), page(pageSize, pageLimit)), projection());
    }

    private Page page(int pageSize, int pageLimit) {
        int startIndex = Math.max(1, number("startIndex").orElse(1));
        int count = number("count").orElse(pageSize);
        return new Page(startIndex, Math.min(Math.max(0, count), pageLimit));
    }

    /** A number, as large as it fits. */
    private Optional<Integer> number(String name) {
        return request.parameter(name).map(String::strip).map(text -> {
            if (!text.matches("[+-]?\\d{1,100}")) {
                throw ScimException.invalidValue(name + " must be a whole number, found \"" + text + "\"");
            }
            return new BigInteger(text)
                    .min(BigInteger.valueOf(Integer.MAX_VALUE))
                    .max(BigInteger.valueOf(Integer.MIN_VALUE))
                    .intValueExact();
        });
    }

    private Sort sort() {
        Optional<String> sortBy = request.parameter("sortBy").map(String::strip).filter(text -> !text.isEmpty());
        boolean ascending = ascending(request.parameter("sortOrder").orElse("ascending"));
        return sortBy.map(text -> Sort.by(attribute(text), ascending)).orElse(Sort.BY_ID);
    }

    private static boolean ascending(String order) {
        return switch (order.strip().toLowerCase(Locale.ROOT)) {
            case "ascending" -> true;
            case "descending" -> false;
            default ->
                throw ScimException.invalidValue("sortOrder must be ascending or descending, found \"" + order + "\"");
        };
    }

    private ResolvedPath attribute(String text) {
        ResolvedPath path = type.resolve(text)
                .filter(p -> p.target().returned() != Returned.NEVER)
                .orElseThrow(() -> ScimException.invalidValue(
                        "sortBy: a " + type.name() + " has no attribute \"" + text + "\" to sort by"));
        if (!path.target().complex()) {
            return path;
        }
        return path.sub("value")
                .orElseThrow(() -> ScimException.invalidValue("sortBy: " + path
                        + " is complex; sort by one of its sub-attributes, for instance " + path + "."
                        + path.attribute().subAttributes().get(0).name()));
    }
}
