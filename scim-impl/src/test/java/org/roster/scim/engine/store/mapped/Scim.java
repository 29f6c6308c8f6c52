package org.roster.scim.engine.store.mapped;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.roster.scim.engine.patch.PatchCompiler;
import org.roster.scim.engine.patch.PatchUpdate;
import org.roster.scim.engine.patch.ReplaceUpdate;
import org.roster.scim.fixture.Directory;
import org.roster.scim.fixture.JsonText;
import org.roster.scim.query.Page;
import org.roster.scim.query.Projection;
import org.roster.scim.query.Query;
import org.roster.scim.query.QueryResult;
import org.roster.scim.query.Sort;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.schema.SchemaRegistry;
import org.roster.scim.spi.Caller;
import org.roster.scim.spi.Precondition;
import org.roster.scim.spi.RequestContext;
import org.roster.scim.spi.ResourceKey;

/**
 * A client of the small product, as the recipes of the engine are.
 *
 * @param store of the product
 * @param tenant whose
 * @param registry the resource types, narrowed
 */
record Scim(MappedResourceStore store, String tenant, SchemaRegistry registry) {

    Scim(MappedResourceStore store, String tenant) {
        this(store, tenant, Product.registry());
    }

    private RequestContext context() {
        return new RequestContext(tenant, new Caller("test", Set.of("scim-admin")));
    }

    private ResourceType type(ScimResource resource) {
        return registry.byName(resource.meta().resourceType()).orElseThrow();
    }

    private ResourceKey key(ScimResource resource) {
        return new ResourceKey(type(resource), resource.id());
    }

    /** A user; the JSON may have single quotes. */
    ScimResource user(String json) {
        return create(Product.Types.USER, json);
    }

    ScimResource group(String json) {
        return create(Product.Types.GROUP, json);
    }

    ScimResource create(ResourceType type, String json) {
        return create(type, JsonText.object(json));
    }

    ScimResource create(ResourceType type, JsonObject attributes) {
        return store.create(context(), type, attributes, Projection.DEFAULT);
    }

    Optional<ScimResource> find(ResourceType type, String id) {
        return store.read(context(), new ResourceKey(type, id), Projection.DEFAULT);
    }

    ScimResource read(ScimResource resource) {
        return find(type(resource), resource.id()).orElseThrow();
    }

    ScimResource patch(ScimResource resource, String operations) {
        return patch(resource, operations, Precondition.NONE);
    }

    ScimResource patch(ScimResource resource, String operations, Precondition precondition) {
        ResourceKey key = key(resource);
        PatchUpdate update = new PatchUpdate(
                key.type(), PatchCompiler.compile(key.type(), Directory.request(operations)), precondition);
        return store.update(context(), key, update, Projection.DEFAULT);
    }

    ScimResource replace(ScimResource resource, String json) {
        ReplaceUpdate update = new ReplaceUpdate(type(resource), JsonText.object(json), Precondition.NONE);
        return store.update(context(), key(resource), update, Projection.DEFAULT);
    }

    ScimResource delete(ScimResource resource) {
        return store.delete(context(), key(resource), Precondition.NONE);
    }

    QueryResult query(ResourceType type, String filter, Sort sort, Page page) {
        return store.query(
                context(),
                Query.of(type, Directory.filter(type, filter), new Query.Order(sort, page), Projection.DEFAULT));
    }

    List<String> ids(ResourceType type, String filter) {
        return query(type, filter, Sort.BY_ID, Directory.EVERYTHING).resources().stream()
                .map(ScimResource::id)
                .toList();
    }
}
