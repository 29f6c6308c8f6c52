package org.roster.scim.engine.bulk;

import org.roster.scim.engine.store.memory.MemoryResourceStore;
import org.roster.scim.fixture.TestSchemas;

class BulkInMemoryTest extends BulkContract {

    BulkInMemoryTest() {
        super(new MemoryResourceStore(TestSchemas.REGISTRY));
    }
}
