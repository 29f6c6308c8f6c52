package org.roster.scim.query;

import org.roster.scim.filter.Filter;
import org.roster.scim.schema.ResourceType;

/**
 * Which resources of one type a query selects, and what of them is shown.
 *
 * @param type which kind of resource
 * @param filter bound to the type when a store sees it; {@link Filter#ALL} for all of them
 * @param projection which attributes are wanted
 */
public record Selection(ResourceType type, Filter filter, Projection projection) {

    /**
     * The same resources by another filter.
     *
     * @param other a filter for the same type
     * @return a new selection
     */
    public Selection with(Filter other) {
        return new Selection(type, other, projection);
    }
}
