package org.roster.scim.filter;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.roster.scim.schema.ComparisonKey;

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

    private static final Map<String, CompareOperator> BY_KEYWORD =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(CompareOperator::keyword, o -> o));

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
        return Optional.ofNullable(BY_KEYWORD.get(text.toLowerCase(Locale.ROOT)));
    }

    /**
     * Whether two keys compare.
     *
     * @param left key of a value that there is ({@link org.roster.scim.schema.ComparisonKey})
     * @param right key of the value that is sought
     * @return true if they do; {@code ne} counts as {@code eq}, and whoever asks negates
     */
    public boolean holds(String left, String right) {
        return switch (this) {
            case EQ, NE -> left.equals(right);
            case CO -> left.contains(right);
            case SW -> left.startsWith(right);
            case EW -> left.endsWith(right);
            case GT -> ComparisonKey.compare(left, right) > 0;
            case GE -> ComparisonKey.compare(left, right) >= 0;
            case LT -> ComparisonKey.compare(left, right) < 0;
            case LE -> ComparisonKey.compare(left, right) <= 0;
        };
    }
}
