package org.roster.scim.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Random;

/**
 * One oracle's run: how often it is asked, and with which dice. {@code -Droster.oracle.cases=1000000} asks more often (the
 * profile {@code oracles} does), {@code -Droster.oracle.seed} throws the dice of an earlier run again. The seed is part of
 * every failure and, with what was done, a line in {@code target/oracles.txt}.
 */
public final class Trial {

    private static final int CASES = Integer.getInteger("roster.oracle.cases", 100_000);
    private static final long SEED = Long.getLong("roster.oracle.seed", new Random().nextLong() >>> 16);

    private final String name;
    private final int cases;
    private final Random random = new Random(SEED);
    private final long started = System.nanoTime();
    private final long cpu = cpuTime();

    private Trial(String name, int cases) {
        this.name = name;
        this.cases = cases;
    }

    public static Trial of(String name) {
        return share(name, 100);
    }

    /** A part of the cases, for what cannot be asked so often. */
    public static Trial share(String name, int percent) {
        return new Trial(name, (int) (CASES / 100L * percent));
    }

    public int cases() {
        return cases;
    }

    public Random random() {
        return random;
    }

    /** What a failure begins with. */
    public String seed() {
        return "-Droster.oracle.seed=" + SEED + " -Droster.oracle.cases=" + CASES;
    }

    /** Says what was done. */
    public void done(String what) {
        String line = String.format(
                Locale.ROOT,
                "%s: %s; seed %d, %.1f s, of which %.1f s CPU of this thread%n",
                name,
                what,
                SEED,
                (System.nanoTime() - started) / 1e9,
                (cpuTime() - cpu) / 1e9);
        System.out.print(line);
        try {
            Files.writeString(
                    Files.createDirectories(Path.of("target")).resolve("oracles.txt"),
                    line,
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long cpuTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
