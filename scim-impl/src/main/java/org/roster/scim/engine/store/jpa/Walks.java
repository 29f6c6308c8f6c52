package org.roster.scim.engine.store.jpa;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.roster.scim.query.Position.Edge;
import org.roster.scim.query.Query;
import org.roster.scim.spi.Caller;
import org.roster.scim.spi.RequestContext;

/**
 * Remembers where pages of all resources by index ended. Clients walk a directory by {@code startIndex} 1, 101, 201, ..., and a database finds
 * the 900,000th row by counting all before it; whoever goes on where a page ended need not count. The memory is a help and
 * nothing depends on it: what is forgotten, was read at another node, or is more than a page out of date, is counted. A walk that
 * goes on where it ended also misses nobody and sees nobody twice when others are deleted meanwhile. Thread-safe.
 */
final class Walks {

    private static final int MOST = 1_000;
    private static final long KEPT_MILLIS = 300_000;

    /** Who walks through what, and which index comes next. Each page is a request of its own, so nothing of that is here. */
    private record Step(String tenant, Caller who, List<String> types, String order, long startIndex) {

        static Step of(RequestContext context, Query query, long startIndex) {
            return new Step(
                    context.tenant(),
                    context.caller(),
                    query.types().stream().map(Object::toString).toList(),
                    query.order().sort().toString(),
                    startIndex);
        }
    }

    private record Place(End end, long seen) {}

    /**
     * Where a page ended.
     *
     * @param edge its last resource
     * @param moves how many had come and gone until then, see {@link Totals}
     */
    record End(Edge edge, long moves) {

        /** Whether so few have come and gone since that the next page is still the next page. */
        boolean holds(long movesNow, int pageSize) {
            return movesNow >= moves && movesNow - moves <= pageSize;
        }
    }

    private final Clock clock;

    @SuppressWarnings("serial") // Nobody writes it anywhere.
    private final Map<Step, Place> places = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Step, Place> eldest) {
            return size() > MOST;
        }
    };

    Walks(Clock clock) {
        this.clock = clock;
    }

    /** A page ended here, and the next one begins at an index. */
    void remember(RequestContext context, Query query, long nextIndex, End end) {
        Step step = Step.of(context, query, nextIndex);
        synchronized (places) {
            places.put(step, new Place(end, clock.millis()));
        }
    }

    /** What stands before an index, as the caller saw it. */
    Optional<End> before(RequestContext context, Query query, long startIndex) {
        Step step = Step.of(context, query, startIndex);
        synchronized (places) {
            return Optional.ofNullable(places.get(step))
                    .filter(place -> clock.millis() - place.seen() < KEPT_MILLIS)
                    .map(Place::end);
        }
    }
}
