package org.roster.scim.engine.rest;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.roster.scim.engine.operation.Operations;
import org.roster.scim.engine.operation.Search;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.spi.RequestContext;

/**
 * Queries: at the endpoint of a resource type, and at the base URL for all of them; with the parameters in the URL, or in
 * the body of a POST to {@code .search}, where no log of URLs shows them.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7644#section-3.4.2">RFC 7644 §§3.4.2, 3.4.3</a>
 */
// At "/" as ResourceEndpoint is: RESTEasy looks no further than the first class that matches, and "/" matches
// everything.
@AtPath("/")
@Consumes({ScimMediaType.SCIM_JSON, ScimMediaType.JSON})
@Produces({ScimMediaType.SCIM_JSON, ScimMediaType.JSON})
public class QueryEndpoint {

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
    public QueryEndpoint(RequestReader reader, Operations operations, Answers answers) {
        this.reader = reader;
        this.operations = operations;
        this.answers = answers;
    }

    /**
     * GET at the endpoint of a type.
     *
     * @param request the request
     * @param endpoint which resource type
     * @return 200 with a ListResponse
     */
    @GET
    @Path("{endpoint}")
    public Response query(@BeanParam ClientRequest request, @PathParam("endpoint") String endpoint) {
        RequestContext context = reader.context(request);
        Search search = reader.search(context, request, List.of(reader.typeAt(context, endpoint)));
        return answers.of(context, request).list(operations.query().query(context, search));
    }

    /**
     * POST of a query at the endpoint of a type.
     *
     * @param request the request
     * @param endpoint which resource type
     * @param body a SearchRequest
     * @return 200 with a ListResponse
     * @throws IOException if the body does not arrive
     */
    @POST
    @Path("{endpoint}/.search")
    public Response search(@BeanParam ClientRequest request, @PathParam("endpoint") String endpoint, InputStream body)
            throws IOException {
        RequestContext context = reader.context(request);
        ResourceType type = reader.typeAt(context, endpoint);
        Search search = reader.search(context, reader.searchBody(context, request, body), List.of(type));
        return answers.of(context, request).list(operations.query().query(context, search));
    }

    /**
     * GET at the base URL.
     *
     * @param request the request
     * @return 200 with a ListResponse
     */
    @GET
    public Response queryRoot(@BeanParam ClientRequest request) {
        return ofAllTypes(reader.context(request), request, request);
    }

    /**
     * POST of a query at the base URL.
     *
     * @param request the request
     * @param body a SearchRequest
     * @return 200 with a ListResponse
     * @throws IOException if the body does not arrive
     */
    @POST
    @Path(".search")
    public Response searchRoot(@BeanParam ClientRequest request, InputStream body) throws IOException {
        RequestContext context = reader.context(request);
        return ofAllTypes(context, request, reader.searchBody(context, request, body));
    }

    private Response ofAllTypes(RequestContext context, ClientRequest request, QueryParameters parameters) {
        Search search = reader.search(context, parameters, reader.types(context));
        return answers.of(context, request).list(operations.queryRoot().query(context, search));
    }
}
