package org.roster.scim.engine.store.jpa;

import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Databases.class)
class TotalsOnMariaDbTest implements TotalsContract {

    private final JpaResourceStore store;

    TotalsOnMariaDbTest(Databases.OnMariaDb database) {
        this.store = database.store();
    }

    @Override
    public JpaResourceStore store() {
        return store;
    }
}
