package org.roster.scim.engine.store.jpa;

import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Databases.class)
class BrakeOnMariaDbAsItIsTest extends BrakeContract {

    BrakeOnMariaDbAsItIsTest(Databases.OnMariaDbAsItIs database) {
        super(database.transactions());
    }
}
