package org.roster.scim.engine.store.mapped;

import org.roster.scim.engine.database.LikePattern;
import org.roster.scim.engine.database.Parameters;
import org.roster.scim.filter.CompareOperator;

/**
 * A column in a statement.
 *
 * @param column its path
 * @param key what is compared: the column, its folded twin, or its lower case
 * @param parameters takes values
 */
record Operand(String column, String key, Parameters parameters) {

    /** Compares what the database can compare by itself. */
    Condition compares(CompareOperator operator, Object value) {
        return Condition.on(column, key + sign(operator) + parameters.add(value));
    }

    Condition like(CompareOperator operator, String text) {
        String middle = LikePattern.escaped(text);
        String pattern =
                (operator == CompareOperator.SW ? "" : "%") + middle + (operator == CompareOperator.EW ? "" : "%");
        // Hibernate wants text in front of LIKE, and does not know what a function makes.
        String left = key.startsWith("function(") ? "concat('', " + key + ")" : key;
        return Condition.on(column, left + " like " + parameters.add(pattern) + LikePattern.ESCAPE);
    }

    private static String sign(CompareOperator operator) {
        return switch (operator) {
            case GT -> " > ";
            case GE -> " >= ";
            case LT -> " < ";
            case LE -> " <= ";
            default -> " = ";
        };
    }
}
