package org.roster.scim.engine.store.jpa;

import org.junit.jupiter.api.extension.ExtendWith;
import org.roster.scim.engine.database.Transactions;

@ExtendWith(Databases.class)
class ChainOnMariaDbTest implements ChainContract {

    private final Databases.OnMariaDb database;

    ChainOnMariaDbTest(Databases.OnMariaDb database) {
        this.database = database;
    }

    @Override
    public Transactions transactions() {
        return database.transactions();
    }

    @Override
    public JpaResourceStore store() {
        return database.store();
    }
}
