package org.roster.scim.engine.store.mapped;

import jakarta.json.JsonValue;
import java.util.Optional;
import org.roster.scim.filter.CompareOperator;

/**
 * A truth value that is one of two values of a column; any other counts as false.
 *
 * @param on the column's value for true
 * @param off the column's value for false
 */
record FlagType(Object on, Object off) implements ColumnType {

    @Override
    public Optional<JsonValue> json(Optional<Object> column) {
        return column.map(value -> value.equals(on) ? JsonValue.TRUE : JsonValue.FALSE);
    }

    @Override
    public Optional<Object> column(Optional<JsonValue> json) {
        return json.map(value -> value.equals(JsonValue.TRUE) ? on : off);
    }

    @Override
    public Condition compares(Operand operand, CompareOperator operator, JsonValue value) {
        Condition isOn = operand.compares(CompareOperator.EQ, on);
        return value.equals(JsonValue.TRUE)
                ? isOn
                : Condition.present(operand.column()).and(isOn.not());
    }

    /** False before true, whatever the column's values are. */
    @Override
    public Optional<SortKey> sortKey(Operand operand) {
        String column = operand.column();
        String number = "nullif(case when " + column + " = "
                + operand.parameters().add(on) + " then 1 when " + column + " is not null then 0 else 2 end, 2)";
        return Optional.of(new SortKey(number, Object::toString, Integer::valueOf, false));
    }
}
