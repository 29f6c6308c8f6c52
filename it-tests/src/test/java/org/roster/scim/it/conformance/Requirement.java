package org.roster.scim.it.conformance;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One thing that a standard asks for.
 *
 * @param id family, section and running number, such as {@code P-3.5.2.1-04}; the tag of the tests that prove it
 * @param title what it says, in a few words
 */
record Requirement(String id, Level level, String title) {
    private static final Pattern SECTIONED = Pattern.compile("[A-Z]+-(.+)-\\d+");

    /** How much the text insists. */
    enum Level {
        M("must"),
        N("must not"),
        S("should"),
        O("may"),
        D("derived");

        private final String words;

        Level(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** Where requirements come from, in the order of the report. */
    enum Family {
        S("RFC 7643"),
        P("RFC 7644"),
        C("RFC 9865"),
        X("Errata"),
        A("Choices"),
        V("Habits of clients"),
        IP("Interoperability profile"),
        AL("IPSIE profile"),
        K("Duties of a client"),
        E("RFC 9967");

        private final String title;

        Family(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    /** Reads a line such as {@code P-3.6-01 M DELETE is 204, then 404}. */
    static Requirement parse(String line) {
        String[] parts = line.split(" ", 3);
        if (parts.length < 3 || !isFamily(prefix(parts[0]))) {
            throw new IllegalArgumentException("not an ID, a level and a title: " + line);
        }
        return new Requirement(parts[0], Level.valueOf(parts[1]), parts[2]);
    }

    Family family() {
        return Family.valueOf(prefix(id));
    }

    /** The text that asks for it. */
    String text() {
        Matcher sectioned = SECTIONED.matcher(id);
        return switch (family()) {
            case S, P, C -> family().title() + (sectioned.matches() ? " §" + sectioned.group(1) : "");
            case X -> "Erratum " + id.substring(2);
            default -> family().title();
        };
    }

    private static String prefix(String id) {
        return id.split("-", 2)[0];
    }

    private static boolean isFamily(String prefix) {
        return Arrays.stream(Family.values()).anyMatch(family -> family.name().equals(prefix));
    }
}
