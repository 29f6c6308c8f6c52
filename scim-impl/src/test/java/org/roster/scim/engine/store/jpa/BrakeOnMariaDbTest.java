package org.roster.scim.engine.store.jpa;

import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Databases.class)
class BrakeOnMariaDbTest extends BrakeContract {

    BrakeOnMariaDbTest(Databases.OnMariaDb database) {
        super(database.transactions());
    }
}
