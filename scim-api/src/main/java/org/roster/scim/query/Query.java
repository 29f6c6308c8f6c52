package org.roster.scim.query;

import org.roster.scim.filter.Filter;
import org.roster.scim.schema.ResourceType;

/**
 * A query for resources of one type, bound to its schema.
 *
 * @param type which resources
 * @param filter bound to the type; {@link Filter#ALL} for all of them
 * @param order how they are ordered and which part is wanted
 * @param projection which attributes are wanted
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7644#section-3.4.2">RFC 7644 §3.4.2</a>
 */
public record Query(ResourceType type, Filter filter, Order order, Projection projection) {

    /**
     * The order of the results and the part that is wanted.
     *
     * @param sort the order
     * @param page the part
     */
    public record Order(Sort sort, Page page) {}
}
