package org.roster.scim.engine.store.mapped;

import jakarta.json.JsonString;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.roster.scim.filter.CompareOperator;

/**
 * The column with the id of a resource.
 *
 * @param field text, UUID or whole number
 */
record IdColumn(Field field) {

    private static final Map<Class<?>, Function<String, Object>> TYPES = Map.of(
            String.class, text -> text,
            UUID.class, UUID::fromString,
            Long.class, Long::valueOf,
            Integer.class, Integer::valueOf,
            Short.class, Short::valueOf);

    static boolean takes(Class<?> type) {
        return TYPES.containsKey(type);
    }

    /** The column's value; empty if there can be no such resource. */
    Optional<Object> parse(String id) {
        try {
            // One id for each resource: no leading zeros, no other case.
            return Optional.ofNullable(TYPES.get(field.type()))
                    .map(type -> type.apply(id))
                    .filter(value -> value.toString().equals(id));
        } catch (IllegalArgumentException notOfThisType) {
            return Optional.empty();
        }
    }

    /** A filter on the id. */
    Condition compares(Search search, MappedAttribute.Comparand comparand) {
        String sought = ((JsonString) comparand.value()).getString();
        CompareOperator operator = comparand.operator();
        String column = search.from().path(field);
        Operand operand = new Operand(column, column, search.parameters());
        if (operator == CompareOperator.EQ || operator == CompareOperator.NE) {
            return parse(sought)
                    .map(id -> certain(operand.compares(CompareOperator.EQ, id)))
                    .orElse(Condition.NONE);
        }
        if (field.type() != String.class) {
            throw ColumnType.notSearchable("an id can be compared by eq, ne and pr only");
        }
        return certain(
                operator == CompareOperator.CO || operator == CompareOperator.SW || operator == CompareOperator.EW
                        ? operand.like(operator, sought)
                        : operand.compares(operator, sought));
    }

    private static Condition certain(Condition neverNull) {
        return Condition.certain(neverNull.text());
    }

    SortKey sortKey(String column) {
        return new SortKey(
                column,
                Object::toString,
                text -> parse(text).orElseThrow(() -> new IllegalArgumentException("no id: " + text)),
                false);
    }
}
