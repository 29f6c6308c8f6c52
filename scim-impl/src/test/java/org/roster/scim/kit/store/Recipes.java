package org.roster.scim.kit.store;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.roster.scim.engine.configuration.Configuration;
import org.roster.scim.engine.cursor.Cursors;
import org.roster.scim.engine.event.ResourceEvents;
import org.roster.scim.engine.operation.Capabilities;
import org.roster.scim.engine.operation.Operations;
import org.roster.scim.engine.operation.Permission;
import org.roster.scim.engine.operation.Sessions;
import org.roster.scim.engine.operation.Stores;
import org.roster.scim.engine.schema.SchemaSources;
import org.roster.scim.engine.security.RoleAuthorizer;
import org.roster.scim.engine.security.Secrets;
import org.roster.scim.fixture.Directory;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.spi.Caller;
import org.roster.scim.spi.RequestContext;
import org.roster.scim.spi.ResourceStore;

/** The operations of the engine on a store that is alone in its service. */
record Recipes(Directory directory) {

    private static final Configuration CONFIGURATION = new Configuration(Map.<String, String>of()::get, Map.of());

    Operations operations() {
        return new Operations(
                new Permission(new RoleAuthorizer()),
                stores(),
                new Secrets(),
                new Cursors(name -> new byte[32], CONFIGURATION),
                Sessions.of(List.of()),
                new ResourceEvents(),
                CONFIGURATION);
    }

    RequestContext context() {
        return new RequestContext(directory.tenant(), new Caller("test", Set.of("scim-admin")));
    }

    /** What ServiceProviderConfig would say. */
    Capabilities claimed() {
        return Capabilities.of(stores(), types());
    }

    /** What ResourceTypes would show. */
    List<ResourceType> types() {
        return SchemaSources.kept(
                List.of(directory.store()), directory.registry().resourceTypes());
    }

    private Stores stores() {
        return Stores.of(List.of(directory.store()));
    }

    boolean has(Class<? extends ResourceStore> capability) {
        return capability.isInstance(directory.store());
    }
}
