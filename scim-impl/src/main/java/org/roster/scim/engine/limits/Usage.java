package org.roster.scim.engine.limits;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.roster.scim.engine.configuration.Limit;

/**
 * What one caller uses at the moment: a token bucket and the number of requests that are not answered yet. Of the bucket
 * one number is kept, the time at which it will be full again. No locks.
 */
final class Usage {

    /** In place of the number of requests, once the usage is forgotten. */
    private static final int FORGOTTEN = -1;

    private static final long SECOND = 1_000_000_000L;
    private static final long MINUTE = 60 * SECOND;

    private final Limit limit;
    private final long interval;
    private final long room;
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicLong full;
    private final AtomicLong told;

    /** All times are nanoseconds of one clock that never goes back, such as {@link System#nanoTime}. */
    Usage(Limit limit, long now) {
        this.limit = limit;
        this.interval = limit.rate() == 0 ? 0 : SECOND / limit.rate();
        this.room = interval * (limit.most() - 1);
        this.full = new AtomicLong(now);
        this.told = new AtomicLong(now - MINUTE);
    }

    Limit limit() {
        return limit;
    }

    /** Asks for a request. If it is admitted, {@link #leave} must be called when it is answered. */
    Verdict enter(long now) {
        int before;
        do {
            before = running.get();
            if (before == FORGOTTEN) {
                return Verdict.FORGOTTEN;
            }
            if (limit.concurrent() > 0 && before >= limit.concurrent()) {
                return Verdict.CROWDED;
            }
        } while (!running.compareAndSet(before, before + 1));
        long wait = take(now);
        if (wait > 0) {
            leave();
            return Verdict.tooEarly((int) ((wait + SECOND - 1) / SECOND));
        }
        return Verdict.ADMITTED;
    }

    /** Says that a request is answered. */
    void leave() {
        running.decrementAndGet();
    }

    /** Says that a request was not made after all, because another limit refused it. */
    void undo() {
        full.addAndGet(-interval);
        leave();
    }

    /** Forgets a usage that is as if it were new, so that nobody can use it any more; false if it is not so. */
    boolean forget(long now) {
        if (!running.compareAndSet(0, FORGOTTEN)) {
            return false;
        }
        if (full.get() - now <= 0) {
            return true;
        }
        running.set(0);
        return false;
    }

    /** Whether the operator should be told of a refusal: once a minute. */
    boolean tell(long now) {
        long last = told.get();
        return now - last >= MINUTE && told.compareAndSet(last, now);
    }

    /** The nanoseconds until a token is there; 0 if it is taken. */
    private long take(long now) {
        if (interval == 0) {
            return 0;
        }
        while (true) {
            long before = full.get();
            long wait = before - now - room;
            if (wait > 0) {
                return wait;
            }
            if (full.compareAndSet(before, (before - now > 0 ? before : now) + interval)) {
                return 0;
            }
        }
    }

    /**
     * What becomes of a request.
     *
     * @param seconds to wait before the next try, if it is refused
     */
    record Verdict(Kind kind, int seconds) {
        static final Verdict ADMITTED = new Verdict(Kind.ADMITTED, 0);
        static final Verdict FORGOTTEN = new Verdict(Kind.FORGOTTEN, 0);
        static final Verdict CROWDED = new Verdict(Kind.CROWDED, 1);

        static Verdict tooEarly(int seconds) {
            return new Verdict(Kind.TOO_EARLY, seconds);
        }

        enum Kind {
            /** It may go on. */
            ADMITTED,
            /** There is no token in the bucket. */
            TOO_EARLY,
            /** As many as may be are running. */
            CROWDED,
            /** This usage is not in use any more: ask for another one. */
            FORGOTTEN
        }
    }
}
