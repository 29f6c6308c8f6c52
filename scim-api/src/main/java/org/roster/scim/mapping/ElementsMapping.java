package org.roster.scim.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A multi-valued attribute on a collection of the entity: of basic values, of embeddables, or of child entities.
 *
 * @param attribute its path
 * @param field the collection
 * @param subAttributes on fields of an element, or constant; empty for a collection of basic values
 * @param owner field of a child entity that points back; empty to find it by its type
 * @param readOnly whether SCIM must not write it
 */
public record ElementsMapping(
        String attribute, String field, List<AttributeMapping> subAttributes, Optional<String> owner, boolean readOnly)
        implements AttributeMapping {

    /**
     * Copies the list.
     *
     * @param attribute see above
     * @param field see above
     * @param subAttributes see above
     * @param owner see above
     * @param readOnly see above
     */
    public ElementsMapping {
        subAttributes = List.copyOf(subAttributes);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.elements(this);
    }

    /** Collects the sub-attributes. Not thread-safe. */
    public static final class Builder {
        private final String attribute;
        private final String field;
        private final List<AttributeMapping> subAttributes = new ArrayList<>();
        private @Nullable String owner;
        private boolean readOnly;

        Builder(String attribute, String field) {
            this.attribute = attribute;
            this.field = field;
        }

        /**
         * Adds a sub-attribute.
         *
         * @param name for instance {@code value}
         * @param elementField field of an element
         * @return this
         */
        public Builder attribute(String name, String elementField) {
            return attribute(name, elementField, options -> options);
        }

        /**
         * Adds a sub-attribute.
         *
         * @param name for instance {@code value}
         * @param elementField field of an element
         * @param options says more about the column
         * @return this
         */
        public Builder attribute(
                String name, String elementField, UnaryOperator<ColumnMapping.Builder<Object>> options) {
            subAttributes.add(options.apply(new ColumnMapping.Builder<>(name, elementField))
                    .build());
            return this;
        }

        /**
         * Adds a sub-attribute that is the same in each element.
         *
         * @param name for instance {@code type}
         * @param value text, truth value or number
         * @return this
         */
        public Builder constant(String name, Object value) {
            subAttributes.add(new ConstantMapping(name, value));
            return this;
        }

        /**
         * Names the field of a child entity that points back, where there are several of the entity's type.
         *
         * @param value default the only one
         * @return this
         */
        public Builder owner(String value) {
            owner = value;
            return this;
        }

        /**
         * Shows the elements, and never writes them.
         *
         * @return this
         */
        public Builder readOnly() {
            readOnly = true;
            return this;
        }

        ElementsMapping build() {
            return new ElementsMapping(attribute, field, subAttributes, Optional.ofNullable(owner), readOnly);
        }
    }
}
