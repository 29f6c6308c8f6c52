package org.roster.scim.engine.store.jpa;

import java.time.Instant;
import org.roster.scim.engine.database.LikePattern;
import org.roster.scim.engine.database.Parameters;
import org.roster.scim.filter.CompareOperator;
import org.roster.scim.schema.DateTimes;

/**
 * The condition that a column of its own compares.
 *
 * @param column in the statement, for instance {@code r.id}; never null
 * @param parameters takes the values
 */
record ColumnCondition(String column, Parameters parameters) {

    /** A column of text that is compared as it is. */
    String compares(CompareOperator operator, String text) {
        return switch (operator) {
            case CO -> like("%" + LikePattern.escaped(text) + "%");
            case SW -> like(LikePattern.escaped(text) + "%");
            case EW -> like("%" + LikePattern.escaped(text));
            default -> column + " " + sign(operator) + " " + parameters.add(text);
        };
    }

    private String like(String pattern) {
        return column + " like " + parameters.add(pattern) + LikePattern.ESCAPE;
    }

    /** A column of whole milliseconds, compared with a dateTime that may be finer. */
    String at(CompareOperator operator, String dateTime) {
        Instant instant = DateTimes.parse(dateTime).orElseThrow();
        long floor = instant.toEpochMilli();
        boolean whole = Instant.ofEpochMilli(floor).equals(instant);
        boolean equality = operator == CompareOperator.EQ || operator == CompareOperator.NE;
        if (!whole && equality) {
            return column + " is null";
        }
        boolean roundUp = !whole && (operator == CompareOperator.GE || operator == CompareOperator.LT);
        return column + " " + sign(operator) + " " + parameters.add(roundUp ? floor + 1 : floor);
    }

    private static String sign(CompareOperator operator) {
        return switch (operator) {
            case GT -> ">";
            case GE -> ">=";
            case LT -> "<";
            case LE -> "<=";
            default -> "=";
        };
    }
}
