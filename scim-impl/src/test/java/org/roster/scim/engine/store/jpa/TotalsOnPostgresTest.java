package org.roster.scim.engine.store.jpa;

import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Databases.class)
class TotalsOnPostgresTest implements TotalsContract {

    private final JpaResourceStore store;

    TotalsOnPostgresTest(Databases.OnPostgres database) {
        this.store = database.store();
    }

    @Override
    public JpaResourceStore store() {
        return store;
    }
}
