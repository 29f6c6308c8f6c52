package org.roster.scim.engine.bulk;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.roster.scim.engine.bulk.BulkOperation.Call;
import org.roster.scim.engine.operation.CreateInSteps;
import org.roster.scim.error.ScimException;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.spi.ResourceKey;

/**
 * POSTs that refer to one another in a circle. Each depends on all the others, so they are created together or not at all:
 * in one transaction, first without what refers to a resource that is not there yet, then completed. Nobody ever sees them
 * half. If one cannot be created it is reported with its error, and the others with 409 because they depend on it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7644#section-3.7.1">RFC 7644 §3.7.1</a>
 */
final class Circle {

    private final Job job;
    private final List<Call> calls;

    /** The operation that is being worked on: if something goes wrong, it is to blame. */
    private Optional<Label> current = Optional.empty();

    /** A resource as the client wants it, references in it. */
    private record Draft(Call call, ResourceType type, JsonObject attributes) {}

    /** A resource that is there, and what it still lacks. */
    private record Begun(Draft draft, ScimResource resource, Deferred deferred) {}

    Circle(Job job, List<Call> calls) {
        this.job = job;
        this.calls = calls;
    }

    List<BulkResult> results() {
        try {
            List<Draft> drafts = prepare();
            List<BulkResult> results = new ArrayList<>();
            for (Begun created : create(drafts)) {
                results.add(job.created(created.draft().call(), created.resource()));
            }
            return results;
        } catch (RuntimeException e) {
            ScimException error = Job.told(e);
            return calls.stream()
                    .map(call -> job.failed(call, blame(call.label(), error)))
                    .toList();
        }
    }

    private List<Draft> prepare() {
        Set<String> waiting =
                calls.stream().map(c -> c.label().bulkId().orElseThrow()).collect(Collectors.toSet());
        return each(calls, call -> {
            current = Optional.of(call.label());
            ResourceType type = job.type(call);
            JsonObject body = job.recipes().dialect().body(type, job.ids().resolve(call.data(), waiting));
            CreateInSteps recipe = job.recipes().operations().createInSteps();
            return new Draft(call, type, recipe.prepare(job.context(), type, body));
        });
    }

    private List<Begun> create(List<Draft> drafts) {
        Set<ResourceType> types = drafts.stream().map(Draft::type).collect(Collectors.toSet());
        return job.recipes().operations().atomically(types, inside -> {
            CreateInSteps recipe = inside.createInSteps();
            Map<String, String> ids = new HashMap<>();
            List<Begun> begun = each(drafts, draft -> begin(recipe, draft, ids));
            return each(begun, b -> complete(recipe, b, ids));
        });
    }

    private Begun begin(CreateInSteps recipe, Draft draft, Map<String, String> ids) {
        current = Optional.of(draft.call().label());
        Deferred deferred = Deferred.split(draft.type(), References.replace(draft.attributes(), known(ids)));
        ScimResource resource = recipe.begin(job.context(), draft.type(), deferred.now());
        ids.put(draft.call().label().bulkId().orElseThrow(), resource.id());
        return new Begun(draft, resource, deferred);
    }

    private Begun complete(CreateInSteps recipe, Begun begun, Map<String, String> ids) {
        if (begun.deferred().later().isEmpty()) {
            return begun;
        }
        current = Optional.of(begun.draft().call().label());
        ResourceKey key = new ResourceKey(begun.draft().type(), begun.resource().id());
        ScimResource completed = recipe.complete(
                job.context(), key, begun.deferred().changes(value -> References.replace(value, known(ids))));
        return new Begun(begun.draft(), completed, begun.deferred());
    }

    private static Function<String, Optional<String>> known(Map<String, String> ids) {
        return bulkId -> Optional.ofNullable(ids.get(bulkId));
    }

    /** In the order of the list; when all went well nobody is to blame any more. */
    private <T, R> List<R> each(List<T> all, Function<T, R> step) {
        List<R> results = all.stream().map(step).toList();
        current = Optional.empty();
        return results;
    }

    private ScimException blame(Label label, ScimException error) {
        boolean common = current.isEmpty() || error.status() == 503;
        if (common || current.get().equals(label)) {
            return error;
        }
        return ScimException.of(
                409,
                "this and " + current.get() + " depend on each other, and " + current.get() + " was not created: "
                        + error.detail());
    }
}
