package org.roster.scim.engine.store.mapped;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.roster.scim.mapping.ColumnMapping;
import org.roster.scim.mapping.Converter;
import org.roster.scim.schema.Attribute;
import org.roster.scim.schema.AttributeType;

/** Finds how a field and an attribute go together. */
final class ColumnTypes {

    private ColumnTypes() {}

    /**
     * How they go together.
     *
     * @param attribute the attribute or sub-attribute
     * @param field type of the field
     * @param mapping may say it
     * @param at where to tell that they do not
     */
    static Optional<ColumnType> of(Attribute attribute, Class<?> field, ColumnMapping mapping, Mistakes.At at) {
        return mapping.converter().isPresent()
                ? converted(attribute, field, mapping.converter().get(), at)
                : direct(attribute, field, mapping.collated(), at);
    }

    /** How they go together without a converter. */
    static Optional<ColumnType> direct(Attribute attribute, Class<?> field, boolean collated, Mistakes.At at) {
        Optional<ColumnType> type = switch (attribute.type()) {
            case STRING, REFERENCE -> text(attribute, field, collated);
            case BINARY -> text(attribute, field, false).filter(t -> field == String.class);
            case BOOLEAN -> field == Boolean.class ? Optional.of(new BooleanType()) : Optional.empty();
            case INTEGER -> NumberType.takesWhole(field) ? Optional.of(new NumberType(field)) : Optional.empty();
            case DECIMAL ->
                NumberType.takesWhole(field) || NumberType.takesFractions(field)
                        ? Optional.of(new NumberType(field))
                        : Optional.empty();
            case DATE_TIME -> TimeType.takes(field) ? Optional.of(new TimeType(field)) : Optional.empty();
            case COMPLEX -> Optional.empty();
        };
        if (type.isEmpty()) {
            at.add("the attribute is of type " + attribute.type().keyword() + " and the field of type "
                    + field.getSimpleName() + "; " + remedy(attribute));
        }
        return type;
    }

    private static String remedy(Attribute attribute) {
        return attribute.type() == AttributeType.BOOLEAN
                ? "say which values mean true and false, for instance by Converter.flag(on, off)"
                : "convert it by a Converter, or map another field";
    }

    private static Optional<ColumnType> text(Attribute attribute, Class<?> field, boolean collated) {
        if (field == String.class) {
            return Optional.of(new TextType(attribute, collated));
        }
        if (!field.isEnum()) {
            return Optional.empty();
        }
        Map<Object, String> names = new HashMap<>();
        for (Object constant : field.getEnumConstants()) {
            names.put(constant, ((Enum<?>) constant).name());
        }
        return Optional.of(new ChoiceType(attribute, names));
    }

    private static Optional<ColumnType> converted(
            Attribute attribute, Class<?> field, Converter<?, ?> converter, Mistakes.At at) {
        Attempt attempt = new Attempt(attribute, field, at);
        if (converter instanceof Converter.Flag<?> flag) {
            return attempt.truth() && attempt.holds(flag.on()) && attempt.holds(flag.off())
                    ? Optional.of(new FlagType(flag.on(), flag.off()))
                    : Optional.empty();
        }
        if (converter instanceof Converter.Unset<?> unset) {
            return attempt.truth() ? Optional.of(new UnsetType(unset.since())) : Optional.empty();
        }
        if (converter instanceof Converter.Texts<?> texts) {
            return texts.texts().keySet().stream().allMatch(attempt::holds)
                    ? Optional.of(new ChoiceType(attribute, new HashMap<>(texts.texts())))
                    : Optional.empty();
        }
        @SuppressWarnings("unchecked") // the type of the field is checked below
        Converter.Functions<Object, Object> functions = (Converter.Functions<Object, Object>) converter;
        Class<?> wanted = Boxed.of(functions.types().field());
        if (wanted != field) {
            at.add("the converter takes " + wanted.getSimpleName() + " and the field is of type "
                    + field.getSimpleName() + "; let the converter take that");
            return Optional.empty();
        }
        return Optional.of(new ConvertedType(attribute, functions));
    }

    /** Whether a converter fits. */
    private record Attempt(Attribute attribute, Class<?> field, Mistakes.At at) {

        boolean truth() {
            if (attribute.type() != AttributeType.BOOLEAN) {
                at.add("the converter gives a truth value and the attribute is of type "
                        + attribute.type().keyword() + "; choose another converter");
            }
            return attribute.type() == AttributeType.BOOLEAN;
        }

        boolean holds(Object value) {
            if (!field.isInstance(value)) {
                at.add("the converter has the value " + value + " and the field is of type " + field.getSimpleName()
                        + "; give it values of that type");
            }
            return field.isInstance(value);
        }
    }
}
