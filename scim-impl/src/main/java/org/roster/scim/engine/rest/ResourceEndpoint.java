package org.roster.scim.engine.rest;

import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.roster.scim.engine.operation.Change;
import org.roster.scim.engine.operation.Operations;
import org.roster.scim.engine.operation.PatchResource;
import org.roster.scim.engine.operation.ReadResource;
import org.roster.scim.engine.operation.ReadResult;
import org.roster.scim.engine.operation.Replacement;
import org.roster.scim.engine.operation.Written;
import org.roster.scim.query.Projection;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.spi.RequestContext;
import org.roster.scim.spi.ResourceKey;

/**
 * The endpoint of every resource type: which one it is the registry says. {@link QueryEndpoint} has its queries.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7644#section-3.2">RFC 7644 §3.2</a>
 */
@AtPath("/")
@Consumes({ScimMediaType.SCIM_JSON, ScimMediaType.JSON})
@Produces({ScimMediaType.SCIM_JSON, ScimMediaType.JSON})
public class ResourceEndpoint {

    private final RequestReader reader;
    private final Operations operations;
    private final Answers answers;

    /**
     * Makes the endpoint.
     *
     * @param reader makes values of requests
     * @param operations does what they ask for
     * @param answers makes answers of values
     */
    public ResourceEndpoint(RequestReader reader, Operations operations, Answers answers) {
        this.reader = reader;
        this.operations = operations;
        this.answers = answers;
    }

    /**
     * POST.
     *
     * @param request the request
     * @param endpoint which resource type
     * @param body the resource
     * @return 201 with the resource
     * @throws IOException if the body does not arrive
     */
    @POST
    @Path("{endpoint}")
    public Response create(@BeanParam ClientRequest request, @PathParam("endpoint") String endpoint, InputStream body)
            throws IOException {
        RequestContext context = reader.context(request);
        ResourceType type = reader.typeAt(context, endpoint);
        Projection projection = new QueryReader(request, type).projection();
        JsonObject resource = reader.resource(context, request, type, body);
        Written created = operations.create().create(context, type, resource, projection);
        return answers.of(context, request).created(created, type);
    }

    /**
     * GET of one.
     *
     * @param request the request
     * @param endpoint which resource type
     * @param id which resource
     * @return 200 with the resource, or 304
     */
    @GET
    @Path("{endpoint}/{id}")
    public Response read(
            @BeanParam ClientRequest request, @PathParam("endpoint") String endpoint, @PathParam("id") String id) {
        RequestContext context = reader.context(request);
        return readBy(operations.read(), context, request, reader.key(context, endpoint, id));
    }

    /** GET of one, by the recipe for any or for one's own. */
    Response readBy(ReadResource recipe, RequestContext context, ClientRequest request, ResourceKey key) {
        Projection projection = new QueryReader(request, key.type()).projection();
        ReadResult read = recipe.read(context, key, projection);
        ScimResource beginning = read.resource().beginning();
        Answer answer = answers.of(context, request);
        return request.knows(beginning.meta().version())
                ? answer.unchanged(beginning, key.type())
                : answer.resource(read.resource(), key.type(), read.shown());
    }

    /**
     * PUT.
     *
     * @param request the request
     * @param endpoint which resource type
     * @param id which resource
     * @param body the resource
     * @return 200 with the resource
     * @throws IOException if the body does not arrive
     */
    @PUT
    @Path("{endpoint}/{id}")
    public Response replace(
            @BeanParam ClientRequest request,
            @PathParam("endpoint") String endpoint,
            @PathParam("id") String id,
            InputStream body)
            throws IOException {
        RequestContext context = reader.context(request);
        ResourceKey key = reader.key(context, endpoint, id);
        Projection projection = new QueryReader(request, key.type()).projection();
        Replacement replacement =
                new Replacement(reader.resource(context, request, key.type(), body), request.precondition());
        Written replaced = operations.replace().replace(context, key, replacement, projection);
        return answers.of(context, request).resource(replaced.resource(), key.type(), replaced.shown());
    }

    /**
     * PATCH.
     *
     * @param request the request
     * @param endpoint which resource type
     * @param id which resource
     * @param body a PatchOp
     * @return 200 with the resource, or 204
     * @throws IOException if the body does not arrive
     */
    @PATCH
    @Path("{endpoint}/{id}")
    public Response patch(
            @BeanParam ClientRequest request,
            @PathParam("endpoint") String endpoint,
            @PathParam("id") String id,
            InputStream body)
            throws IOException {
        RequestContext context = reader.context(request);
        ResourceKey key = reader.key(context, endpoint, id);
        Projection asked = new QueryReader(request, key.type()).projection();
        boolean silent = !PatchResource.showsResult(key.type()) && asked.mode() == Projection.Mode.DEFAULT;
        Projection projection = silent ? Projection.MINIMAL : asked;
        Change change = new Change(reader.patch(context, request, key, body), request.precondition());
        Written changed = operations.patch().patch(context, key, change, projection);
        Answer answer = answers.of(context, request);
        return silent
                ? answer.done(changed.resource(), key.type())
                : answer.resource(changed.resource(), key.type(), changed.shown());
    }

    /**
     * DELETE.
     *
     * @param request the request
     * @param endpoint which resource type
     * @param id which resource
     * @return 204
     */
    @DELETE
    @Path("{endpoint}/{id}")
    public Response delete(
            @BeanParam ClientRequest request, @PathParam("endpoint") String endpoint, @PathParam("id") String id) {
        RequestContext context = reader.context(request);
        operations.delete().delete(context, reader.key(context, endpoint, id), request.precondition());
        return Response.noContent().build();
    }
}
