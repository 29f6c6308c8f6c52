package org.roster.scim.engine.store.mapped;

import java.util.function.Function;
import org.roster.scim.query.Position.Edge;

/**
 * What rows are sorted by.
 *
 * @param expression in the statement
 * @param toText a value as part of a cursor
 * @param ofText and back
 * @param mayBeLong whether values may be longer than a cursor has place for
 */
record SortKey(String expression, Function<Object, String> toText, Function<String, Object> ofText, boolean mayBeLong) {

    /** As many characters of a text as a cursor always has place for, whatever characters they are. */
    private static final int BEGINNING = Edge.LONGEST_KEY / 2;

    SortKey ofShortText() {
        return new SortKey(expression, toText, ofText, false);
    }

    /** The same by what a cursor can hold: of long text the beginning. */
    SortKey forCursor() {
        return mayBeLong
                ? new SortKey("substring(" + expression + ", 1, " + BEGINNING + ")", toText, ofText, false)
                : this;
    }
}
