package org.roster.scim.engine.store.jpa;

import org.roster.scim.engine.database.LikePattern;
import org.roster.scim.engine.database.Parameters;
import org.roster.scim.filter.CompareOperator;

/**
 * The condition on an index row that says that its value compares. All of them are ranges of the key, so one B-tree serves
 * them; {@code co} and {@code ew} look through the range of their attribute.
 *
 * @param row alias of the index row in the statement
 * @param parameters takes the values
 */
record KeyCondition(String row, Parameters parameters) {

    /** Any value of the attribute. */
    String any(AttributeCode code) {
        return between(code.from(), code.to());
    }

    /** Any value of a sub-attribute of a complex attribute, or that an element has none. */
    String anySub(AttributeCode code) {
        return between(code.fromSubs(), code.toSubs());
    }

    private String between(String from, String to) {
        return key() + " >= " + parameters.add(from) + " and " + key() + " < " + parameters.add(to);
    }

    /** A value that compares; {@code ne} is the caller's business. */
    String compares(AttributeCode code, CompareOperator operator, String folded) {
        return switch (operator) {
            case EQ, NE -> equal(code, folded);
            case SW -> startsWith(code, folded);
            case CO -> contains(code, folded, "%");
            case EW -> contains(code, folded, "");
            case GT, GE ->
                key() + " < " + parameters.add(code.to()) + " and "
                        + beyond(code, operator == CompareOperator.GE, folded, ">");
            case LT, LE ->
                key() + " >= " + parameters.add(code.from()) + " and "
                        + beyond(code, operator == CompareOperator.LE, folded, "<");
        };
    }

    private String equal(AttributeCode code, String folded) {
        if (AttributeCode.isLong(folded)) {
            return beginsWith(code.key(folded)) + " and " + full() + " = " + parameters.add(folded);
        }
        String same = key() + " = " + parameters.add(code.key(folded));
        return folded.length() < AttributeCode.LONGEST_VALUE - 1 ? same : same + " and " + full() + " is null";
    }

    private String startsWith(AttributeCode code, String folded) {
        if (folded.isEmpty()) {
            return any(code);
        }
        String range = beginsWith(code.key(folded));
        return AttributeCode.isLong(folded) ? range + " and " + full() + like("", "", folded, "%") : range;
    }

    /** Of a long value a key has the beginning, and perhaps a hash. */
    private String contains(AttributeCode code, String folded, String after) {
        return any(code) + " and ((" + full() + " is null and " + key() + like(code.from(), "%", folded, after)
                + ") or " + full() + like("", "%", folded, after) + ")";
    }

    private String beginsWith(String beginning) {
        return between(beginning, after(beginning));
    }

    /** Greater or less; where the key has only the beginning of a value, the whole value decides between equals. */
    private String beyond(AttributeCode code, boolean orEqual, String folded, String sign) {
        String key = code.key(folded);
        if (folded.length() < AttributeCode.LONGEST_VALUE - 1) {
            return key() + " " + sign + (orEqual ? "= " : " ") + parameters.add(key);
        }
        boolean greater = sign.equals(">");
        boolean soughtIsLong = AttributeCode.isLong(folded);
        boolean shortCounts = soughtIsLong ? !greater : orEqual;
        String whole = full() + " " + sign + (orEqual ? "= " : " ") + parameters.add(folded);
        String alike = soughtIsLong ? beginsWith(key) : key() + " = " + parameters.add(key);
        String beyond = greater && soughtIsLong
                ? key() + " >= " + parameters.add(after(key))
                : key() + " " + sign + " " + parameters.add(key);
        return "(" + beyond + " or (" + alike + " and (" + (shortCounts ? full() + " is null or " : "") + whole + ")))";
    }

    private String like(String prefix, String before, String text, String after) {
        return " like " + parameters.add(LikePattern.escaped(prefix) + before + LikePattern.escaped(text) + after)
                + LikePattern.ESCAPE;
    }

    /** The least text that is greater than every text that begins like this one. */
    static String after(String beginning) {
        int last = beginning.codePointBefore(beginning.length());
        String rest = beginning.substring(0, beginning.length() - Character.charCount(last));
        if (last == Character.MAX_CODE_POINT) {
            return after(rest);
        }
        int next = last + 1 == Character.MIN_SURROGATE ? Character.MAX_SURROGATE + 1 : last + 1;
        return rest + Character.toString(next);
    }

    private String key() {
        return row + ".indexKey";
    }

    private String full() {
        return row + ".fullValue";
    }
}
