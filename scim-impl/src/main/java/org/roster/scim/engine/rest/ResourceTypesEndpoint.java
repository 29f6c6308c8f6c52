package org.roster.scim.engine.rest;

import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.roster.scim.engine.schema.ResourceTypeDocuments;
import org.roster.scim.error.ScimException;
import org.roster.scim.schema.ResourceType;

/**
 * {@code /ResourceTypes}: every resource type.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7644#section-4">RFC 7644 §4</a>
 */
@AtPath("ResourceTypes")
@OpenToAnonymous
@Produces({ScimMediaType.SCIM_JSON, ScimMediaType.JSON})
public class ResourceTypesEndpoint {

    private final RequestReader reader;
    private final Answers answers;

    /**
     * Makes the endpoint.
     *
     * @param reader knows what there is for the tenant of a request
     * @param answers makes answers
     */
    public ResourceTypesEndpoint(RequestReader reader, Answers answers) {
        this.reader = reader;
        this.answers = answers;
    }

    /**
     * All of them.
     *
     * @param request the request
     * @return 200 with a ListResponse
     */
    @GET
    public Response all(@BeanParam ClientRequest request) {
        DiscoveryRequest.refuseFilter(request);
        Answer answer = answers.to(request);
        return answer.all(reader.discoveredSchemas(request).resourceTypes().stream()
                .map(t -> resource(answer, t))
                .toList());
    }

    /**
     * One of them.
     *
     * @param request the request
     * @param id the name of the resource type
     * @return 200 with the resource type
     */
    @GET
    @Path("{id}")
    public Response one(@BeanParam ClientRequest request, @PathParam("id") String id) {
        Answer answer = answers.to(request);
        return reader.discoveredSchemas(request)
                .byName(id)
                .map(t -> answer.message(resource(answer, t)))
                .orElseThrow(() -> ScimException.notFound("ResourceType", id));
    }

    private static JsonObject resource(Answer answer, ResourceType type) {
        return answer.described(ResourceTypeDocuments.write(type), "ResourceType", "/ResourceTypes/" + type.name());
    }
}
