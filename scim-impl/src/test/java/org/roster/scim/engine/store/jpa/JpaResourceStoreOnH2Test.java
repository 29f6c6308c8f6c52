package org.roster.scim.engine.store.jpa;

import org.junit.jupiter.api.extension.ExtendWith;
import org.roster.scim.fixture.TestSchemas;
import org.roster.scim.kit.store.ResourceStoreContract;

@ExtendWith(Databases.class)
class JpaResourceStoreOnH2Test extends ResourceStoreContract {

    JpaResourceStoreOnH2Test(Databases.OnH2 database) {
        super(database.store(), TestSchemas.REGISTRY);
    }

    @Override
    public boolean ordersByCodePoints() {
        return false;
    }
}
