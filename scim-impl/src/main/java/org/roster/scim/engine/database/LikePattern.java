package org.roster.scim.engine.database;

/** Patterns for {@code LIKE} with values that stand for themselves. */
public final class LikePattern {

    /** What stands behind the pattern in a statement. */
    public static final String ESCAPE = " escape '!'";

    private static final char SIGN = '!';

    private LikePattern() {}

    /** A value as part of a pattern. */
    public static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%' || c == '_' || c == SIGN) {
                escaped.append(SIGN);
            }
            escaped.append(c);
        }
        return escaped.toString();
    }
}
