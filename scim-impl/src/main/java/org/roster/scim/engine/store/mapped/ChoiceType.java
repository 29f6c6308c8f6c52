package org.roster.scim.engine.store.mapped;

import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.roster.scim.filter.CompareOperator;
import org.roster.scim.schema.Attribute;
import org.roster.scim.schema.ComparisonKey;

/**
 * A column with a few values, each with a text: an enum, or what a converter says. Which of them compare is known before the
 * database is asked.
 *
 * @param attribute says whether case matters
 * @param texts by the column's value
 */
record ChoiceType(Attribute attribute, Map<Object, String> texts) implements ColumnType {

    private static final JsonProvider JSON = JsonProvider.provider();

    @Override
    public Optional<JsonValue> json(Optional<Object> column) {
        return column.map(texts::get).map(JSON::createValue);
    }

    @Override
    public Optional<Object> column(Optional<JsonValue> json) {
        return json.map(value -> {
            String sought = ComparisonKey.ofText(attribute, ((JsonString) value).getString());
            return values(CompareOperator.EQ, sought).stream()
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "must be one of " + texts.values().stream().sorted().collect(Collectors.joining(", "))));
        });
    }

    private List<Object> values(CompareOperator operator, String sought) {
        return new TreeMap<>(
                        texts.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey)))
                .entrySet().stream()
                        .filter(e -> operator.holds(ComparisonKey.ofText(attribute, e.getKey()), sought))
                        .map(Map.Entry::getValue)
                        .toList();
    }

    @Override
    public Condition present(Operand operand) {
        return in(operand, List.copyOf(texts.keySet()));
    }

    @Override
    public Condition compares(Operand operand, CompareOperator operator, JsonValue value) {
        return value instanceof JsonString text
                ? in(operand, values(operator, ComparisonKey.ofText(attribute, text.getString())))
                : Condition.NONE;
    }

    private static Condition in(Operand operand, List<Object> values) {
        return values.isEmpty()
                ? Condition.NONE
                : Condition.on(
                        operand.column(),
                        values.stream()
                                .map(v -> operand.column() + " = "
                                        + operand.parameters().add(v))
                                .collect(Collectors.joining(" or ", "(", ")")));
    }
}
