package org.roster.scim.engine.store.mapped;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Typed;
import jakarta.enterprise.inject.literal.NamedLiteral;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.roster.scim.engine.database.Transactions;

/**
 * Transactions of the server on the product's persistence unit: on the EntityManager bean that is called {@code scim}, or the
 * only one there is.
 */
@ApplicationScoped
@Typed(ProductTransactions.class)
public class ProductTransactions implements Transactions {

    private final @Nullable Instance<EntityManager> managers;

    /** For the CDI proxy. */
    protected ProductTransactions() {
        this.managers = null;
    }

    /**
     * Takes what the product produces.
     *
     * @param managers beans of type {@link EntityManager}
     */
    @Inject
    public ProductTransactions(@Any Instance<EntityManager> managers) {
        this.managers = managers;
    }

    @Override
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public <T> T call(Function<EntityManager, T> work) {
        EntityManager em = manager();
        T result = work.apply(em);
        // Whatever the database has against it, it shall say now and not at commit.
        em.flush();
        return result;
    }

    @Override
    public <T> T read(Function<EntityManager, T> work) {
        return work.apply(manager());
    }

    private EntityManager manager() {
        if (managers == null) {
            throw new IllegalStateException("a proxy has no transactions");
        }
        Instance<EntityManager> named = managers.select(NamedLiteral.of("scim"));
        if (named.isResolvable()) {
            return named.get();
        }
        if (!managers.isResolvable()) {
            throw new IllegalStateException(
                    "SCIM11011 There must be one CDI bean of type EntityManager, or one called"
                            + " \"scim\", for the EntityMappings: a method @Produces @Named(\"scim\") that returns what @PersistenceContext has injected");
        }
        return managers.get();
    }
}
