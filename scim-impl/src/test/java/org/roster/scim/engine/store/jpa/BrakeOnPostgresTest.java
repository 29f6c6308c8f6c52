package org.roster.scim.engine.store.jpa;

import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Databases.class)
class BrakeOnPostgresTest extends BrakeContract {

    BrakeOnPostgresTest(Databases.OnPostgres database) {
        super(database.transactions());
    }
}
