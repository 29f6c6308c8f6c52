package org.roster.scim.filter;

import jakarta.json.JsonValue;
import java.util.List;
import java.util.stream.Collectors;
import org.roster.scim.path.AttributePath;

/**
 * A filter as a tree. Immutable; {@code toString} gives the text again, with the parentheses that it needs.
 *
 * <p>Stores are given filters that the engine has bound to a resource type: every path is canonical, every value is of the
 * attribute's type, a complex attribute is compared by its {@code value}, and the paths inside a {@link ValuePath} are
 * names of sub-attributes.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7644#section-3.4.2.2">RFC 7644 §3.4.2.2</a>
 */
public sealed interface Filter {

    /** The filter that every resource matches. */
    Filter ALL = new And(List.of());

    /** The filter that no resource matches. */
    Filter NONE = new Or(List.of());

    /**
     * Does what is right for this kind of node.
     *
     * @param visitor one method per kind of node
     * @param <R> what the visitor makes of a node
     * @return what the visitor made
     */
    <R> R accept(Visitor<R> visitor);

    /**
     * One method per kind of node, so that a new kind does not compile until every translator handles it.
     *
     * @param <R> what is made of a node
     */
    interface Visitor<R> {
        /**
         * All terms hold.
         *
         * @param and the node
         * @return what is made of it
         */
        R and(And and);

        /**
         * At least one term holds.
         *
         * @param or the node
         * @return what is made of it
         */
        R or(Or or);

        /**
         * The term does not hold.
         *
         * @param not the node
         * @return what is made of it
         */
        R not(Not not);

        /**
         * Some value of the attribute compares.
         *
         * @param comparison the node
         * @return what is made of it
         */
        R comparison(Comparison comparison);

        /**
         * The attribute has a value.
         *
         * @param present the node
         * @return what is made of it
         */
        R present(Present present);

        /**
         * One element of the attribute matches the inner filter.
         *
         * @param valuePath the node
         * @return what is made of it
         */
        R valuePath(ValuePath valuePath);
    }

    /**
     * All terms hold; without terms always true.
     *
     * @param terms in the order of the text
     */
    record And(List<Filter> terms) implements Filter {
        /**
         * Copies the list.
         *
         * @param terms see above
         */
        public And {
            terms = List.copyOf(terms);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.and(this);
        }

        @Override
        public String toString() {
            return terms.stream()
                    .map(t -> t instanceof Or || t instanceof And ? "(" + t + ")" : t.toString())
                    .collect(Collectors.joining(" and "));
        }
    }

    /**
     * At least one term holds; without terms never true.
     *
     * @param terms in the order of the text
     */
    record Or(List<Filter> terms) implements Filter {
        /**
         * Copies the list.
         *
         * @param terms see above
         */
        public Or {
            terms = List.copyOf(terms);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.or(this);
        }

        @Override
        public String toString() {
            return terms.stream()
                    .map(t -> t instanceof Or ? "(" + t + ")" : t.toString())
                    .collect(Collectors.joining(" or "));
        }
    }

    /**
     * The term does not hold.
     *
     * @param term what is negated
     */
    record Not(Filter term) implements Filter {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.not(this);
        }

        @Override
        public String toString() {
            return "not (" + term + ")";
        }
    }

    /**
     * Some value of the attribute compares; for {@link CompareOperator#NE}, no value is equal.
     *
     * @param path the attribute
     * @param operator how to compare
     * @param value a JSON string, number, true, false or null; null means unassigned
     */
    record Comparison(AttributePath path, CompareOperator operator, JsonValue value) implements Filter {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.comparison(this);
        }

        @Override
        public String toString() {
            return path + " " + operator.keyword() + " " + value;
        }
    }

    /**
     * The attribute has a value.
     *
     * @param path the attribute
     */
    record Present(AttributePath path) implements Filter {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.present(this);
        }

        @Override
        public String toString() {
            return path + " pr";
        }
    }

    /**
     * One element of the attribute matches the whole inner filter.
     *
     * @param path the attribute, complex and usually multi-valued
     * @param filter its paths are names of sub-attributes
     */
    record ValuePath(AttributePath path, Filter filter) implements Filter {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.valuePath(this);
        }

        @Override
        public String toString() {
            return path + "[" + filter + "]";
        }
    }
}
