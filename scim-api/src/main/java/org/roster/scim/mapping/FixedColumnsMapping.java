package org.roster.scim.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A multi-valued attribute whose elements are columns: there is at most one element of each {@code type}, and no other. The
 * first one is the primary one.
 *
 * @param attribute its path
 * @param elements in the order in which they are shown
 */
public record FixedColumnsMapping(String attribute, List<Element> elements) implements AttributeMapping {

    /**
     * One element.
     *
     * @param type its {@code type}
     * @param subAttributes its other sub-attributes, on columns; the element is there if one of them has a value
     */
    public record Element(String type, List<ColumnMapping> subAttributes) {

        /**
         * Copies the list.
         *
         * @param type see above
         * @param subAttributes see above
         */
        public Element {
            subAttributes = List.copyOf(subAttributes);
        }
    }

    /**
     * Copies the list.
     *
     * @param attribute see above
     * @param elements see above
     */
    public FixedColumnsMapping {
        elements = List.copyOf(elements);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.fixedColumns(this);
    }

    /**
     * Collects the elements. Not thread-safe.
     *
     * @param <E> the entity
     */
    public static final class Builder<E> {
        private final String attribute;
        private final List<Element> elements = new ArrayList<>();

        Builder(String attribute) {
            this.attribute = attribute;
        }

        /**
         * Adds an element that has a {@code value}.
         *
         * @param type its {@code type}
         * @param field field with its {@code value}
         * @return this
         */
        public Builder<E> column(String type, String field) {
            return column(type, field, options -> options);
        }

        /**
         * Adds an element that has a {@code value}.
         *
         * @param type its {@code type}
         * @param field field with its {@code value}
         * @param options says more about the column
         * @return this
         */
        public Builder<E> column(String type, String field, UnaryOperator<ColumnMapping.Builder<E>> options) {
            return element(type, e -> e.attribute("value", field, options));
        }

        /**
         * Adds an element that has several sub-attributes, for instance an address.
         *
         * @param type its {@code type}
         * @param columns adds the sub-attributes
         * @return this
         */
        public Builder<E> element(String type, UnaryOperator<ElementBuilder<E>> columns) {
            elements.add(new Element(type, columns.apply(new ElementBuilder<>()).columns));
            return this;
        }

        FixedColumnsMapping build() {
            return new FixedColumnsMapping(attribute, elements);
        }
    }

    /**
     * Collects the sub-attributes of an element. Not thread-safe.
     *
     * @param <E> the entity
     */
    public static final class ElementBuilder<E> {
        private final List<ColumnMapping> columns = new ArrayList<>();

        private ElementBuilder() {}

        /**
         * Adds a sub-attribute.
         *
         * @param name for instance {@code streetAddress}
         * @param field field of the entity
         * @return this
         */
        public ElementBuilder<E> attribute(String name, String field) {
            return attribute(name, field, options -> options);
        }

        /**
         * Adds a sub-attribute.
         *
         * @param name for instance {@code streetAddress}
         * @param field field of the entity
         * @param options says more about the column
         * @return this
         */
        public ElementBuilder<E> attribute(String name, String field, UnaryOperator<ColumnMapping.Builder<E>> options) {
            columns.add(options.apply(new ColumnMapping.Builder<>(name, field)).build());
            return this;
        }
    }
}
