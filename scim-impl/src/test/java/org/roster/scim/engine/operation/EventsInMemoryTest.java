package org.roster.scim.engine.operation;

import static org.roster.scim.fixture.TestSchemas.REGISTRY;

import org.roster.scim.engine.store.memory.MemoryResourceStore;
import org.roster.scim.fixture.Directory;

class EventsInMemoryTest extends EventsContract {

    private final Directory directory = new Directory(new MemoryResourceStore(REGISTRY), "t");

    @Override
    protected Directory directory() {
        return directory;
    }
}
