package org.roster.scim.engine.jwt;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one issuer, kept. They are read anew in the background before they are old, and stay while the issuer is
 * down. At most one reading begins a minute, whatever tokens come: an unknown key id is no reason to ask an issuer more
 * often. A request waits for a reading only if it cannot be decided without, not for long, and few at a time.
 */
final class IssuerKeys {

    /** The shortest time between the beginnings of two readings. */
    static final Duration PAUSE = Duration.ofMinutes(1);

    private static final System.Logger LOG = System.getLogger(IssuerKeys.class.getName());
    private static final int MOST_WAITING = 8;

    private final String issuer;
    private final KeySource source;
    private final Terms terms;
    private final Clock clock;
    private final Semaphore waiting = new Semaphore(MOST_WAITING);

    private volatile @Nullable KeySet keys;
    private CompletableFuture<Void> reading = CompletableFuture.completedFuture(null);
    private Instant nextReading = Instant.MIN;

    IssuerKeys(String issuer, KeySource source, Terms terms, Clock clock) {
        this.issuer = issuer;
        this.source = source;
        this.terms = terms;
        this.clock = clock;
    }

    /**
     * How long keys are good, and worth waiting for.
     *
     * @param refresh after this time they are read anew
     * @param keep after this time they are not used any more, if nobody could read newer ones
     * @param patience how long a request waits for a reading that it needs
     */
    record Terms(Duration refresh, Duration keep, Duration patience) {}

    /** What checks a token with this header; empty if there is no key for it. */
    Optional<JWSVerifier> verifierFor(JWSHeader header) {
        Optional<KeySet> known = usable();
        if (known.filter(k -> k.knowsKeyOf(header)).isPresent()) {
            if (clock.instant().isAfter(known.get().read().plus(terms.refresh))) {
                begin();
            }
            return known.get().verifierFor(header);
        }
        begin().ifPresent(this::await);
        return usable().flatMap(k -> k.verifierFor(header));
    }

    private Optional<KeySet> usable() {
        return Optional.ofNullable(keys)
                .filter(k -> clock.instant().isBefore(k.read().plus(terms.keep)));
    }

    /**
     * Begins to read the keys, unless it is too soon.
     *
     * @return the reading that is under way; empty if there is none, or none any more
     */
    synchronized Optional<CompletableFuture<Void>> begin() {
        Instant now = clock.instant();
        if (reading.isDone() && !now.isBefore(nextReading)) {
            nextReading = now.plus(PAUSE);
            reading = source.read().handle(this::take);
        }
        return Optional.of(reading).filter(r -> !r.isDone());
    }

    private @Nullable Void take(byte @Nullable [] document, @Nullable Throwable failure) {
        try {
            if (document == null) {
                throw new IllegalArgumentException(reason(failure), failure);
            }
            KeySet read = KeySet.parse(document, clock.instant());
            keys = read;
            LOG.log(System.Logger.Level.DEBUG, "SCIM08003 {0} has {1} keys for signatures", issuer, read.size());
        } catch (IllegalArgumentException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "SCIM08002 The keys of the issuer {0} cannot be read; those that are known stay in use: {1}",
                    issuer,
                    e.getMessage());
        }
        return null;
    }

    private static String reason(@Nullable Throwable failure) {
        @Nullable Throwable cause = failure != null && failure.getCause() != null ? failure.getCause() : failure;
        return String.valueOf(cause);
    }

    private void await(CompletableFuture<Void> begun) {
        if (!waiting.tryAcquire()) {
            return;
        }
        try {
            begun.get(terms.patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException noKeys) {
            // Told in the log by the reading itself.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            waiting.release();
        }
    }
}
