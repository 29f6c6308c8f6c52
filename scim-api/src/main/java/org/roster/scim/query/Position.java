package org.roster.scim.query;

import java.util.Optional;

/**
 * A place in the results of a query where a page begins. It is next to a result that a client has seen and names that
 * result by what the order goes by, not by its number; so it stays where it is when others come and go, and when that
 * result itself is deleted. Immutable.
 *
 * @param direction which way the page lies
 * @param edge the result that is just not on the page; empty for the very start, or backward for the very end
 */
public record Position(Direction direction, Optional<Edge> edge) {

    /** Where the first page begins. */
    public static final Position START = new Position(Direction.FORWARD, Optional.empty());

    /** Where the last page ends. */
    public static final Position END = new Position(Direction.BACKWARD, Optional.empty());

    /** Which way a page lies from its position. */
    public enum Direction {
        /** Behind it, in the order of the query. */
        FORWARD,
        /** In front of it; the page ends where it would begin. */
        BACKWARD
    }

    /**
     * The page that follows a result.
     *
     * @param edge the last result of the page in front of it
     * @return the position
     */
    public static Position after(Edge edge) {
        return new Position(Direction.FORWARD, Optional.of(edge));
    }

    /**
     * The page that ends in front of a result.
     *
     * @param edge the first result of the page behind it
     * @return the position
     */
    public static Position before(Edge edge) {
        return new Position(Direction.BACKWARD, Optional.of(edge));
    }

    /**
     * A result, by what the order goes by. Keys are shortened, so that a cursor fits into a URL: by cursor, values that agree
     * in their first {@value #LONGEST_KEY} characters count as equal and are in the order of ids.
     *
     * @param sortKey the text by which the store orders the value to sort by; empty if the result has no value, or the
     *     order is that of ids
     * @param id the id; or, in a store that has bookmarks of its own, the bookmark
     */
    public record Edge(Optional<String> sortKey, String id) {

        /** How much of a sort key counts, in characters. */
        public static final int LONGEST_KEY = 300;

        /**
         * Shortens the key.
         *
         * @param sortKey see above
         * @param id see above
         */
        public Edge {
            sortKey = sortKey.map(Edge::beginning);
        }

        private static String beginning(String key) {
            if (key.length() <= LONGEST_KEY) {
                return key;
            }
            boolean splitsPair = Character.isHighSurrogate(key.charAt(LONGEST_KEY - 1));
            return key.substring(0, splitsPair ? LONGEST_KEY + 1 : LONGEST_KEY);
        }
    }
}
