package org.roster.scim.engine.store.jpa;

import org.junit.jupiter.api.extension.ExtendWith;
import org.roster.scim.engine.database.Transactions;

@ExtendWith(Databases.class)
class ChainOnPostgresTest implements ChainContract {

    private final Databases.OnPostgres database;

    ChainOnPostgresTest(Databases.OnPostgres database) {
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
