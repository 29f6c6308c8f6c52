package org.roster.scim.it.soak;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** What can be set, system properties {@code soak.*}; the README lists them. */
final class Settings {

    private Settings() {}

    /** Names of stories. */
    static List<String> only() {
        return names("only", "racing,walking,crashing,outage");
    }

    /** What is killed: database, server, or both. */
    static List<String> kills() {
        return names("kill", "database,server");
    }

    static Path output() {
        return Path.of(text("output", "target/soak"));
    }

    /** How often each of server and database is killed. */
    static int cycles() {
        return number("cycles", 50);
    }

    /** After how many minutes no further cycle of one kind begins, and no further member is added. */
    static int minutes() {
        return number("minutes", 60);
    }

    /** Who add members to one group. */
    static int clients() {
        return number("clients", 64);
    }

    /** How many members each of them adds. */
    static int adds() {
        return number("adds", 1_000);
    }

    /** How many users are walked through. */
    static int users() {
        return number("users", 20_000);
    }

    /** For how long the database is away. */
    static int outageSeconds() {
        return number("outage", 30);
    }

    /** A property of the build, such as {@code lane.directory}. */
    static String required(String name) {
        String value = System.getProperty(name, "");
        if (value.isBlank()) {
            throw new IllegalStateException("property " + name + " is missing: run by mvn verify -Psoak");
        }
        return value;
    }

    private static List<String> names(String name, String otherwise) {
        return Arrays.stream(text(name, otherwise).split(",", -1))
                .map(String::strip)
                .toList();
    }

    private static int number(String name, int otherwise) {
        return Integer.parseInt(text(name, Integer.toString(otherwise)));
    }

    private static String text(String name, String otherwise) {
        String value = System.getProperty("soak." + name, "");
        return value.isBlank() ? otherwise : value;
    }
}
