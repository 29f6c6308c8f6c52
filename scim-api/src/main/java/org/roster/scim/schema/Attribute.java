package org.roster.scim.schema;

import java.util.List;
import java.util.Optional;

/**
 * The definition of an attribute: its name and its characteristics. Immutable. Absent characteristics have the defaults
 * of RFC 7643 §2.2.
 *
 * @param name the canonical name
 * @param type the data type; of each value, where the attribute is multi-valued
 * @param multiValued whether the attribute is a JSON array
 * @param description for people; may be empty
 * @param required whether a resource is invalid without it
 * @param canonicalValues suggested values; others are accepted; empty where there is no suggestion
 * @param caseExact whether case matters when values are compared
 * @param mutability when a client may write it
 * @param returned when it is part of an answer
 * @param uniqueness how far values must be unique
 * @param referenceTypes names of resource types, {@code external} or {@code uri}; empty for other types than reference
 * @param subAttributes what a complex attribute consists of; empty for other types
 * @param format what form a text must have; for other types {@link Format#ANY}
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7643#section-7">RFC 7643 §7</a>
 */
public record Attribute(
        String name,
        AttributeType type,
        boolean multiValued,
        String description,
        boolean required,
        List<String> canonicalValues,
        boolean caseExact,
        Mutability mutability,
        Returned returned,
        Uniqueness uniqueness,
        List<String> referenceTypes,
        List<Attribute> subAttributes,
        Format format) {

    /**
     * Copies the lists.
     *
     * @param name see above
     * @param type see above
     * @param multiValued see above
     * @param description see above
     * @param required see above
     * @param canonicalValues see above
     * @param caseExact see above
     * @param mutability see above
     * @param returned see above
     * @param uniqueness see above
     * @param referenceTypes see above
     * @param subAttributes see above
     * @param format see above
     */
    public Attribute {
        canonicalValues = List.copyOf(canonicalValues);
        referenceTypes = List.copyOf(referenceTypes);
        subAttributes = List.copyOf(subAttributes);
    }

    /**
     * Begins a definition with the defaults of RFC 7643 §2.2.
     *
     * @param name the canonical name
     * @return a builder
     */
    public static Builder named(String name) {
        return new Builder(name);
    }

    /**
     * Begins a definition with the characteristics of this one.
     *
     * @return a builder
     */
    public Builder toBuilder() {
        return new Builder(name)
                .type(type)
                .multiValued(multiValued)
                .description(description)
                .required(required)
                .canonicalValues(canonicalValues)
                .caseExact(caseExact)
                .mutability(mutability)
                .returned(returned)
                .uniqueness(uniqueness)
                .referenceTypes(referenceTypes)
                .subAttributes(subAttributes)
                .format(format);
    }

    /**
     * Whether values are objects.
     *
     * @return true for type complex
     */
    public boolean complex() {
        return type == AttributeType.COMPLEX;
    }

    /**
     * Finds a sub-attribute.
     *
     * @param subName its name, in any case
     * @return empty if there is none
     */
    public Optional<Attribute> subAttribute(String subName) {
        for (Attribute sub : subAttributes) {
            if (sub.name.equalsIgnoreCase(subName)) {
                return Optional.of(sub);
            }
        }
        return Optional.empty();
    }

    /** Collects the characteristics of an attribute. Not thread-safe. */
    public static final class Builder {
        private final String name;
        private AttributeType type = AttributeType.STRING;
        private boolean multiValued;
        private String description = "";
        private boolean required;
        private List<String> canonicalValues = List.of();
        private boolean caseExact;
        private Mutability mutability = Mutability.READ_WRITE;
        private Returned returned = Returned.DEFAULT;
        private Uniqueness uniqueness = Uniqueness.NONE;
        private List<String> referenceTypes = List.of();
        private List<Attribute> subAttributes = List.of();
        private Format format = Format.ANY;

        private Builder(String name) {
            this.name = name;
        }

        /**
         * Sets the data type.
         *
         * @param value default string
         * @return this
         */
        public Builder type(AttributeType value) {
            type = value;
            return this;
        }

        /**
         * Makes it a JSON array.
         *
         * @param value default false
         * @return this
         */
        public Builder multiValued(boolean value) {
            multiValued = value;
            return this;
        }

        /**
         * Sets the text for people.
         *
         * @param value default empty
         * @return this
         */
        public Builder description(String value) {
            description = value;
            return this;
        }

        /**
         * Makes it required.
         *
         * @param value default false
         * @return this
         */
        public Builder required(boolean value) {
            required = value;
            return this;
        }

        /**
         * Suggests values.
         *
         * @param values default none
         * @return this
         */
        public Builder canonicalValues(List<String> values) {
            canonicalValues = values;
            return this;
        }

        /**
         * Makes case matter.
         *
         * @param value default false
         * @return this
         */
        public Builder caseExact(boolean value) {
            caseExact = value;
            return this;
        }

        /**
         * Sets when a client may write it.
         *
         * @param value default readWrite
         * @return this
         */
        public Builder mutability(Mutability value) {
            mutability = value;
            return this;
        }

        /**
         * Sets when it is part of an answer.
         *
         * @param value default default
         * @return this
         */
        public Builder returned(Returned value) {
            returned = value;
            return this;
        }

        /**
         * Sets how far values must be unique.
         *
         * @param value default none
         * @return this
         */
        public Builder uniqueness(Uniqueness value) {
            uniqueness = value;
            return this;
        }

        /**
         * Sets what a reference may point to.
         *
         * @param values default none
         * @return this
         */
        public Builder referenceTypes(List<String> values) {
            referenceTypes = values;
            return this;
        }

        /**
         * Sets what a complex attribute consists of.
         *
         * @param values default none
         * @return this
         */
        public Builder subAttributes(List<Attribute> values) {
            subAttributes = values;
            return this;
        }

        /**
         * Sets the form of a text.
         *
         * @param value default any
         * @return this
         */
        public Builder format(Format value) {
            format = value;
            return this;
        }

        /**
         * Ends the definition.
         *
         * @return the attribute
         */
        public Attribute build() {
            return new Attribute(
                    name,
                    type,
                    multiValued,
                    description,
                    required,
                    canonicalValues,
                    caseExact,
                    mutability,
                    returned,
                    uniqueness,
                    referenceTypes,
                    subAttributes,
                    format);
        }
    }
}
