package org.roster.scim.engine.store.jpa;

import org.junit.jupiter.api.extension.ExtendWith;
import org.roster.scim.engine.database.Transactions;

@ExtendWith(Databases.class)
class LongListOnH2Test implements LongListContract {

    private final Databases.OnH2 database;

    LongListOnH2Test(Databases.OnH2 database) {
        this.database = database;
    }

    @Override
    public JpaResourceStore store() {
        return database.store();
    }

    @Override
    public Transactions transactions() {
        return database.transactions();
    }
}
