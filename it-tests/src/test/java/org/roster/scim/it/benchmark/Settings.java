package org.roster.scim.it.benchmark;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** What can be set, system properties {@code benchmark.*}; the README lists them. */
final class Settings {

    private Settings() {}

    static int users() {
        return number("users", 10_000);
    }

    /** How many are in the directory beside it; 0 for none. */
    static int besideUsers() {
        return number("beside", 0);
    }

    /** Where a database lies, by the name of a setting. */
    static Path database(String name, int users) {
        return Path.of(text(name, output().resolve("postgresql-" + users).toString()));
    }

    static Path output() {
        return Path.of(text("output", "target/benchmark"));
    }

    /** Names of operations; empty for all. */
    static Set<String> only() {
        return Arrays.stream(text("only", "").split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
    }

    static int rounds() {
        return number("rounds", 5);
    }

    /** How long a round lasts. */
    static int seconds() {
        return number("seconds", 5);
    }

    /** How long each side of a comparison runs before the first round, at most. */
    static int warmupSeconds() {
        return number("warmup", 120);
    }

    /** After which a walk ends wherever it is. */
    static int walkSeconds() {
        return number("walk", 600);
    }

    static int workers() {
        return number("workers", 2);
    }

    /** Between an answer and the next request of a worker. */
    static int pauseMicros() {
        return number("pause", 300);
    }

    /** Whether the rounds are recorded; what they cost then is not what they cost. */
    static boolean profile() {
        return Boolean.parseBoolean(text("profile", "false"));
    }

    /** The options of the server's JVM that matter here. */
    static String jvm() {
        return text("jvm", "-Xms1g -Xmx1g");
    }

    /** The process of a server that runs already; 0 to start one. */
    static long serverPid() {
        return number("server.pid", 0);
    }

    /** A property of the build, such as {@code http.port}. */
    static String required(String name) {
        String value = System.getProperty(name, "");
        if (value.isBlank()) {
            throw new IllegalStateException("property " + name + " is missing: run by mvn verify -Pbenchmark");
        }
        return value;
    }

    private static int number(String name, int otherwise) {
        return Integer.parseInt(text(name, Integer.toString(otherwise)));
    }

    private static String text(String name, String otherwise) {
        String value = System.getProperty("benchmark." + name, "");
        return value.isBlank() ? otherwise : value;
    }
}
