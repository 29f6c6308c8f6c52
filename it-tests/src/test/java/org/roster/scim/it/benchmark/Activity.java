package org.roster.scim.it.benchmark;

import java.util.BitSet;
import java.util.Random;

/**
 * Who is active among the users, so that each request changes somebody. Those who change the same users share one.
 *
 * @param people who is in the directory
 * @param inactive the numbers of those who are not active
 */
record Activity(Population people, BitSet inactive) {

    /** A user, and what he shall be. */
    record Change(String id, boolean active) {}

    /** As an earlier run has left it. */
    static Activity of(Population people) {
        return new Activity(people, people.inactive());
    }

    /** Turns one of a worker's own users around. */
    Change next(Random random, int worker, int workers) {
        int n = random.nextInt(people.size() / workers) * workers + worker;
        synchronized (inactive) {
            boolean active = inactive.get(n);
            inactive.flip(n);
            return new Change(people.id(n), active);
        }
    }
}
