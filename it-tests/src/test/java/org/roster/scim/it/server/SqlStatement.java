package org.roster.scim.it.server;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement as PostgreSQL executed it.
 *
 * @param text with {@code $1} for the first parameter
 * @param values of the parameters as literals of SQL, by their numbers
 */
public record SqlStatement(String text, Map<Integer, String> values) {

    private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+)");
    private static final Pattern LIST = Pattern.compile("\\(\\s*\\$\\d+(?:\\s*,\\s*\\$\\d+)+\\s*\\)");
    private static final Pattern VALUE = Pattern.compile("\\$(\\d+) = ('(?:[^']++|'')*+'|NULL)");

    public SqlStatement {
        values = Map.copyOf(values);
    }

    /**
     * A statement and what the log says of its parameters.
     *
     * @param parameters such as {@code $1 = 'a', $2 = NULL}; may be empty
     */
    static SqlStatement of(String text, String parameters) {
        Map<Integer, String> values = new HashMap<>();
        VALUE.matcher(parameters)
                .results()
                .forEach(value -> values.put(Integer.valueOf(value.group(1)), value.group(2)));
        return new SqlStatement(text, values);
    }

    /** The text without the numbers of its parameters; a list of them looks the same, however long it is. */
    public String shape() {
        return PARAMETER.matcher(LIST.matcher(text).replaceAll("(?, ...)")).replaceAll("?");
    }

    /** The text with the values in it, to be executed or explained once more. */
    public String withValues() {
        return PARAMETER
                .matcher(text)
                .replaceAll(parameter ->
                        Matcher.quoteReplacement(values.getOrDefault(Integer.valueOf(parameter.group(1)), "NULL")));
    }
}
