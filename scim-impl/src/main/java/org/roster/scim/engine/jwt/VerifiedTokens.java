package org.roster.scim.engine.jwt;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.roster.scim.spi.Caller;

/**
 * Tokens that were found right a moment ago, by their SHA-256. Only right ones come in, so nobody without one can drive
 * others out. A key that an issuer withdraws counts for a minute longer here.
 */
final class VerifiedTokens {

    static final Duration LONGEST = Duration.ofMinutes(1);
    static final int MOST = 10_000;

    private final Map<String, Known> tokens = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > MOST;
        }
    };

    synchronized Optional<Caller> find(String hash, Instant now) {
        return Optional.ofNullable(tokens.get(hash))
                .filter(known -> now.isBefore(known.until))
                .map(Known::caller);
    }

    /** Remembers a token until it ends, but for a minute at most. */
    synchronized void add(String hash, Caller caller, Instant now, Instant end) {
        Instant latest = now.plus(LONGEST);
        tokens.put(hash, new Known(caller, end.isBefore(latest) ? end : latest));
    }

    private record Known(Caller caller, Instant until) {}
}
