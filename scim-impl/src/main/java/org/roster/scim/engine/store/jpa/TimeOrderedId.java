package org.roster.scim.engine.store.jpa;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes ids: UUIDs of version 7 (RFC 9562 §5.7), so that new rows stand together in the index and the order of ids is that
 * of creation, to the millisecond.
 */
final class TimeOrderedId {

    private static final SecureRandom RANDOM = new SecureRandom();

    private static final AtomicLong COUNTER = new AtomicLong(RANDOM.nextInt());

    private TimeOrderedId() {}

    /** A text that no id of an earlier time comes after, and no id of this one before. */
    static String first(long millis) {
        return new UUID(millis << 16, 0).toString();
    }

    static String at(long millis) {
        long high = (millis << 16) | 0x7000L | RANDOM.nextInt(0x1000);
        long low = (RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }

    /** An id that comes after all that this process made for the same millisecond (RFC 9562 §6.2, method 1). */
    static String next(long millis) {
        long count = COUNTER.incrementAndGet() & 0x3FFF_FFFFL;
        long high = (millis << 16) | 0x7000L | (count >>> 18);
        long low = (RANDOM.nextLong() & 0xFFF_FFFF_FFFFL) | ((count & 0x3FFFFL) << 44) | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }
}
