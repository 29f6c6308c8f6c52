package org.roster.scim.testing;

import java.util.Random;

/**
 * Randomness that can be repeated: every run takes the same seed unless {@code -Droster.test.seed=} gives another, and a
 * test names it when it fails.
 */
public final class Seed {

    private static final long VALUE = Long.getLong("roster.test.seed", 20_261_123L);

    private Seed() {}

    public static Random random() {
        return new Random(VALUE);
    }

    /** For the description of an assertion. */
    public static String said(int run) {
        return "run " + run + " with -Droster.test.seed=" + VALUE;
    }
}
