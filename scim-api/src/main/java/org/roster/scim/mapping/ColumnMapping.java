package org.roster.scim.mapping;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An attribute on a field of the entity, of an embedded object, or of a joined entity. A write does not change the joined
 * entity: it looks for the one that has the value, and makes it if it may.
 *
 * @param attribute its path
 * @param field name of a persistent attribute; with dots, where it is embedded or joined
 * @param converter between field and attribute; empty if their types fit
 * @param folded field that holds the value folded ({@link org.roster.scim.schema.ComparisonKey}); filters and sorting use it
 * @param collated whether the database compares the column without case by itself
 * @param readOnly whether SCIM must not write it
 * @param writer method of the entity that writes the field; empty for the setter, or the field itself
 * @param maker makes the joined entity that has a value, where there is none; empty if an unknown value is refused
 */
public record ColumnMapping(
        String attribute,
        String field,
        Optional<Converter<?, ?>> converter,
        Optional<String> folded,
        boolean collated,
        boolean readOnly,
        Optional<BiConsumer<Object, @Nullable Object>> writer,
        Optional<Function<Object, Object>> maker)
        implements AttributeMapping {

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.column(this);
    }

    /**
     * Says more about an attribute on a field. Not thread-safe.
     *
     * @param <E> the entity
     */
    public static final class Builder<E> {
        private final String attribute;
        private final String field;
        private @Nullable Converter<?, ?> converter;
        private @Nullable String folded;
        private boolean collated;
        private boolean readOnly;
        private @Nullable BiConsumer<Object, @Nullable Object> writer;
        private @Nullable Function<Object, Object> maker;

        Builder(String attribute, String field) {
            this.attribute = attribute;
            this.field = field;
        }

        /**
         * Converts between field and attribute.
         *
         * @param value default none
         * @return this
         */
        public Builder<E> converter(Converter<?, ?> value) {
            converter = value;
            return this;
        }

        /**
         * Names a field that holds the value folded, so that filters without case find an index. It is written with the value.
         *
         * @param other a field with text
         * @return this
         */
        public Builder<E> folded(String other) {
            folded = other;
            return this;
        }

        /**
         * Says that the column has a collation without case, so that filters compare it as it is.
         *
         * @return this
         */
        public Builder<E> collated() {
            collated = true;
            return this;
        }

        /**
         * Shows the value, and never writes it.
         *
         * @return this
         */
        public Builder<E> readOnly() {
            readOnly = true;
            return this;
        }

        /**
         * Writes by a method of the entity, for one that has behaviour instead of setters.
         *
         * @param method takes the value of the field; null where the attribute is removed
         * @param <V> type of the field
         * @return this
         */
        @SuppressWarnings("unchecked") // the field's type is checked at deployment, and the entity is one of E
        public <V extends @Nullable Object> Builder<E> writtenBy(BiConsumer<? super E, V> method) {
            writer = (entity, value) -> method.accept((E) entity, (V) value);
            return this;
        }

        /**
         * Makes the joined entity that has a value, where there is none yet. Without it such a value is refused with 400.
         *
         * @param method makes an entity of a value of the field; the store persists it
         * @param <V> type of the field
         * @return this
         */
        @SuppressWarnings("unchecked") // the field's type is checked at deployment
        public <V> Builder<E> madeBy(Function<V, ?> method) {
            maker = value -> method.apply((V) value);
            return this;
        }

        ColumnMapping build() {
            return new ColumnMapping(
                    attribute,
                    field,
                    Optional.ofNullable(converter),
                    Optional.ofNullable(folded),
                    collated,
                    readOnly,
                    Optional.ofNullable(writer),
                    Optional.ofNullable(maker));
        }
    }
}
