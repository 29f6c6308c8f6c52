package org.roster.scim.engine.store.jpa;

import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Databases.class)
class TotalsOnH2Test implements TotalsContract {

    private final JpaResourceStore store;

    TotalsOnH2Test(Databases.OnH2 database) {
        this.store = database.store();
    }

    @Override
    public JpaResourceStore store() {
        return store;
    }
}
