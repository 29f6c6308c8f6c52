package org.roster.scim.engine.store.memory;

import org.roster.scim.fixture.TestSchemas;
import org.roster.scim.kit.store.ResourceStoreContract;

class MemoryResourceStoreTest extends ResourceStoreContract {

    MemoryResourceStoreTest() {
        super(new MemoryResourceStore(TestSchemas.REGISTRY), TestSchemas.REGISTRY);
    }
}
