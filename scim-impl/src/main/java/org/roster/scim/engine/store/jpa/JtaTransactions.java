package org.roster.scim.engine.store.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceUnit;
import jakarta.transaction.Transactional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.roster.scim.engine.database.Transactions;

/** Transactions of the server, on the persistence unit {@code scim}. */
@ApplicationScoped
public class JtaTransactions implements Transactions {

    @PersistenceContext(unitName = "scim")
    private @Nullable EntityManager entityManager;

    @PersistenceUnit(unitName = "scim")
    private @Nullable EntityManagerFactory factory;

    @Override
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public <T> T call(Function<EntityManager, T> work) {
        if (entityManager == null) {
            throw new IllegalStateException("the persistence unit scim was not injected");
        }
        T result = work.apply(entityManager);
        // Whatever the database has against it, it shall say now and not at commit.
        entityManager.flush();
        return result;
    }

    @Override
    public <T> T read(Function<EntityManager, T> work) {
        if (factory == null) {
            throw new IllegalStateException("the persistence unit scim was not injected");
        }
        EntityManager reader = factory.createEntityManager();
        try {
            return work.apply(reader);
        } finally {
            reader.close();
        }
    }
}
