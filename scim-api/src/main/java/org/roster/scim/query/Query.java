package org.roster.scim.query;

import java.util.List;
import java.util.function.UnaryOperator;
import org.roster.scim.filter.Filter;
import org.roster.scim.schema.ResourceType;

/**
 * A query, bound to the schema: for resources of one type, or, asked at the root of the service, of several. Immutable.
 *
 * @param selections what is selected of each type, no type twice; a store sees at least one, and several only if its
 *     features say that it can answer them together
 * @param order how the results are ordered, whatever their type, and which part is wanted
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7644#section-3.4.2">RFC 7644 §3.4.2</a>
 */
public record Query(List<Selection> selections, Order order) {

    /**
     * The order of the results and the part that is wanted.
     *
     * @param sort the order
     * @param page the part
     */
    public record Order(Sort sort, Page page) {}

    /**
     * Copies the list.
     *
     * @param selections see above
     * @param order see above
     */
    public Query {
        selections = List.copyOf(selections);
    }

    /**
     * A query for resources of one type.
     *
     * @param type which kind of resource
     * @param filter {@link Filter#ALL} for all of them
     * @param order how they are ordered and which part is wanted
     * @param projection which attributes are wanted
     * @return the query
     */
    public static Query of(ResourceType type, Filter filter, Order order, Projection projection) {
        return new Query(List.of(new Selection(type, filter, projection)), order);
    }

    /**
     * The types that are asked for.
     *
     * @return each once
     */
    public List<ResourceType> types() {
        return selections.stream().map(Selection::type).toList();
    }

    /**
     * What is selected of a type.
     *
     * @param typeName name of a type that is asked for, as {@code meta.resourceType} of a result has it
     * @return its selection
     * @throws IllegalArgumentException if the query does not ask for this type
     */
    public Selection selection(String typeName) {
        for (Selection selection : selections) {
            if (selection.type().name().equals(typeName)) {
                return selection;
            }
        }
        throw new IllegalArgumentException("the query does not ask for a " + typeName);
    }

    /**
     * The same query for another part of its results.
     *
     * @param page which part
     * @return a new query
     */
    public Query at(Page page) {
        return new Query(selections, new Order(order.sort(), page));
    }

    /**
     * The same query with other selections.
     *
     * @param change what becomes of each
     * @return a new query
     */
    public Query with(UnaryOperator<Selection> change) {
        return new Query(selections.stream().map(change).toList(), order);
    }
}
