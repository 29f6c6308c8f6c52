package org.roster.scim.oracle;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.roster.scim.filter.CompareOperator;

/** Texts that follow the grammars of RFC 7644 and RFC 8259, whatever they mean. */
final class RandomTexts {

    private static final List<String> BLANKS = List.of(" ", " ", "  ", "\t", " \n ");
    private static final List<String> LETTERS = List.of(
            "a",
            "Z",
            "0",
            "9",
            " ",
            "\"",
            "\\",
            "/",
            "[",
            "]",
            "(",
            ")",
            ".",
            ":",
            ",",
            "{",
            "}",
            "'",
            "%",
            "\u00E9",
            "\u00DF",
            "\u4E2D",
            "\u200D",
            "\u2028",
            "\u007F",
            "\uFEFF",
            "\uFFFD",
            "\uFFFF",
            "\uD83D\uDE00",
            "\uD800\uDC00",
            "\uDBFF\uDFFF",
            "\t",
            "\n",
            "\r",
            "\b",
            "\f",
            "\u0001",
            "\u001F");

    private final Random random;

    RandomTexts(Random random) {
        this.random = random;
    }

    boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    int below(int n) {
        return random.nextInt(n);
    }

    <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    String blank() {
        return pick(BLANKS);
    }

    /** Blanks where none are needed. */
    String space() {
        return oneIn(4) ? blank() : "";
    }

    /** Characters of every plane, also such as JSON has to escape; no NUL. */
    String letters() {
        StringBuilder letters = new StringBuilder();
        for (int left = random.nextInt(6); left > 0; left--) {
            letters.append(pick(LETTERS));
        }
        return letters.toString();
    }

    /** A JSON string with as many escapes as the dice like. */
    String quoted(String letters) {
        StringBuilder quoted = new StringBuilder("\"");
        letters.codePoints().forEach(c -> {
            int simple = "\"\\/\b\f\n\r\t".indexOf(c);
            if (simple >= 0 && (c != '/' || oneIn(2)) && !oneIn(4)) {
                quoted.append('\\').append("\"\\/bfnrt".charAt(simple));
            } else if (c < ' ' || c == '"' || c == '\\' || oneIn(8)) {
                for (char half : Character.toChars(c)) {
                    String hex = String.format(Locale.ROOT, "%04x", (int) half);
                    quoted.append("\\u").append(oneIn(2) ? hex : hex.toUpperCase(Locale.ROOT));
                }
            } else {
                quoted.appendCodePoint(c);
            }
        });
        return quoted.append('"').toString();
    }

    String number() {
        String digits = oneIn(3) ? "0" : (1 + random.nextInt(9)) + digits(random.nextInt(20));
        String fraction = oneIn(3) ? "." + digits(1 + random.nextInt(20)) : "";
        String exponent = oneIn(3) ? pick(List.of("e", "E", "e+", "E-")) + random.nextInt(1_000) : "";
        return (oneIn(3) ? "-" : "") + digits + fraction + exponent;
    }

    private String digits(int number) {
        StringBuilder digits = new StringBuilder();
        for (int left = number; left > 0; left--) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }

    private String name() {
        StringBuilder name = new StringBuilder(pick(List.of("a", "Z", "userName", "emails", "$r", "note", "order")));
        for (int left = random.nextInt(3); left > 0; left--) {
            name.append(pick(List.of("-", "_", "0", "a", "B")));
        }
        return name.toString();
    }

    /** attrPath of RFC 7644, Figure 1, or a URN. */
    String path() {
        String urn = pick(
                List.of("", "", "urn:a:", "urn:ietf:params:scim:schemas:core:2.0:User:", "http://x.org/~a;b=c?d#"));
        if (!urn.isEmpty() && oneIn(4)) {
            return urn + name();
        }
        return urn + name() + (oneIn(3) ? "." + name() : "");
    }

    /** FILTER of RFC 7644, Figure 1, with the errata. */
    String filter(int depth, boolean inBrackets) {
        return switch (depth == 0 ? 0 : random.nextInt(9)) {
            case 1, 2 ->
                filter(depth - 1, inBrackets) + blank() + word("and") + blank() + filter(depth - 1, inBrackets);
            case 3, 4 -> filter(depth - 1, inBrackets) + blank() + word("or") + blank() + filter(depth - 1, inBrackets);
            case 5 -> word("not") + space() + "(" + space() + filter(depth - 1, inBrackets) + space() + ")";
            case 6 -> "(" + space() + filter(depth - 1, inBrackets) + space() + ")";
            case 7 ->
                inBrackets
                        ? term()
                        : path() + "[" + space() + filter(depth - 1, true) + space() + "]"
                                + (oneIn(4) ? "." + name() + operation() : "");
            default -> term();
        };
    }

    private String term() {
        return path() + operation();
    }

    private String operation() {
        if (oneIn(6)) {
            return blank() + word("pr");
        }
        String operator = pick(List.of(CompareOperator.values())).keyword();
        String value = switch (random.nextInt(4)) {
            case 0 -> pick(List.of("true", "false", "null"));
            case 1 -> number();
            default -> quoted(letters());
        };
        return blank() + word(operator) + (value.startsWith("\"") && oneIn(4) ? "" : blank()) + value;
    }

    private String word(String keyword) {
        return oneIn(5) ? keyword.toUpperCase(Locale.ROOT) : keyword;
    }

    /** PATH of RFC 7644, Figure 7. */
    String patchPath() {
        return oneIn(2)
                ? path()
                : path().replaceFirst("\\.[^.:]*$", "") + "[" + filter(random.nextInt(4), true) + "]"
                        + (oneIn(2) ? "." + name() : "");
    }
}
