package org.roster.scim.it.benchmark;

import java.util.Locale;

/**
 * What an operation shall not exceed.
 *
 * @param kind of the figure
 * @param limit of the figure
 */
record Goal(Kind kind, double limit) {

    enum Kind {
        /** CPU time of a request, as a multiple of that of what it is held beside. */
        MULTIPLE,
        /** CPU milliseconds of a request. */
        MILLIS,
        /** Requests per second, in percent of those of what it is held beside; more is better. */
        THROUGHPUT,
        /** There is no goal. */
        NONE
    }

    static Goal none() {
        return new Goal(Kind.NONE, 0);
    }

    static Goal multiple(double limit) {
        return new Goal(Kind.MULTIPLE, limit);
    }

    static Goal millis(double limit) {
        return new Goal(Kind.MILLIS, limit);
    }

    static Goal throughput(double percent) {
        return new Goal(Kind.THROUGHPUT, percent);
    }

    /** For the table; empty if there is none. */
    String text() {
        return switch (kind) {
            case MULTIPLE -> String.format(Locale.ROOT, "CPU <= %.1f x", limit);
            case MILLIS -> String.format(Locale.ROOT, "CPU <= %.1f ms", limit);
            case THROUGHPUT -> String.format(Locale.ROOT, ">= %.0f %% of req/s", limit);
            case NONE -> "";
        };
    }
}
