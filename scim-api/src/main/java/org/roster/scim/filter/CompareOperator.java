package org.roster.scim.filter;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The operators that compare an attribute with a value.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7644#section-3.4.2.2">RFC 7644 §3.4.2.2, Table 3</a>
 */
public enum CompareOperator {
    /** Equal. */
    EQ("eq"),
    /** Not equal: true exactly where {@link #EQ} is false, also for an unassigned attribute. */
    NE("ne"),
    /** Contains. */
    CO("co"),
    /** Starts with. */
    SW("sw"),
    /** Ends with. */
    EW("ew"),
    /** Greater than. */
    GT("gt"),
    /** Greater than or equal to. */
    GE("ge"),
    /** Less than. */
    LT("lt"),
    /** Less than or equal to. */
    LE("le");

    private final String keyword;

    CompareOperator(String keyword) {
        this.keyword = keyword;
    }

    /**
     * The operator as it stands in a filter.
     *
     * @return two letters in lower case
     */
    public String keyword() {
        return keyword;
    }

    /**
     * Whether it looks inside a text: {@code co}, {@code sw} or {@code ew}.
     *
     * @return false for operators of equality and order
     */
    public boolean substring() {
        return this == CO || this == SW || this == EW;
    }

    /**
     * Whether it needs an order: {@code gt}, {@code ge}, {@code lt} or {@code le}.
     *
     * @return false for the others
     */
    public boolean ordering() {
        return this == GT || this == GE || this == LT || this == LE;
    }

    /**
     * Finds an operator.
     *
     * @param text in any case
     * @return empty if there is no such operator
     */
    public static Optional<CompareOperator> of(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(o -> o.keyword.equals(lower)).findFirst();
    }
}
