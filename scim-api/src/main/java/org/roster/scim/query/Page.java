package org.roster.scim.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.roster.scim.query.Position.Direction;
import org.roster.scim.query.Position.Edge;

/** Which part of the results is asked for: counted from the first one, or from a place that an earlier page named. */
public sealed interface Page {

    /**
     * Most results wanted; 0 asks for the total alone.
     *
     * @return at least 0
     */
    int count();

    /**
     * Does what is right for this kind of page.
     *
     * @param byIndex for a page that is counted
     * @param byCursor for a page from a place
     * @param <R> what is made of it
     * @return what was made
     */
    <R> R accept(Function<ByIndex, R> byIndex, Function<ByCursor, R> byCursor);

    /**
     * A page by its number.
     *
     * @param startIndex position of the first result, 1-based; at least 1
     * @param count see {@link Page#count}
     * @see <a href="https://www.rfc-editor.org/rfc/rfc7644#section-3.4.2.4">RFC 7644 §3.4.2.4</a>
     */
    record ByIndex(int startIndex, int count) implements Page {

        /**
         * Refuses values that a request may have but a page may not.
         *
         * @param startIndex see above
         * @param count see above
         */
        public ByIndex {
            if (startIndex < 1 || count < 0) {
                throw new IllegalArgumentException("startIndex " + startIndex + ", count " + count);
            }
        }

        @Override
        public <R> R accept(Function<ByIndex, R> byIndex, Function<ByCursor, R> byCursor) {
            return byIndex.apply(this);
        }
    }

    /**
     * A page from a place. However far a walk has come, such a page costs what the first one costs, and results that come or
     * go meanwhile move no other results between pages.
     *
     * @param from where it begins
     * @param count see {@link Page#count}
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9865#section-2">RFC 9865 §2</a>
     */
    record ByCursor(Position from, int count) implements Page {

        /**
         * Refuses a count that a page may not have.
         *
         * @param from see above
         * @param count see above
         */
        public ByCursor {
            if (count < 0 || count == Integer.MAX_VALUE) {
                throw new IllegalArgumentException("count " + count);
            }
        }

        @Override
        public <R> R accept(Function<ByIndex, R> byIndex, Function<ByCursor, R> byCursor) {
            return byCursor.apply(this);
        }

        /**
         * How many results a store must find to know whether this is the last page: one more than it shows.
         *
         * @return for {@link #cut}
         */
        public int needed() {
            return count + 1;
        }

        /**
         * Makes the page of what a store found.
         *
         * @param found the results next to {@link #from} in its direction, nearest first; up to {@link #needed}
         * @param edge the place of a result
         * @param <T> how the store has results
         * @return the page in the order of the query, and where the pages around it begin
         */
        public <T> Slice<T> cut(List<T> found, Function<T, Edge> edge) {
            List<T> page = new ArrayList<>(found.subList(0, Math.min(count, found.size())));
            boolean more = found.size() > page.size() && count > 0;
            if (from.direction() == Direction.FORWARD) {
                Optional<Position> previous = from.edge()
                        .map(seen -> page.isEmpty() ? Position.END : Position.before(edge.apply(page.get(0))));
                return new Slice<>(page, more ? Optional.of(after(page, edge)) : Optional.empty(), previous);
            }
            Collections.reverse(page);
            return new Slice<>(
                    page,
                    Optional.of(page.isEmpty() ? Position.START : after(page, edge)),
                    more ? Optional.of(Position.before(edge.apply(page.get(0)))) : Optional.empty());
        }

        private static <T> Position after(List<T> page, Function<T, Edge> edge) {
            return Position.after(edge.apply(page.get(page.size() - 1)));
        }
    }

    /**
     * A page by cursor, and where the pages around it begin.
     *
     * @param results in the order of the query
     * @param next empty if this is the last page
     * @param previous empty if this is the first page
     * @param <T> how the store has results
     */
    record Slice<T>(List<T> results, Optional<Position> next, Optional<Position> previous) {

        /**
         * Copies the list.
         *
         * @param results see above
         * @param next see above
         * @param previous see above
         */
        public Slice {
            results = List.copyOf(results);
        }
    }
}
