package org.roster.scim.engine.bulk;

import java.util.Optional;
import java.util.UUID;
import org.roster.scim.engine.bulk.BulkOperation.Call;
import org.roster.scim.engine.operation.Operations;
import org.roster.scim.engine.projection.ResourceRenderer;
import org.roster.scim.error.ScimException;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.spi.RequestContext;
import org.roster.scim.spi.ResourceKey;

/**
 * A bulk request that is being carried out.
 *
 * @param recipes what carries out its operations
 * @param context who asks
 * @param renderer knows the base URL
 * @param ids which resource stands behind a bulkId
 */
record Job(Recipes recipes, RequestContext context, ResourceRenderer renderer, BulkIds ids) {

    private static final System.Logger LOG = System.getLogger(Job.class.getName());

    /** The same by other operations. */
    Job with(Operations operations) {
        return new Job(recipes.with(operations), context, renderer, ids);
    }

    ResourceType type(Call call) {
        String endpoint = call.line().endpoint();
        return recipes.registry()
                .byEndpoint(endpoint)
                .orElseThrow(() -> ScimException.of(
                        404, "there is no endpoint " + endpoint + "; /ResourceTypes lists those that there are"));
    }

    /** The resource that a path names; not for POST. */
    ResourceKey key(Call call) {
        return new ResourceKey(type(call), ids.resolve(call.line().id().orElseThrow()));
    }

    String location(ResourceKey key) {
        return renderer.location(key.type(), key.id());
    }

    /** A resource was created, and others can refer to it. */
    BulkResult created(Call call, ScimResource resource) {
        ids.created(call.label(), resource.id());
        return BulkResult.done(call.label(), 201, renderer.location(type(call), resource.id()), resource);
    }

    BulkResult failed(BulkOperation operation, ScimException error) {
        return BulkResult.failed(
                operation.label(), operation instanceof Call call ? address(call) : Optional.empty(), error);
    }

    /** Every result has a location but that of a failed POST (RFC 7644 §3.7.3), and of a path that leads nowhere. */
    private Optional<String> address(Call call) {
        try {
            return call.line().id().map(id -> location(key(call)));
        } catch (ScimException nowhere) {
            return Optional.empty();
        }
    }

    /** What went wrong, as the caller may know it: other operations were carried out, and their results must be told. */
    static ScimException told(RuntimeException failure) {
        if (failure instanceof ScimException error) {
            return error;
        }
        String reference = UUID.randomUUID().toString();
        LOG.log(
                System.Logger.Level.ERROR,
                "SCIM02001 An operation of a bulk request failed unexpectedly; reference " + reference,
                failure);
        return ScimException.of(500, "the service failed; its log tells why under the reference " + reference);
    }
}
