package org.roster.scim.it.badinput;

import jakarta.json.Json;
import java.util.List;

/**
 * A text that is sent wherever a text can stand, to cost much or to break something.
 *
 * @param name for people
 * @param text as it is, not encoded
 */
record Hostile(String name, String text) {
    private static final int MEGABYTE = 1_000_000;

    /** Filters that are long. They do not fit into a URL, where servers accept a few thousand characters. */
    static List<Hostile> longFilters() {
        return List.of(
                new Hostile("1 MB of (", "(".repeat(MEGABYTE)),
                new Hostile("1 MB of not (", "not (".repeat(MEGABYTE / 5)),
                new Hostile("1 MB of emails[", "emails[".repeat(MEGABYTE / 7)),
                new Hostile("1 MB of quotes and backslashes", "\\\"".repeat(MEGABYTE / 4)),
                new Hostile("10^5 terms with or", "a pr" + " or a pr".repeat(99_999)),
                new Hostile("10^5 terms with and", "a pr" + " and a pr".repeat(99_999)),
                new Hostile("an attribute with a name of 1 MB", "a".repeat(MEGABYTE) + " pr"),
                new Hostile("a text of 1 MB", "title eq \"" + "a".repeat(MEGABYTE) + "\""),
                new Hostile("a number of 200,000 digits", "title eq " + "9".repeat(200_000)));
    }

    /** Filters as short as others, that go as far as the limits let them. */
    static List<Hostile> shortFilters() {
        return List.of(
                new Hostile("1,800 (", "(".repeat(1_800)),
                new Hostile("700 not (", "not (".repeat(700)),
                new Hostile("400 terms with or", "a pr" + " or a pr".repeat(399)),
                new Hostile("32 brackets", "emails[".repeat(32) + "value pr" + "]".repeat(32)),
                new Hostile("a number of 4,000 digits", "title eq " + "9".repeat(4_000)),
                new Hostile("1e1000000000", "active eq 1e1000000000"),
                new Hostile("1e1000000000 for a text", "title eq 1e1000000000"),
                new Hostile("an escaped NUL", "title eq \"a\\u0000b\""),
                new Hostile("an escaped half of a surrogate pair", "title eq \"a\\ud800b\""),
                new Hostile("a byte order mark", "\uFEFFtitle pr"));
    }

    /** The text as JSON. */
    String json() {
        return Json.createValue(text).toString();
    }
}
