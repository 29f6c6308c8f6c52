package org.roster.scim.engine.store.jpa;

import org.junit.jupiter.api.extension.ExtendWith;
import org.roster.scim.engine.database.Transactions;

@ExtendWith(Databases.class)
class ChainOnH2Test implements ChainContract {

    private final Databases.OnH2 database;

    ChainOnH2Test(Databases.OnH2 database) {
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
