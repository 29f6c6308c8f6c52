package org.roster.scim.engine.journal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Transactions of the journal's own: what a reader sees must not depend on what its caller has seen or written. */
@ApplicationScoped
public class JournalTransactions {

    @PersistenceContext(unitName = "scim")
    private @Nullable EntityManager entityManager;

    /**
     * Runs work.
     *
     * @param work what to do
     * @param <T> what it returns
     * @return what the work returned, when it is committed
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public <T> T call(Function<EntityManager, T> work) {
        if (entityManager == null) {
            throw new IllegalStateException("the persistence unit scim was not injected");
        }
        return work.apply(entityManager);
    }
}
