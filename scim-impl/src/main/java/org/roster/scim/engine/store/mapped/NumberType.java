package org.roster.scim.engine.store.mapped;

import jakarta.json.JsonNumber;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.roster.scim.filter.CompareOperator;

/**
 * A number.
 *
 * @param type of the field
 */
record NumberType(Class<?> type) implements ColumnType {

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final Map<Class<?>, Function<BigDecimal, Object>> EXACT = Map.of(
            Byte.class, BigDecimal::byteValueExact,
            Short.class, BigDecimal::shortValueExact,
            Integer.class, BigDecimal::intValueExact,
            Long.class, BigDecimal::longValueExact,
            BigInteger.class, BigDecimal::toBigIntegerExact);
    private static final Set<Class<?>> FRACTIONS = Set.of(BigDecimal.class, Double.class, Float.class);

    static boolean takesWhole(Class<?> type) {
        return EXACT.containsKey(type);
    }

    static boolean takesFractions(Class<?> type) {
        return FRACTIONS.contains(type);
    }

    @Override
    public Optional<JsonValue> json(Optional<Object> column) {
        return column.map(value -> JSON.createValue(exact(value)));
    }

    private static BigDecimal exact(Object value) {
        return new BigDecimal(value.toString());
    }

    /** A value of the field's type that is as near as may be. */
    private Object near(BigDecimal number) {
        if (type == BigDecimal.class) {
            return number;
        }
        if (type == Double.class) {
            return number.doubleValue();
        }
        return type == Float.class
                ? (Object) number.floatValue()
                : Objects.requireNonNull(EXACT.get(type)).apply(number);
    }

    @Override
    public Optional<Object> column(Optional<JsonValue> json) {
        try {
            return json.map(value -> near(((JsonNumber) value).bigDecimalValue()));
        } catch (ArithmeticException tooLarge) {
            throw new IllegalArgumentException("the number is too large to be kept", tooLarge);
        }
    }

    @Override
    public Condition compares(Operand operand, CompareOperator operator, JsonValue value) {
        if (!(value instanceof JsonNumber number)) {
            return Condition.NONE;
        }
        BigDecimal sought = number.bigDecimalValue();
        Object near;
        try {
            near = near(sought);
        } catch (ArithmeticException outOfRange) {
            return beyond(operand, operator, sought.signum());
        }
        if ((near instanceof Double d && d.isInfinite()) || (near instanceof Float f && f.isInfinite())) {
            return beyond(operand, operator, sought.signum());
        }
        int off = exact(near).compareTo(sought);
        if (off == 0) {
            return operand.compares(operator, near);
        }
        // Between two values that the column can have: which is the near one decides.
        return switch (operator) {
            case GT, GE -> operand.compares(off > 0 ? CompareOperator.GE : CompareOperator.GT, near);
            case LT, LE -> operand.compares(off > 0 ? CompareOperator.LT : CompareOperator.LE, near);
            default -> Condition.NONE;
        };
    }

    /** All values are on one side of a number that the column cannot have. */
    private static Condition beyond(Operand operand, CompareOperator operator, int sign) {
        boolean all = switch (operator) {
            case GT, GE -> sign < 0;
            case LT, LE -> sign > 0;
            default -> false;
        };
        return all ? Condition.present(operand.column()) : Condition.NONE;
    }

    @Override
    public Optional<SortKey> sortKey(Operand operand) {
        return Optional.of(new SortKey(operand.key(), Object::toString, text -> near(new BigDecimal(text)), false));
    }
}
