package org.roster.scim.engine.limits;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** A request that was let in: its places are given back when it is answered, once. */
final class Ticket implements AutoCloseable {

    private final List<Usage> places;
    private final AtomicBoolean closed = new AtomicBoolean();

    Ticket(List<Usage> places) {
        this.places = places;
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            places.forEach(Usage::leave);
        }
    }
}
