package org.roster.scim.mapping;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Converts between a field and an attribute. An attribute's value is a {@link String}, a {@link Boolean}, a {@link Long} or
 * {@link java.math.BigDecimal}, or an {@link java.time.Instant}, as its type wants.
 *
 * @param <F> type of the field
 * @param <A> type of the attribute's value
 */
public sealed interface Converter<F, A> {

    /**
     * The attribute's value.
     *
     * @param field the field's value; empty for null
     * @return empty for no value
     */
    Optional<A> toAttribute(Optional<F> field);

    /**
     * The field's value.
     *
     * @param attribute the attribute's value; empty if it has none
     * @return empty for null
     * @throws IllegalArgumentException if the field cannot take it; what it says is told to the client
     */
    Optional<F> toField(Optional<A> attribute);

    /**
     * A field that is one of two values. Any other value of the field counts as off.
     *
     * @param on the field's value for true
     * @param off the field's value for false
     * @param <F> type of the field
     * @return the converter; filters and sorting work
     */
    static <F> Converter<F, Boolean> flag(F on, F off) {
        return new Flag<>(on, off);
    }

    /**
     * A field that is null as long as the attribute is true, for instance the time since when an account is locked. A field
     * that is set already keeps its value.
     *
     * @param since what the field gets when the attribute becomes false
     * @param <F> type of the field
     * @return the converter; filters and sorting work
     */
    static <F> Converter<F, Boolean> unset(Supplier<F> since) {
        return new Unset<>(since);
    }

    /**
     * A field with a few values, each with a text of its own. Enums whose constants are called like the attribute's values
     * need no converter.
     *
     * @param texts by the field's value; each text once
     * @param <F> type of the field
     * @return the converter; filters work
     */
    static <F> Converter<F, String> texts(Map<F, String> texts) {
        return new Texts<>(texts);
    }

    /**
     * Any conversion. Filters work with {@code eq}, {@code ne} and {@code pr}, if {@code toField} gives one value for all that
     * the attribute takes as equal; the rest is refused, and so is sorting.
     *
     * @param types of the field and of the attribute's value
     * @param toAttribute for a field that is not null
     * @param toField throws {@link IllegalArgumentException} for what the field cannot take
     * @param <F> type of the field
     * @param <A> type of the attribute's value
     * @return the converter
     */
    static <F, A> Converter<F, A> of(Types<F, A> types, Function<F, A> toAttribute, Function<A, F> toField) {
        return new Functions<>(types, toAttribute, toField);
    }

    /**
     * What is converted.
     *
     * @param field type of the field
     * @param attribute type of the attribute's value
     * @param <F> type of the field
     * @param <A> type of the attribute's value
     */
    record Types<F, A>(Class<F> field, Class<A> attribute) {}

    /**
     * See {@link Converter#flag}.
     *
     * @param on see there
     * @param off see there
     * @param <F> type of the field
     */
    record Flag<F>(F on, F off) implements Converter<F, Boolean> {
        @Override
        public Optional<Boolean> toAttribute(Optional<F> field) {
            return field.map(on::equals);
        }

        @Override
        public Optional<F> toField(Optional<Boolean> attribute) {
            return attribute.map(a -> a ? on : off);
        }
    }

    /**
     * See {@link Converter#unset}.
     *
     * @param since see there
     * @param <F> type of the field
     */
    record Unset<F>(Supplier<F> since) implements Converter<F, Boolean> {
        @Override
        public Optional<Boolean> toAttribute(Optional<F> field) {
            return Optional.of(field.isEmpty());
        }

        @Override
        public Optional<F> toField(Optional<Boolean> attribute) {
            return attribute.orElse(true) ? Optional.empty() : Optional.of(since.get());
        }
    }

    /**
     * See {@link Converter#texts}.
     *
     * @param texts see there
     * @param <F> type of the field
     */
    record Texts<F>(Map<F, String> texts) implements Converter<F, String> {

        /**
         * Copies the map.
         *
         * @param texts see above
         */
        public Texts {
            texts = Map.copyOf(texts);
        }

        @Override
        public Optional<String> toAttribute(Optional<F> field) {
            return field.map(texts::get);
        }

        @Override
        public Optional<F> toField(Optional<String> attribute) {
            return attribute.map(text -> texts.entrySet().stream()
                    .filter(e -> e.getValue().equalsIgnoreCase(text))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("must be one of "
                            + String.join(", ", texts.values().stream().sorted().toList()))));
        }
    }

    /**
     * See {@link Converter#of}.
     *
     * @param types see there
     * @param forAttribute see there
     * @param forField see there
     * @param <F> type of the field
     * @param <A> type of the attribute's value
     */
    record Functions<F, A>(Types<F, A> types, Function<F, A> forAttribute, Function<A, F> forField)
            implements Converter<F, A> {
        @Override
        public Optional<A> toAttribute(Optional<F> field) {
            return field.map(forAttribute);
        }

        @Override
        public Optional<F> toField(Optional<A> attribute) {
            return attribute.map(forField);
        }
    }
}
