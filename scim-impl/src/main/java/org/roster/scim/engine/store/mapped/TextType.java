package org.roster.scim.engine.store.mapped;

import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.Optional;
import org.roster.scim.filter.CompareOperator;
import org.roster.scim.schema.Attribute;
import org.roster.scim.schema.AttributeType;
import org.roster.scim.schema.ComparisonKey;

/**
 * Text. Where case does not matter the sought text is folded, and the column is expected to be so or is lower-cased.
 *
 * @param attribute says whether case matters
 * @param collated whether the database compares the column without case by itself
 */
record TextType(Attribute attribute, boolean collated) implements ColumnType {

    private static final JsonProvider JSON = JsonProvider.provider();

    @Override
    public Optional<JsonValue> json(Optional<Object> column) {
        return column.map(value -> JSON.createValue(value.toString()));
    }

    @Override
    public Optional<Object> column(Optional<JsonValue> json) {
        return json.map(value -> ((JsonString) value).getString());
    }

    @Override
    public Condition compares(Operand operand, CompareOperator operator, JsonValue value) {
        if (!(value instanceof JsonString string)) {
            return Condition.NONE;
        }
        if (attribute.type() == AttributeType.BINARY) {
            throw ColumnType.notSearchable("\"" + attribute.name() + "\" is not searchable");
        }
        String text = collated ? string.getString() : ComparisonKey.ofText(attribute, string.getString());
        return switch (operator) {
            case CO, SW, EW -> text.isEmpty() ? Condition.present(operand.column()) : operand.like(operator, text);
            default -> operand.compares(operator, text);
        };
    }

    /** A cursor has the beginning of a long text, so that is what counts by cursor. */
    @Override
    public Optional<SortKey> sortKey(Operand operand) {
        return attribute.type() == AttributeType.BINARY
                ? Optional.empty()
                : Optional.of(new SortKey(operand.key(), Object::toString, text -> text, true));
    }
}
