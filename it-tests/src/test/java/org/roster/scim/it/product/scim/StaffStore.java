package org.roster.scim.it.product.scim;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.roster.scim.engine.store.memory.MemoryResourceStore;
import org.roster.scim.schema.SchemaRegistry;
import org.roster.scim.spi.ResourceStore;

/** Keeps resources in memory. */
@ApplicationScoped
public class StaffStore {

    @Produces
    @Singleton
    ResourceStore store(SchemaRegistry registry) {
        return new MemoryResourceStore(registry);
    }
}
