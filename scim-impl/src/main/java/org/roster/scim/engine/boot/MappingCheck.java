package org.roster.scim.engine.boot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.roster.scim.engine.schema.SchemaSources;
import org.roster.scim.engine.store.mapped.MappedResourceStore;
import org.roster.scim.spi.ServiceStarting;

/** Checks the mappings of a product at the start, against schemas and JPA together: one message tells all mistakes. */
@ApplicationScoped
public class MappingCheck {

    void check(@Observes ServiceStarting start, SchemaSources schemas, MappedResourceStore store) {
        store.check(schemas.mappingMistakes());
    }
}
