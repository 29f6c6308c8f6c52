package org.roster.scim.engine.store.mapped;

import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.function.Supplier;
import org.roster.scim.filter.CompareOperator;

/**
 * A truth value that is true as long as a column is null.
 *
 * @param since what the column gets when it becomes false
 */
record UnsetType(Supplier<?> since) implements ColumnType {

    @Override
    public Optional<JsonValue> json(Optional<Object> column) {
        return Optional.of(column.isEmpty() ? JsonValue.TRUE : JsonValue.FALSE);
    }

    @Override
    public Optional<Object> column(Optional<JsonValue> json) {
        return json.filter(JsonValue.FALSE::equals).map(value -> since.get());
    }

    @Override
    public Condition present(Operand operand) {
        return Condition.ALL;
    }

    @Override
    public Condition compares(Operand operand, CompareOperator operator, JsonValue value) {
        Condition set = Condition.present(operand.column());
        return value.equals(JsonValue.TRUE) ? set.not() : set;
    }
}
