package org.roster.scim.mapping;

/** How one attribute of a resource lies on an entity. A closed set: whoever reads a mapping handles each kind. */
public sealed interface AttributeMapping
        permits ColumnMapping, ComputedMapping, ConstantMapping, ElementsMapping, FixedColumnsMapping, KeyedMapping {

    /**
     * The attribute.
     *
     * @return its path, for instance {@code name.givenName}, with the URI in front where an extension has it; inside of a
     *     multi-valued attribute the name of a sub-attribute
     */
    String attribute();

    /**
     * Calls the method for the kind of this mapping.
     *
     * @param visitor has a method for each kind
     * @param <R> what they return
     * @return what the method returned
     */
    <R> R accept(Visitor<R> visitor);

    /**
     * Does something with each kind of mapping.
     *
     * @param <R> what comes out
     */
    interface Visitor<R> {

        /**
         * An attribute on a field.
         *
         * @param mapping the mapping
         * @return what comes out
         */
        R column(ColumnMapping mapping);

        /**
         * An attribute that is computed from fields.
         *
         * @param mapping the mapping
         * @return what comes out
         */
        R computed(ComputedMapping mapping);

        /**
         * An attribute that is always the same.
         *
         * @param mapping the mapping
         * @return what comes out
         */
        R constant(ConstantMapping mapping);

        /**
         * A multi-valued attribute on a fixed set of columns.
         *
         * @param mapping the mapping
         * @return what comes out
         */
        R fixedColumns(FixedColumnsMapping mapping);

        /**
         * A multi-valued attribute on a collection.
         *
         * @param mapping the mapping
         * @return what comes out
         */
        R elements(ElementsMapping mapping);

        /**
         * An attribute on a row of a key-value table.
         *
         * @param mapping the mapping
         * @return what comes out
         */
        R keyed(KeyedMapping mapping);
    }
}
