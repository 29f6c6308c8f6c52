package org.roster.scim.schema;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.roster.scim.path.AttributePath;

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
        return known.filter(name -> Math.abs(name.length() - wrong.length()) <= near)
                .map(name -> Map.entry(distance(folded, name.toLowerCase(Locale.ROOT)), name))
                .filter(e -> e.getKey() <= near)
                .min(Comparator.comparing(Map.Entry::getKey))
                .map(e -> "; did you mean \"" + e.getValue() + "\"?")
                .orElse("");
    }

    /**
     * The end of an error's sentence about an attribute.
     *
     * @param type what the path was looked for in
     * @param wrong the path that leads nowhere
     * @return {@code ; did you mean "userName"?}, or nothing if no attribute is near
     */
    public static String of(ResourceType type, AttributePath wrong) {
        return of(
                wrong.toString(),
                type.attributes()
                        .flatMap(p -> Stream.concat(
                                Stream.of(p),
                                p.attribute().subAttributes().stream().flatMap(s -> p.sub(s.name()).stream())))
                        .filter(p -> p.target().returned() != Returned.NEVER)
                        .map(ResolvedPath::toString));
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
