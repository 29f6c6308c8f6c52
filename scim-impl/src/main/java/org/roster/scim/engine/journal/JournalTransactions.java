package org.roster.scim.engine.journal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.function.Function;

/** Transactions of the journal's own: what a reader sees must not depend on what its caller has seen or written. */
@ApplicationScoped
public class JournalTransactions {

    private final DirectoryUnit unit;

    /** For the CDI proxy. */
    protected JournalTransactions() {
        this(new DirectoryUnit());
    }

    /**
     * Takes what it needs.
     *
     * @param unit the persistence unit
     */
    @Inject
    public JournalTransactions(DirectoryUnit unit) {
        this.unit = unit;
    }

    /**
     * Runs work.
     *
     * @param work what to do
     * @param <T> what it returns
     * @return what the work returned, when it is committed
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public <T> T call(Function<EntityManager, T> work) {
        return work.apply(unit.entityManager());
    }
}
