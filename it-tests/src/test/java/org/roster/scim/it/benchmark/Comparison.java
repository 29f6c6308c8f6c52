package org.roster.scim.it.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An operation of the service, and what it is held beside.
 *
 * @param name short, for {@code -Dbenchmark.only=}
 * @param roster the operation
 * @param floor the same without SCIM, if there is such a thing
 * @param goal what it shall not exceed
 */
record Comparison(String name, Operation roster, Optional<Operation> floor, Goal goal) {

    /** What came out. */
    record Result(String name, Series roster, Optional<Series> floor, Goal goal) {}

    /** Warms both sides up, and lets them take turns, so that whatever else the machine does hits both. */
    Result run(Round round, int workers) {
        floor.ifPresent(operation -> round.warmUp(operation, workers));
        round.warmUp(roster, workers);
        List<Sample> own = new ArrayList<>();
        List<Sample> others = new ArrayList<>();
        for (int i = 0; i < Settings.rounds(); i++) {
            floor.ifPresent(operation -> others.add(round.run(operation, workers)));
            own.add(round.run(roster, workers));
        }
        return new Result(name, new Series(own), floor.map(operation -> new Series(others)), goal);
    }
}
