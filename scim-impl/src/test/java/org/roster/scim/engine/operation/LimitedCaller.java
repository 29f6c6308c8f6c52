package org.roster.scim.engine.operation;

import static org.roster.scim.fixture.TestSchemas.REGISTRY;
import static org.roster.scim.fixture.TestSchemas.path;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.roster.scim.engine.configuration.Configuration;
import org.roster.scim.engine.cursor.Cursors;
import org.roster.scim.engine.event.ResourceEvents;
import org.roster.scim.engine.security.Secrets;
import org.roster.scim.engine.store.memory.MemoryResourceStore;
import org.roster.scim.filter.FilterLimits;
import org.roster.scim.filter.FilterParser;
import org.roster.scim.fixture.Body;
import org.roster.scim.fixture.Directory;
import org.roster.scim.query.Page;
import org.roster.scim.query.Projection;
import org.roster.scim.query.Query;
import org.roster.scim.query.Selection;
import org.roster.scim.query.Sort;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.schema.ResolvedPath;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.spi.AttributeAccess;
import org.roster.scim.spi.Authorizer;
import org.roster.scim.spi.Caller;
import org.roster.scim.spi.Decision;
import org.roster.scim.spi.Operation;
import org.roster.scim.spi.Precondition;
import org.roster.scim.spi.RequestContext;
import org.roster.scim.spi.ResourceKey;

/** Operations of somebody who may not read or write everything, on a store in memory. */
abstract class LimitedCaller {

    static final RequestContext CONTEXT = new RequestContext("t", new Caller("c", Set.of()));

    final MemoryResourceStore store = new MemoryResourceStore(REGISTRY);
    final Directory directory = new Directory(store, CONTEXT.tenant());

    Operations with(Set<ResolvedPath> hidden, Set<ResolvedPath> locked) {
        Authorizer authorizer = new Authorizer() {
            @Override
            public Decision decide(RequestContext context, Operation operation, ResourceType type) {
                return Decision.permit("test");
            }

            @Override
            public AttributeAccess attributes(RequestContext context, ResourceType type) {
                return new AttributeAccess(hidden, locked);
            }
        };
        return by(authorizer);
    }

    Operations by(Authorizer authorizer) {
        Cursors cursors = new Cursors(name -> new byte[32], new Configuration(name -> null, Map.of()));
        return new Operations(
                new Permission(authorizer),
                Stores.of(List.of(store)),
                new Secrets(),
                cursors,
                Sessions.of(List.of()),
                new ResourceEvents(),
                new Configuration(name -> null, Map.of()));
    }

    Operations locking(ResourceType type, String... names) {
        return with(Set.of(), Arrays.stream(names).map(n -> path(type, n)).collect(Collectors.toSet()));
    }

    static ResourceKey key(ScimResource resource) {
        return new ResourceKey(REGISTRY.byName(resource.meta().resourceType()).orElseThrow(), resource.id());
    }

    static Search search(ResourceType type, String filter, Sort sort) {
        Selection selection = new Selection(type, FilterParser.parse(filter, FilterLimits.DEFAULT), Projection.DEFAULT);
        return new Search(
                new Query(List.of(selection), new Query.Order(sort, new Page.ByIndex(1, 10))), Optional.empty());
    }

    void patch(Operations operations, ScimResource resource, String changes) {
        Change change = new Change(Directory.request(changes), Precondition.NONE);
        operations.patch().patch(CONTEXT, key(resource), change, Projection.DEFAULT);
    }

    ScimResource put(Operations operations, ScimResource resource, Body body) {
        Replacement replacement = new Replacement(body.json(), Precondition.NONE);
        return operations
                .replace()
                .replace(CONTEXT, key(resource), replacement, Projection.DEFAULT)
                .resource();
    }
}
