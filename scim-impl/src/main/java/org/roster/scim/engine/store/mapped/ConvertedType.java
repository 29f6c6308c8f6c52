package org.roster.scim.engine.store.mapped;

import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.Optional;
import org.roster.scim.filter.CompareOperator;
import org.roster.scim.mapping.Converter;
import org.roster.scim.schema.Attribute;
import org.roster.scim.schema.AttributeType;
import org.roster.scim.schema.DateTimes;

/**
 * A column that a function of the product converts. Only equality can be asked of it.
 *
 * @param attribute the attribute
 * @param converter the product's
 */
record ConvertedType(Attribute attribute, Converter.Functions<Object, Object> converter) implements ColumnType {

    @Override
    public Optional<JsonValue> json(Optional<Object> column) {
        return converter.toAttribute(column).flatMap(JsonValues::of);
    }

    @Override
    public Optional<Object> column(Optional<JsonValue> json) {
        return converter.toField(json.map(this::plain));
    }

    private Object plain(JsonValue value) {
        if (value instanceof JsonNumber number) {
            return attribute.type() == AttributeType.INTEGER
                    ? (Object) number.longValueExact()
                    : number.bigDecimalValue();
        }
        if (!(value instanceof JsonString text)) {
            return value.equals(JsonValue.TRUE);
        }
        Optional<Instant> time =
                attribute.type() == AttributeType.DATE_TIME ? DateTimes.parse(text.getString()) : Optional.empty();
        return time.isPresent() ? time.get() : text.getString();
    }

    @Override
    public Condition compares(Operand operand, CompareOperator operator, JsonValue value) {
        if (operator != CompareOperator.EQ && operator != CompareOperator.NE) {
            throw ColumnType.notSearchable("\"" + attribute.name() + "\" can be compared by eq, ne and pr only");
        }
        try {
            return column(Optional.of(value))
                    .map(v -> Condition.on(
                            operand.column(),
                            operand.column() + " = " + operand.parameters().add(v)))
                    .orElse(Condition.NONE);
        } catch (IllegalArgumentException | ArithmeticException noSuchValue) {
            return Condition.NONE;
        }
    }
}
