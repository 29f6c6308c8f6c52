package org.roster.scim.engine.store.mapped;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A condition in JPQL together with its negation. SQL has a third truth value where a column is null, SCIM has none; so what is
 * negated is not the text but each comparison in it.
 *
 * @param text holds, or does not, or is unknown because something is null
 * @param negation holds exactly where the text does not hold
 */
record Condition(String text, String negation) {

    /** Holds always; it has no text, because providers and databases disagree on how to write it. */
    static final Condition ALL = new Condition("all", "none");

    /** Never holds. */
    static final Condition NONE = new Condition("none", "all");

    /** A condition on something that is never null. */
    static Condition certain(String text) {
        return new Condition(text, "not (" + text + ")");
    }

    /** A condition that is unknown where a column is null. */
    static Condition on(String column, String text) {
        return new Condition(text, "(" + column + " is null or not (" + text + "))");
    }

    static Condition present(String column) {
        return new Condition(column + " is not null", column + " is null");
    }

    static Condition of(boolean holds) {
        return holds ? ALL : NONE;
    }

    Condition not() {
        return equals(ALL) ? NONE : equals(NONE) ? ALL : new Condition(/* text= */ negation, /* negation= */ text);
    }

    static Condition and(Collection<Condition> terms) {
        List<Condition> parts = terms.stream().filter(t -> !t.equals(ALL)).toList();
        return parts.contains(NONE) ? NONE : parts.isEmpty() ? ALL : joined(parts, " and ", " or ");
    }

    Condition and(Condition other) {
        return and(List.of(this, other));
    }

    static Condition or(Collection<Condition> terms) {
        List<Condition> parts = terms.stream().filter(t -> !t.equals(NONE)).toList();
        return parts.contains(ALL) ? ALL : parts.isEmpty() ? NONE : joined(parts, " or ", " and ");
    }

    private static Condition joined(List<Condition> parts, String word, String negatedWord) {
        return parts.size() == 1
                ? parts.get(0)
                : new Condition(joined(parts, Condition::text, word), joined(parts, Condition::negation, negatedWord));
    }

    private static String joined(List<Condition> parts, Function<Condition, String> part, String word) {
        return parts.stream().map(part).collect(Collectors.joining(word, "(", ")"));
    }

    /** There is a row for which this holds. */
    Condition exists(String select) {
        if (equals(NONE)) {
            return NONE;
        }
        String exists = "exists (" + select + (equals(ALL) ? "" : " and " + text) + ")";
        return certain(exists);
    }
}
