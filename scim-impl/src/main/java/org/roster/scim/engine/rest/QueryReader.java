package org.roster.scim.engine.rest;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.roster.scim.engine.schema.ProjectionBinder;
import org.roster.scim.error.ScimException;
import org.roster.scim.filter.Filter;
import org.roster.scim.filter.FilterLimits;
import org.roster.scim.filter.FilterParser;
import org.roster.scim.query.Projection;
import org.roster.scim.query.Selection;
import org.roster.scim.schema.ResolvedPath;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.schema.Returned;

/**
 * Reads what the parameters of a query mean for one type. Malformed input ends here.
 *
 * @param parameters of the request
 * @param type what is queried
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7644#section-3.4.2">RFC 7644 §3.4.2</a>
 */
record QueryReader(QueryParameters parameters, ResourceType type) {

    Projection projection() {
        return ProjectionBinder.bind(type, parameters.names("attributes"), parameters.names("excludedAttributes"));
    }

    /** What is selected, its filter parsed but not bound; a dialect may change the text before it is parsed. */
    Selection selection(UnaryOperator<String> filterText, FilterLimits limits) {
        Filter filter = parameters
                .parameter("filter")
                .filter(text -> !text.isBlank())
                .map(text -> filter(text, filterText, limits))
                .orElse(Filter.ALL);
        return new Selection(type, filter, projection());
    }

    private static Filter filter(String text, UnaryOperator<String> filterText, FilterLimits limits) {
        limits.checkLength(text);
        return FilterParser.parse(filterText.apply(text), limits);
    }

    /**
     * The attribute to sort by.
     *
     * @return empty if the type has none of this name
     * @throws ScimException 400 if it has, and it cannot be sorted by
     */
    Optional<ResolvedPath> sortAttribute(String name) {
        return type.resolve(name)
                .filter(p -> p.target().returned() != Returned.NEVER)
                .map(QueryReader::simple);
    }

    private static ResolvedPath simple(ResolvedPath path) {
        if (!path.target().complex()) {
            return path;
        }
        return path.sub("value")
                .orElseThrow(() -> ScimException.invalidValue("sortBy: " + path
                        + " is complex; sort by one of its sub-attributes, for instance " + path + "."
                        + path.attribute().subAttributes().get(0).name()));
    }
}
