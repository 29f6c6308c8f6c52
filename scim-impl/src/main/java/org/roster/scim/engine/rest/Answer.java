package org.roster.scim.engine.rest;

import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roster.scim.engine.json.JsonBuffer;
import org.roster.scim.engine.json.JsonEncoder;
import org.roster.scim.engine.operation.Results;
import org.roster.scim.engine.operation.Written;
import org.roster.scim.engine.projection.EntityTag;
import org.roster.scim.engine.projection.Rendering;
import org.roster.scim.engine.projection.ResourceRenderer;
import org.roster.scim.query.Page;
import org.roster.scim.query.Projection;
import org.roster.scim.query.Query;
import org.roster.scim.query.Selection;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.spi.LongResource;

/**
 * The answer to one request.
 *
 * @param renderer knows the base URL
 * @param mediaType what the client accepts
 */
record Answer(ResourceRenderer renderer, MediaType mediaType) {

    private static final String LIST_RESPONSE = "urn:ietf:params:scim:api:messages:2.0:ListResponse";
    private static final int AROUND_A_LIST = 1024;
    private static final JsonProvider JSON = JsonProvider.provider();

    Response created(Written created, ResourceType type) {
        ScimResource resource = created.resource();
        return tagged(Response.status(Response.Status.CREATED), resource, type)
                .header(HttpHeaders.LOCATION, renderer.location(type, resource.id()))
                .entity(renderer.render(resource, type, created.shown()))
                .build();
    }

    Response resource(ScimResource resource, ResourceType type, Projection projection) {
        return tagged(Response.ok(), resource, type)
                .entity(renderer.render(resource, type, projection))
                .build();
    }

    /** What comes in pieces leaves in pieces. If one does not come, the JSON has no end, so nobody takes it for the whole. */
    Response resource(LongResource resource, ResourceType type, Projection projection) {
        if (!resource.more().hasNext()) {
            return resource(resource.beginning(), type, projection);
        }
        StreamingOutput pieces = out -> renderer.render(resource, type, projection, out);
        return tagged(Response.ok(), resource.beginning(), type).entity(pieces).build();
    }

    Response unchanged(ScimResource resource, ResourceType type) {
        return tagged(Response.notModified(), resource, type).build();
    }

    Response done(ScimResource resource, ResourceType type) {
        return Response.noContent()
                .header(HttpHeaders.ETAG, entityTag(resource))
                .header(HttpHeaders.CONTENT_LOCATION, renderer.location(type, resource.id()))
                .build();
    }

    private Response.ResponseBuilder tagged(
            Response.ResponseBuilder response, ScimResource resource, ResourceType type) {
        return response.type(mediaType)
                .header(HttpHeaders.ETAG, entityTag(resource))
                .header(HttpHeaders.CONTENT_LOCATION, renderer.location(type, resource.id()));
    }

    /** Null, which is no header, for a store without versions. */
    private static @Nullable String entityTag(ScimResource resource) {
        String version = resource.meta().version();
        return version.isEmpty() ? null : EntityTag.of(version);
    }

    Response list(Results results) {
        Query query = results.query();
        JsonBuffer list = new JsonBuffer(
                results.resources().stream().mapToInt(ResourceRenderer::length).reduce(AROUND_A_LIST, Integer::sum));
        list.append("{\"schemas\":[").string(LIST_RESPONSE).append("]");
        results.totalResults().ifPresent(total -> list.append(",\"totalResults\":" + total));
        if (query.order().page() instanceof Page.ByIndex page) {
            list.append(",\"startIndex\":" + page.startIndex());
        }
        list.append(",\"itemsPerPage\":" + results.resources().size());
        results.previousCursor()
                .ifPresent(cursor -> list.append(",\"previousCursor\":").string(cursor));
        results.nextCursor().ifPresent(cursor -> list.append(",\"nextCursor\":").string(cursor));
        list.append(",\"Resources\":[");
        int open = list.length();
        Rendering rendering = renderer.into(list);
        results.resources().forEach(resource -> {
            list.separate(open);
            Selection selection = query.selection(resource.meta().resourceType());
            rendering.append(resource, selection.type(), selection.projection());
        });
        return Response.ok(list.append("]}").toBytes()).type(mediaType).build();
    }

    /** All of something that is not paged. */
    Response all(List<JsonObject> resources) {
        return message(JSON.createObjectBuilder()
                .add("schemas", JSON.createArrayBuilder().add(LIST_RESPONSE))
                .add("totalResults", resources.size())
                .add("startIndex", 1)
                .add("itemsPerPage", resources.size())
                .add("Resources", JSON.createArrayBuilder(resources))
                .build());
    }

    Response message(JsonObject json) {
        return Response.ok(JsonEncoder.encode(json)).type(mediaType).build();
    }

    /** A discovery resource with its meta. */
    JsonObject described(JsonObject resource, String resourceType, String path) {
        return JSON.createObjectBuilder(resource)
                .add(
                        "meta",
                        JSON.createObjectBuilder()
                                .add("resourceType", resourceType)
                                .add("location", renderer.baseUrl() + path))
                .build();
    }
}
