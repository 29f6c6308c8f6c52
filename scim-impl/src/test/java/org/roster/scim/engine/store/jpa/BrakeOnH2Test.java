package org.roster.scim.engine.store.jpa;

import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Databases.class)
class BrakeOnH2Test extends BrakeContract {

    BrakeOnH2Test(Databases.OnH2 database) {
        super(database.transactions());
    }
}
