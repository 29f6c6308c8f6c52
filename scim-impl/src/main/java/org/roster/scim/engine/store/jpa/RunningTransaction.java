package org.roster.scim.engine.store.jpa;

import jakarta.persistence.EntityManager;
import java.util.function.Function;

/**
 * Part of a transaction that somebody else began and will end.
 *
 * @param em of that transaction
 */
record RunningTransaction(EntityManager em) implements Transactions {

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
}
