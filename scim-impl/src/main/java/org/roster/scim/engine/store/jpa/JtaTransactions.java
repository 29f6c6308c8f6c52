package org.roster.scim.engine.store.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.function.Function;
import org.roster.scim.engine.database.Transactions;
import org.roster.scim.engine.journal.DirectoryUnit;

/** Transactions of the server, on the persistence unit {@code scim}. */
@ApplicationScoped
public class JtaTransactions implements Transactions {

    private final DirectoryUnit unit;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway")
    protected JtaTransactions() {
        this(null);
    }

    /**
     * Takes what it needs.
     *
     * @param unit the persistence unit
     */
    @Inject
    public JtaTransactions(DirectoryUnit unit) {
        this.unit = unit;
    }

    @Override
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public <T> T call(Function<EntityManager, T> work) {
        EntityManager entityManager = unit.entityManager();
        T result = work.apply(entityManager);
        // Whatever the database has against it, it shall say now and not at commit.
        entityManager.flush();
        return result;
    }

    @Override
    public <T> T read(Function<EntityManager, T> work) {
        EntityManager reader = unit.newEntityManager();
        try {
            return work.apply(reader);
        } finally {
            reader.close();
        }
    }
}
