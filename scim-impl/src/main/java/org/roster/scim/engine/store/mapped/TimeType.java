package org.roster.scim.engine.store.mapped;

import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import org.roster.scim.filter.CompareOperator;
import org.roster.scim.schema.DateTimes;

/**
 * A point in time. Answers have milliseconds and columns may be finer; a filter compares what answers show.
 *
 * @param type of the field; a time without a zone is in UTC
 */
@SuppressWarnings("JavaUtilDate") // products have it
record TimeType(Class<?> type) implements ColumnType {

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final Set<Class<?>> TYPES =
            Set.of(Instant.class, Date.class, OffsetDateTime.class, LocalDateTime.class);

    static boolean takes(Class<?> type) {
        return TYPES.contains(type);
    }

    static Instant instant(Object column) {
        if (column instanceof Date date) {
            return Instant.ofEpochMilli(date.getTime());
        }
        return column instanceof OffsetDateTime offset
                ? offset.toInstant()
                : column instanceof LocalDateTime local ? local.toInstant(ZoneOffset.UTC) : (Instant) column;
    }

    Object column(Instant instant) {
        if (type == Date.class) {
            return Date.from(instant);
        }
        return type == OffsetDateTime.class
                ? instant.atOffset(ZoneOffset.UTC)
                : type == LocalDateTime.class ? LocalDateTime.ofInstant(instant, ZoneOffset.UTC) : instant;
    }

    @Override
    public Optional<JsonValue> json(Optional<Object> column) {
        return column.map(value -> JSON.createValue(DateTimes.wire(instant(value))));
    }

    @Override
    public Optional<Object> column(Optional<JsonValue> json) {
        return json.flatMap(value -> DateTimes.parse(((JsonString) value).getString()))
                .map(instant -> column(instant.truncatedTo(ChronoUnit.MILLIS)));
    }

    @Override
    public Condition compares(Operand operand, CompareOperator operator, JsonValue value) {
        Optional<Instant> sought =
                value instanceof JsonString text ? DateTimes.parse(text.getString()) : Optional.empty();
        return sought.map(instant -> compares(operand, operator, instant)).orElse(Condition.NONE);
    }

    private Condition compares(Operand operand, CompareOperator operator, Instant sought) {
        Instant floor = sought.truncatedTo(ChronoUnit.MILLIS);
        Instant next = floor.plusMillis(1);
        Instant ceiling = floor.equals(sought) ? floor : next;
        return switch (operator) {
            case GT -> operand.compares(CompareOperator.GE, column(next));
            case GE -> operand.compares(CompareOperator.GE, column(ceiling));
            case LT -> operand.compares(CompareOperator.LT, column(ceiling));
            case LE -> operand.compares(CompareOperator.LT, column(next));
            default ->
                floor.equals(sought)
                        ? operand.compares(CompareOperator.GE, column(floor))
                                .and(operand.compares(CompareOperator.LT, column(next)))
                        : Condition.NONE;
        };
    }

    @Override
    public Optional<SortKey> sortKey(Operand operand) {
        return Optional.of(new SortKey(
                operand.key(), value -> instant(value).toString(), text -> column(Instant.parse(text)), false));
    }
}
