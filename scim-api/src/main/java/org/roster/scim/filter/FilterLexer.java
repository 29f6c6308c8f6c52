package org.roster.scim.filter;

import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.math.BigDecimal;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.roster.scim.error.ScimException;

/** Reads the words of a filter one after the other. Positions in errors are 1-based. */
final class FilterLexer {

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final String DELIMITERS = "()[]\"";
    private static final int LONGEST_NUMBER = 100;
    private static final int LONGEST_SHOWN = 40;
    private static final Map<Character, Character> ESCAPES =
            Map.of('"', '"', '\\', '\\', '/', '/', 'b', '\b', 'f', '\f', 'n', '\n', 'r', '\r', 't', '\t');

    private final String text;
    private int next;

    FilterLexer(String text) {
        this.text = text;
    }

    int position() {
        skipBlanks();
        return next + 1;
    }

    boolean atEnd() {
        skipBlanks();
        return next >= text.length();
    }

    /** Whether the next character is this one; does not move. */
    boolean sees(char c) {
        return !atEnd() && text.charAt(next) == c;
    }

    /** Moves over the character if it is next. */
    boolean take(char c) {
        boolean found = sees(c);
        if (found) {
            next++;
        }
        return found;
    }

    /** Moves over a word if it is next, in any case, and nothing of a longer word follows. */
    boolean takeWord(String word) {
        skipBlanks();
        boolean found = text.regionMatches(true, next, word, 0, word.length())
                && (next + word.length() == text.length() || !inWord(text.charAt(next + word.length())));
        if (found) {
            next += word.length();
        }
        return found;
    }

    /** Everything up to the next blank, parenthesis, bracket or quote; empty if there is nothing. */
    String word() {
        skipBlanks();
        int start = next;
        while (next < text.length() && inWord(text.charAt(next))) {
            next++;
        }
        return text.substring(start, next);
    }

    /** A suffix such as {@code .value} that follows a closing bracket without a blank. */
    String adjacentWord() {
        return next < text.length() && text.charAt(next) == '.' ? word() : "";
    }

    JsonValue value() {
        int start = position();
        if (sees('"')) {
            return JSON.createValue(string());
        }
        String literal = word();
        return switch (literal) {
            case "true" -> JsonValue.TRUE;
            case "false" -> JsonValue.FALSE;
            case "null" -> JsonValue.NULL;
            case "" -> throw ScimException.invalidFilter("expected a value, found " + found(start), start);
            default -> number(literal, start);
        };
    }

    private JsonValue number(String literal, int start) {
        if (literal.length() <= LONGEST_NUMBER && literal.matches("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d{1,4})?")) {
            return JSON.createValue(new BigDecimal(literal));
        }
        String shown = literal.substring(0, Math.min(literal.length(), LONGEST_SHOWN));
        String lower = shown.toLowerCase(Locale.ROOT);
        String remedy = lower.equals("true") || lower.equals("false")
                ? "write " + lower
                : "text must stand in double quotes, as in \"" + shown.replace("'", "") + "\"";
        throw ScimException.invalidFilter("expected a value, found " + shown + " (" + remedy + ")", start);
    }

    private String string() {
        int start = next + 1;
        StringBuilder value = new StringBuilder();
        next++;
        while (next < text.length()) {
            char c = text.charAt(next++);
            if (c == '"') {
                return value.toString();
            }
            value.append(c == '\\' ? escaped() : c);
        }
        throw ScimException.invalidFilter("the closing double quote is missing for the text that begins", start);
    }

    private char escaped() {
        int start = next;
        char c = next < text.length() ? text.charAt(next++) : ' ';
        @Nullable Character simple = ESCAPES.get(c);
        if (simple != null) {
            return simple;
        }
        if (c == 'u'
                && next + 4 <= text.length()
                && text.substring(next, next + 4).chars().allMatch(HexFormat::isHexDigit)) {
            next += 4;
            return (char) HexFormat.fromHexDigits(text, next - 4, next);
        }
        throw ScimException.invalidFilter("a backslash must be followed by one of \" \\ / b f n r t or uXXXX", start);
    }

    /** What stands at a position, for people. */
    String found(int position) {
        if (position > text.length()) {
            return "the end";
        }
        int end = position;
        while (end < text.length() && inWord(text.charAt(end))) {
            end++;
        }
        return "\"" + text.substring(position - 1, Math.min(end, position - 1 + LONGEST_SHOWN)) + "\"";
    }

    private void skipBlanks() {
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
    }

    private static boolean inWord(char c) {
        return !Character.isWhitespace(c) && DELIMITERS.indexOf(c) < 0;
    }
}
