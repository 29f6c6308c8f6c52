package org.roster.scim.query;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roster.scim.schema.ResolvedPath;

/**
 * The order of results. Results without a value come last when ascending and first when descending; a multi-valued
 * attribute counts with its primary element, else its first. Ties, and results in no particular order, are in the order
 * of their ids, so that pages fit together. Descending is exactly ascending backwards, ids included. Immutable.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7644#section-3.4.2.3">RFC 7644 §3.4.2.3</a>
 */
public final class Sort {

    /** By id alone. */
    public static final Sort BY_ID = new Sort(null, true);

    private final @Nullable ResolvedPath by;
    private final boolean ascending;

    private Sort(@Nullable ResolvedPath by, boolean ascending) {
        this.by = by;
        this.ascending = ascending;
    }

    /**
     * By an attribute.
     *
     * @param by an attribute or sub-attribute that is not complex
     * @param ascending false for descending
     * @return the order
     */
    public static Sort by(ResolvedPath by, boolean ascending) {
        return new Sort(by, ascending);
    }

    /**
     * The attribute that decides.
     *
     * @return empty for the order of ids
     */
    public Optional<ResolvedPath> attribute() {
        return Optional.ofNullable(by);
    }

    /**
     * The direction.
     *
     * @return false for descending
     */
    public boolean ascending() {
        return ascending;
    }

    @Override
    public String toString() {
        return (by == null ? "id" : by.toString()) + (ascending ? " ascending" : " descending");
    }
}
