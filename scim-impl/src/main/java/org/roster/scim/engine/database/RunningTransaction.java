package org.roster.scim.engine.database;

import jakarta.persistence.EntityManager;
import java.util.function.Function;
import org.roster.scim.error.ScimException;

/**
 * Part of a transaction that somebody else began and will end.
 *
 * @param em of that transaction
 * @param depth in how many other parts it is
 */
record RunningTransaction(EntityManager em, int depth) implements Transactions {

    @Override
    public <T> T call(Function<EntityManager, T> work) {
        T result = work.apply(em);
        em.flush();
        // A flush looks at everything that is managed; with a thousand calls in one transaction that would be felt.
        em.clear();
        return result;
    }

    @Override
    public <T> T read(Function<EntityManager, T> work) {
        return call(work);
    }

    /**
     * Runs work that can be undone alone. Only refusals of ours undo it: where the database itself fails, nothing of the
     * transaction can go on.
     */
    public <T> T part(Function<EntityManager, T> work) {
        String savepoint = "scim_part_" + depth;
        execute("savepoint " + savepoint);
        T result;
        try {
            result = call(work);
        } catch (ScimException refused) {
            em.clear();
            execute("rollback to savepoint " + savepoint);
            throw refused;
        }
        execute("release savepoint " + savepoint);
        return result;
    }

    /** A part of what is running now. */
    public RunningTransaction inner() {
        return new RunningTransaction(em, depth + 1);
    }

    private void execute(String statement) {
        NativeQueries.execute(em, statement, new Parameters());
    }
}
