package org.roster.scim.engine.schema;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Finds what somebody probably meant who mistyped a name. */
public final class Suggestion {

    /** A longer name is not compared: nobody mistypes one, and the comparison costs its length twice. */
    private static final int LONGEST = 100;

    private Suggestion() {}

    /**
     * The end of an error's sentence.
     *
     * @param wrong the name that there is not
     * @param known the names that there are
     * @return {@code ; did you mean "userName"?}, or nothing if no name is near
     */
    public static String of(String wrong, Stream<String> known) {
        if (wrong.length() > LONGEST) {
            return "";
        }
        String folded = wrong.toLowerCase(Locale.ROOT);
        int near = wrong.length() <= 4 ? 1 : 2;
        return known.map(name -> Map.entry(distance(folded, name.toLowerCase(Locale.ROOT)), name))
                .filter(e -> e.getKey() <= near)
                .min(Comparator.comparing(Map.Entry::getKey))
                .map(e -> "; did you mean \"" + e.getValue() + "\"?")
                .orElse("");
    }

    /** Letters to insert, to leave out, to change or to swap with their neighbour. */
    private static int distance(String from, String to) {
        int[][] cost = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int change = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
                cost[i][j] = Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + change);
                if (i > 1
                        && j > 1
                        && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[from.length()][to.length()];
    }
}
