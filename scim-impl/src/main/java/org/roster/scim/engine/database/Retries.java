package org.roster.scim.engine.database;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.TransactionalException;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.roster.scim.error.ScimException;

/**
 * Runs work in a transaction, and again if it collided with somebody else's: a lost race for a version, a deadlock, a
 * duplicate key. Which of these it was no database says in a portable way; so after a failure the caller's diagnosis looks
 * whether the request itself is to blame, and if it is not, trying again is right (choice A-13), unless the failure would
 * come back.
 */
public final class Retries {

    private static final System.Logger LOG = System.getLogger(Retries.class.getName());
    private static final int ATTEMPTS = 10;
    private static final int LONGEST_FIRST_PAUSE_MILLIS = 10;

    private final Transactions transactions;
    private final int attempts;

    /**
     * Begins.
     *
     * @param transactions runs the work
     */
    public Retries(Transactions transactions) {
        this(transactions, ATTEMPTS);
    }

    private Retries(Transactions transactions, int attempts) {
        this.transactions = transactions;
        this.attempts = attempts;
    }

    /** Inside a running transaction nothing is tried again: a failure ends all of it, and whoever began it may begin anew. */
    public Retries within(EntityManager em) {
        RunningTransaction running =
                transactions instanceof RunningTransaction outer ? outer.inner() : new RunningTransaction(em, 0);
        return new Retries(running, 1);
    }

    /** Somebody else changed the resource between reading and writing it. */
    public static final class Collision extends PersistenceException {
        private static final long serialVersionUID = 1L;
    }

    public <T> T call(Function<EntityManager, T> work) {
        return call(() -> transactions.call(work), Optional::empty);
    }

    /** Work that only reads. */
    public <T> T read(Function<EntityManager, T> work) {
        return call(() -> transactions.read(work), Optional::empty);
    }

    /** Work that takes effect as a whole or not at all; inside of a running transaction it can be undone alone. */
    public <T> T whole(Function<EntityManager, T> work) {
        return transactions instanceof RunningTransaction running ? running.part(work) : call(work);
    }

    public <T> T call(Function<EntityManager, T> work, Function<EntityManager, Optional<ScimException>> diagnosis) {
        return call(() -> transactions.call(work), () -> diagnosed(diagnosis));
    }

    private <T> T call(Supplier<T> work, Supplier<Optional<ScimException>> diagnosis) {
        if (attempts == 1) {
            return work.get();
        }
        @Nullable RuntimeException last = null;
        for (int attempt = 1; attempt <= attempts; attempt++) {
            try {
                return work.get();
            } catch (PersistenceException | TransactionalException e) {
                last = e;
            }
            Optional<ScimException> blame = diagnosis.get();
            if (blame.isPresent()) {
                throw blame.get();
            }
            if (!DatabaseFailure.mayPass(last)) {
                throw new IllegalStateException("SCIM05009 the database refuses a statement of ours", last);
            }
            pause(attempt);
        }
        LOG.log(
                System.Logger.Level.ERROR,
                "SCIM05001 The database did not take a change in " + attempts + " tries",
                last);
        throw ScimException.of(503, "the directory is busy or its database does not answer; try again shortly");
    }

    private Optional<ScimException> diagnosed(Function<EntityManager, Optional<ScimException>> diagnosis) {
        try {
            return transactions.call(diagnosis);
        } catch (PersistenceException | TransactionalException stillNoDatabase) {
            return Optional.empty();
        }
    }

    private static void pause(int attempt) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(1, LONGEST_FIRST_PAUSE_MILLIS * attempt + 2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ScimException.of(503, "the service is stopping; try again shortly");
        }
    }
}
