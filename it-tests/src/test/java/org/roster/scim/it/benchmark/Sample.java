package org.roster.scim.it.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * What one round gave.
 *
 * @param perSecond right answers
 * @param p50 milliseconds, as the client saw them, as are the next two
 * @param server CPU milliseconds of a request in the server
 * @param database CPU milliseconds of a request in the database
 * @param errors wrong answers
 */
record Sample(
        double perSecond,
        double p50,
        double p95,
        double p99,
        double server,
        double database,
        long requests,
        long errors,
        String firstError) {

    static Sample of(List<Round.Asked> asked, double seconds, CpuTime cpu) {
        long[] nanos = asked.stream()
                .flatMapToLong(a -> LongStream.of(Arrays.copyOf(a.nanos, a.requests)))
                .sorted()
                .toArray();
        int errors = asked.stream().mapToInt(a -> a.errors).sum();
        int requests = Math.max(1, nanos.length);
        return new Sample(
                (nanos.length - errors) / seconds,
                percentile(nanos, 50),
                percentile(nanos, 95),
                percentile(nanos, 99),
                cpu.server() / requests,
                cpu.database() / requests,
                nanos.length,
                errors,
                asked.stream()
                        .map(a -> a.firstError)
                        .filter(e -> !e.isEmpty())
                        .findFirst()
                        .orElse(""));
    }

    double cpu() {
        return server + database;
    }

    private static double percentile(long[] sorted, int percent) {
        if (sorted.length == 0) {
            return 0;
        }
        int at = (int) Math.ceil(sorted.length * percent / 100.0) - 1;
        return sorted[Math.max(0, at)] / 1e6;
    }
}
