package org.roster.scim.engine.store.mapped;

import jakarta.json.JsonValue;
import java.util.Optional;
import org.roster.scim.filter.CompareOperator;

/** A truth value in a column of truth values. */
record BooleanType() implements ColumnType {

    @Override
    public Optional<JsonValue> json(Optional<Object> column) {
        return column.map(value -> value.equals(true) ? JsonValue.TRUE : JsonValue.FALSE);
    }

    @Override
    public Optional<Object> column(Optional<JsonValue> json) {
        return json.map(JsonValue.TRUE::equals);
    }

    @Override
    public Condition compares(Operand operand, CompareOperator operator, JsonValue value) {
        return operand.compares(CompareOperator.EQ, JsonValue.TRUE.equals(value));
    }

    @Override
    public Optional<SortKey> sortKey(Operand operand) {
        return Optional.of(new SortKey(operand.key(), Object::toString, Boolean::valueOf, false));
    }
}
