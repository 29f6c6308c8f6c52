package org.roster.scim.engine.store.jpa;

import jakarta.persistence.EntityManager;
import java.util.function.Function;

/** What the proxies of CDI have, which need something and never use it. */
final class NoTransactions implements Transactions {

    @Override
    public <T> T call(Function<EntityManager, T> work) {
        throw new IllegalStateException("a proxy has no transactions");
    }

    @Override
    public <T> T read(Function<EntityManager, T> work) {
        return call(work);
    }
}
