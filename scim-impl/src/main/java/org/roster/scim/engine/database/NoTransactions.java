package org.roster.scim.engine.database;

import jakarta.persistence.EntityManager;
import java.util.function.Function;

/** What the proxies of CDI have, which need something and never use it. */
public final class NoTransactions implements Transactions {

    @Override
    public <T> T call(Function<EntityManager, T> work) {
        throw new IllegalStateException("a proxy has no transactions");
    }

    @Override
    public <T> T read(Function<EntityManager, T> work) {
        return call(work);
    }
}
