package org.roster.scim.it.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An operation of the service, and what it is held beside.
 *
 * @param measured the operation; its name is for {@code -Dbenchmark.only=}
 * @param beside what the goal is a multiple of, if there is such a thing
 * @param goal what it shall not exceed
 */
record Comparison(Side measured, Optional<Side> beside, Goal goal) {

    /** What came out on one side. */
    record Outcome(String name, Series series, Profile profile) {

        private static Outcome of(Side side, List<Sample> samples) {
            return new Outcome(side.name(), new Series(samples), side.profile());
        }
    }

    /** What came out. */
    record Result(Outcome measured, Optional<Outcome> beside, Goal goal) {}

    /** Warms both sides up, and lets them take turns, so that whatever else the machine does hits both. */
    Result run(int workers) {
        beside.ifPresent(side -> side.warmUp(workers));
        measured.warmUp(workers);
        List<Sample> own = new ArrayList<>();
        List<Sample> others = new ArrayList<>();
        for (int i = 0; i < Settings.rounds(); i++) {
            beside.ifPresent(side -> others.add(side.run(workers)));
            own.add(measured.run(workers));
        }
        return new Result(Outcome.of(measured, own), beside.map(side -> Outcome.of(side, others)), goal);
    }
}
