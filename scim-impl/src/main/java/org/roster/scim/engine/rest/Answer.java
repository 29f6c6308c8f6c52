package org.roster.scim.engine.rest;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.roster.scim.engine.json.JsonEncoder;
import org.roster.scim.engine.operation.Results;
import org.roster.scim.engine.operation.Written;
import org.roster.scim.engine.projection.EntityTag;
import org.roster.scim.engine.projection.ResourceRenderer;
import org.roster.scim.query.Page;
import org.roster.scim.query.Projection;
import org.roster.scim.query.Query;
import org.roster.scim.query.Selection;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.schema.ResourceType;

/**
 * The answer to one request.
 *
 * @param renderer knows the base URL
 * @param mediaType what the client accepts
 */
record Answer(ResourceRenderer renderer, String mediaType) {

    private static final String LIST_RESPONSE = "urn:ietf:params:scim:api:messages:2.0:ListResponse";
    private static final JsonProvider JSON = JsonProvider.provider();

    Response created(Written created, ResourceType type) {
        ScimResource resource = created.resource();
        return tagged(Response.status(Response.Status.CREATED), resource, type)
                .header(HttpHeaders.LOCATION, renderer.location(type, resource.id()))
                .entity(JsonEncoder.encode(renderer.render(resource, type, created.shown())))
                .build();
    }

    Response resource(ScimResource resource, ResourceType type, Projection projection) {
        return tagged(Response.ok(), resource, type)
                .entity(JsonEncoder.encode(renderer.render(resource, type, projection)))
                .build();
    }

    Response unchanged(ScimResource resource, ResourceType type) {
        return tagged(Response.notModified(), resource, type).build();
    }

    Response done(ScimResource resource, ResourceType type) {
        return Response.noContent()
                .header(HttpHeaders.ETAG, EntityTag.of(resource.meta().version()))
                .header(HttpHeaders.CONTENT_LOCATION, renderer.location(type, resource.id()))
                .build();
    }

    private Response.ResponseBuilder tagged(
            Response.ResponseBuilder response, ScimResource resource, ResourceType type) {
        return response.type(mediaType)
                .header(HttpHeaders.ETAG, EntityTag.of(resource.meta().version()))
                .header(HttpHeaders.CONTENT_LOCATION, renderer.location(type, resource.id()));
    }

    Response list(Query query, Results results) {
        JsonArrayBuilder resources = JSON.createArrayBuilder();
        results.resources().forEach(resource -> {
            Selection selection = query.selection(resource.meta().resourceType());
            resources.add(renderer.render(resource, selection.type(), selection.projection()));
        });
        JsonObjectBuilder list = JSON.createObjectBuilder()
                .add("schemas", JSON.createArrayBuilder().add(LIST_RESPONSE));
        results.totalResults().ifPresent(total -> list.add("totalResults", total));
        if (query.order().page() instanceof Page.ByIndex page) {
            list.add("startIndex", page.startIndex());
        }
        list.add("itemsPerPage", results.resources().size());
        results.previousCursor().ifPresent(cursor -> list.add("previousCursor", cursor));
        results.nextCursor().ifPresent(cursor -> list.add("nextCursor", cursor));
        return message(list.add("Resources", resources).build());
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
