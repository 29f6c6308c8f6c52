package org.roster.scim.engine.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;
import org.roster.scim.engine.configuration.RequestLimit;
import org.roster.scim.engine.configuration.RequestLimits;
import org.roster.scim.engine.configuration.TenantLimits;
import org.roster.scim.engine.dialect.Dialect;
import org.roster.scim.engine.dialect.PatchReader;
import org.roster.scim.engine.operation.Operations;
import org.roster.scim.engine.projection.ResourceRenderer;
import org.roster.scim.error.ScimException;
import org.roster.scim.schema.SchemaRegistry;
import org.roster.scim.spi.RequestContext;

/**
 * A bulk request from beginning to end. Every operation takes effect or fails for itself, and those of a circle together:
 * RFC 7644 §3.7 wants as many changes as possible done, whatever else fails.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7644#section-3.7">RFC 7644 §3.7</a>
 */
@ApplicationScoped
public class Bulk {

    private final Operations operations;
    private final Dialect dialect;
    private final SchemaRegistry registry;
    private final TenantLimits limits;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway")
    protected Bulk() {
        this(null, null, null, null);
    }

    /**
     * Makes the recipe.
     *
     * @param operations the recipes of single requests
     * @param dialect knows the habits of clients
     * @param registry has the resource types
     * @param limits how much a request may be
     */
    @Inject
    public Bulk(Operations operations, Dialect dialect, SchemaRegistry registry, TenantLimits limits) {
        this.operations = operations;
        this.dialect = dialect;
        this.registry = registry;
        this.limits = limits;
    }

    /**
     * Carries out a bulk request.
     *
     * @param context who asks
     * @param body a BulkRequest
     * @param renderer knows the base URL
     * @return a BulkResponse: what was tried, in the order of the request
     * @throws ScimException 400 or 413 if the message itself is wrong; nothing has happened then
     */
    public JsonObject carryOut(RequestContext context, JsonObject body, ResourceRenderer renderer) {
        RequestLimits most = limits.of(context.tenant());
        BulkRequest request = BulkRequest.read(body, most.of(RequestLimit.BULK_OPERATIONS));
        Recipes recipes = new Recipes(operations, new PatchReader(dialect, most), registry.of(context.tenant()));
        Job job = new Job(recipes, context, renderer, new BulkIds(request.operations()));
        BulkResponse response = new BulkResponse();
        List<Plan.Step> rest = Plan.of(request.operations());
        while (!rest.isEmpty() && !response.ends(request.errorLimit())) {
            if (rest.get(0).circular()) {
                response.add(new Circle(job, rest.get(0).calls()).results());
                rest = rest.subList(1, rest.size());
            } else {
                List<BulkResult> results = Batch.beginning(rest, job)
                        .results(request.errorLimit() - response.errors(), response.errors() == 0);
                response.add(results);
                rest = rest.subList(results.size(), rest.size());
            }
        }
        return response.message();
    }
}
