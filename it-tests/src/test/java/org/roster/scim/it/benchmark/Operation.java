package org.roster.scim.it.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A kind of request that is measured. */
@FunctionalInterface
interface Operation {

    /** What one of several workers asks, one request after the other. */
    Script script(int worker, int workers);

    /** The requests of one worker. */
    @FunctionalInterface
    interface Script {
        Exchange next();
    }

    /** An operation and how many of hundred requests are its. */
    record Share(Operation operation, int percent) {}

    /** Several operations mixed; the order follows from the number of the worker alone. */
    static Operation mixed(List<Share> shares) {
        return (worker, workers) -> {
            List<Script> scripts = new ArrayList<>();
            for (Share share : shares) {
                Script script = share.operation().script(worker, workers);
                for (int i = 0; i < share.percent(); i++) {
                    scripts.add(script);
                }
            }
            Random random = new Random(worker);
            return () -> scripts.get(random.nextInt(scripts.size())).next();
        };
    }
}
