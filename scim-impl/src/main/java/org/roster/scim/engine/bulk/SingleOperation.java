package org.roster.scim.engine.bulk;

import jakarta.json.JsonObject;
import org.roster.scim.engine.bulk.BulkOperation.Call;
import org.roster.scim.engine.bulk.BulkOperation.Misfit;
import org.roster.scim.engine.operation.Change;
import org.roster.scim.engine.operation.PatchResource;
import org.roster.scim.engine.operation.Replacement;
import org.roster.scim.engine.operation.Written;
import org.roster.scim.patch.PatchRequest;
import org.roster.scim.query.Projection;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.spi.ResourceKey;

/**
 * One operation on its way through the recipe that a single request would take: the same dialect, permissions, rules and
 * errors.
 *
 * @param job the request that it belongs to
 */
record SingleOperation(Job job) {

    BulkResult result(BulkOperation operation) {
        try {
            return carryOut(operation);
        } catch (RuntimeException e) {
            return job.failed(operation, Job.told(e));
        }
    }

    /** Carries the operation out, or throws what it fails by. */
    BulkResult carryOut(BulkOperation operation) {
        if (operation instanceof Misfit misfit) {
            throw misfit.fault();
        }
        Call call = (Call) operation;
        return switch (call.line().method()) {
            case POST -> create(call);
            case PUT -> replace(call);
            case PATCH -> patch(call);
            case DELETE -> delete(call);
        };
    }

    private BulkResult create(Call call) {
        ResourceType type = job.type(call);
        JsonObject body = job.recipes().dialect().body(type, data(call));
        Written created = job.recipes().operations().create().create(job.context(), type, body, Projection.MINIMAL);
        return job.created(call, created.resource());
    }

    private BulkResult replace(Call call) {
        ResourceKey key = job.key(call);
        JsonObject body = job.recipes().dialect().body(key.type(), data(call));
        Written replaced = job.recipes()
                .operations()
                .replace()
                .replace(job.context(), key, new Replacement(body, call.precondition()), Projection.MINIMAL);
        return BulkResult.done(call.label(), 200, job.location(key), replaced.resource());
    }

    private BulkResult patch(Call call) {
        ResourceKey key = job.key(call);
        PatchRequest request = job.recipes().patches().read(key, data(call));
        Written changed = job.recipes()
                .operations()
                .patch()
                .patch(job.context(), key, new Change(request, call.precondition()), Projection.MINIMAL);
        int status = PatchResource.showsResult(key.type()) ? 200 : 204;
        return BulkResult.done(call.label(), status, job.location(key), changed.resource());
    }

    private BulkResult delete(Call call) {
        ResourceKey key = job.key(call);
        job.recipes().operations().delete().delete(job.context(), key, call.precondition());
        return BulkResult.deleted(call.label(), job.location(key));
    }

    private JsonObject data(Call call) {
        return job.ids().resolve(call.data());
    }
}
