package org.roster.scim.engine.store.jpa;

import org.junit.jupiter.api.extension.ExtendWith;
import org.roster.scim.engine.bulk.BulkContract;

@ExtendWith(Databases.class)
class BulkOnH2Test extends BulkContract {

    BulkOnH2Test(Databases.OnH2 database) {
        super(database.store());
    }
}
