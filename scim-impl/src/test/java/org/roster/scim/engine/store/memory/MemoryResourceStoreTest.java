package org.roster.scim.engine.store.memory;

import org.roster.scim.engine.store.ResourceStoreContract;
import org.roster.scim.fixture.TestSchemas;

class MemoryResourceStoreTest extends ResourceStoreContract {

    MemoryResourceStoreTest() {
        super(new MemoryResourceStore(TestSchemas.REGISTRY));
    }
}
