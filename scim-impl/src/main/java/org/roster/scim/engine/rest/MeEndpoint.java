package org.roster.scim.engine.rest;

import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.roster.scim.engine.operation.Operations;
import org.roster.scim.engine.operation.Written;
import org.roster.scim.query.Projection;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.spi.Operation;
import org.roster.scim.spi.RequestContext;
import org.roster.scim.spi.ResourceKey;

/**
 * {@code /Me}: another name for the resource that stands for the caller. Every request is one to its permanent endpoint, with
 * the permissions that the caller has there, but that GET has a permission of its own; {@link MeLocation} tells where that is.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7644#section-3.11">RFC 7644 §3.11</a>
 */
@AtPath("Me")
@Consumes({ScimMediaType.SCIM_JSON, ScimMediaType.JSON})
@Produces({ScimMediaType.SCIM_JSON, ScimMediaType.JSON})
public class MeEndpoint {

    private final RequestReader reader;
    private final Operations operations;
    private final Answers answers;
    private final ResourceEndpoint resources;

    /**
     * Makes the endpoint.
     *
     * @param reader makes values of requests
     * @param operations finds the resource
     * @param answers knows where it is
     * @param resources does the rest
     */
    public MeEndpoint(RequestReader reader, Operations operations, Answers answers, ResourceEndpoint resources) {
        this.reader = reader;
        this.operations = operations;
        this.answers = answers;
        this.resources = resources;
    }

    /**
     * GET.
     *
     * @param request the request
     * @return as of the resource
     */
    @GET
    public Response read(@BeanParam ClientRequest request) {
        RequestContext context = reader.context(request);
        ResourceKey me = me(context, request, Operation.READ_OWN);
        return resources.readBy(operations.readSubject(), context, request, me);
    }

    /**
     * PUT.
     *
     * @param request the request
     * @param body the resource
     * @return as of the resource
     * @throws IOException if the body does not arrive
     */
    @PUT
    public Response replace(@BeanParam ClientRequest request, InputStream body) throws IOException {
        ResourceKey me = me(reader.context(request), request, Operation.REPLACE);
        return resources.replace(request, endpoint(me), me.id(), body);
    }

    /**
     * PATCH.
     *
     * @param request the request
     * @param body a PatchOp
     * @return as of the resource
     * @throws IOException if the body does not arrive
     */
    @PATCH
    public Response patch(@BeanParam ClientRequest request, InputStream body) throws IOException {
        ResourceKey me = me(reader.context(request), request, Operation.PATCH);
        return resources.patch(request, endpoint(me), me.id(), body);
    }

    /**
     * DELETE.
     *
     * @param request the request
     * @return as of the resource
     */
    @DELETE
    public Response delete(@BeanParam ClientRequest request) {
        ResourceKey me = me(reader.context(request), request, Operation.DELETE);
        return resources.delete(request, endpoint(me), me.id());
    }

    /**
     * POST: creates the resource that will stand for the caller.
     *
     * @param request the request
     * @param body the resource, with the caller's name as userName
     * @return as of any POST
     * @throws IOException if the body does not arrive
     */
    @POST
    public Response create(@BeanParam ClientRequest request, InputStream body) throws IOException {
        RequestContext context = reader.context(request);
        ResourceType type = reader.subjectType(context, request);
        Projection projection = new QueryReader(request, type).projection();
        JsonObject resource = reader.resource(context, request, type, body);
        Written created = operations.createSubject().create(context, type, resource, projection);
        return answers.of(context, request).created(created, type);
    }

    private ResourceKey me(RequestContext context, ClientRequest request, Operation operation) {
        ResourceKey me = operations.findSubject().find(context, operation, reader.subjectType(context, request));
        request.isAliasOf(answers.of(context, request).renderer().location(me.type(), me.id()));
        return me;
    }

    private static String endpoint(ResourceKey key) {
        return key.type().endpoint().substring(1);
    }
}
