package org.roster.scim.engine.store.jpa;

import org.junit.jupiter.api.extension.ExtendWith;
import org.roster.scim.fixture.TestSchemas;
import org.roster.scim.kit.store.ResourceStoreContract;

@ExtendWith(Databases.class)
class JpaResourceStoreOnPostgresTest extends ResourceStoreContract {

    JpaResourceStoreOnPostgresTest(Databases.OnPostgres database) {
        super(database.store(), TestSchemas.REGISTRY);
    }
}
