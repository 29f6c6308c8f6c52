package org.roster.scim.engine.rest;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.roster.scim.engine.configuration.Configuration;
import org.roster.scim.engine.configuration.RequestLimit;
import org.roster.scim.engine.configuration.RequestLimits;
import org.roster.scim.engine.operation.Capabilities;
import org.roster.scim.engine.operation.Stores;
import org.roster.scim.schema.ResourceType;

/**
 * {@code /ServiceProviderConfig}: what this service can do, as its stores say it; what is not there is not advertised.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7643#section-5">RFC 7643 §5</a>
 */
@AtPath("ServiceProviderConfig")
@OpenToAnonymous
@Produces({ScimMediaType.SCIM_JSON, ScimMediaType.JSON})
public class ServiceProviderConfigEndpoint {

    private static final String SCHEMA = "urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig";
    private static final JsonProvider JSON = JsonProvider.provider();

    private final Stores stores;
    private final Configuration configuration;
    private final RequestReader reader;
    private final Answers answers;

    /**
     * Makes the endpoint.
     *
     * @param stores what they can do
     * @param configuration says what is on
     * @param reader knows what there is for the tenant of a request
     * @param answers makes answers
     */
    public ServiceProviderConfigEndpoint(
            Stores stores, Configuration configuration, RequestReader reader, Answers answers) {
        this.stores = stores;
        this.configuration = configuration;
        this.reader = reader;
        this.answers = answers;
    }

    /**
     * The configuration.
     *
     * @param request the request
     * @return 200 with one object, not a list
     */
    @GET
    public Response read(@BeanParam ClientRequest request) {
        DiscoveryRequest.refuseFilter(request);
        Answer answer = answers.to(request);
        return answer.message(answer.described(
                config(reader.discoveredSchemas(request).resourceTypes(), reader.discoveredLimits(request)),
                "ServiceProviderConfig",
                "/ServiceProviderConfig"));
    }

    private JsonObject config(List<ResourceType> types, RequestLimits most) {
        Capabilities can = Capabilities.of(stores, types);
        return JSON.createObjectBuilder()
                .add("schemas", JSON.createArrayBuilder().add(SCHEMA))
                .add("patch", supported(can.patch()))
                .add(
                        "bulk",
                        supported(can.bulk())
                                .add("maxOperations", most.of(RequestLimit.BULK_OPERATIONS))
                                .add("maxPayloadSize", most.of(RequestLimit.BULK_PAYLOAD)))
                .add("filter", supported(can.filter()).add("maxResults", most.of(RequestLimit.PAGE_LIMIT)))
                .add("changePassword", supported(false))
                .add("sort", supported(can.sort()))
                .add("etag", supported(can.etag()))
                .add("pagination", pagination(can, most))
                .add("authenticationSchemes", authenticationSchemes())
                .build();
    }

    private JsonArrayBuilder authenticationSchemes() {
        JsonArrayBuilder schemes = JSON.createArrayBuilder()
                .add(scheme("oauthbearertoken", "Bearer token", "A token in the header Authorization")
                        .add("specUri", "https://www.rfc-editor.org/info/rfc6750")
                        .add("primary", true));
        return configuration.basic()
                ? schemes.add(scheme("httpbasic", "HTTP Basic", "A user of the application server's realm")
                        .add("specUri", "https://www.rfc-editor.org/info/rfc7617")
                        .add("primary", false))
                : schemes;
    }

    /** Index is the default: clients that know nothing of cursors would stop after the first page (RFC 9865 §2.4). */
    private JsonObjectBuilder pagination(Capabilities can, RequestLimits most) {
        JsonObjectBuilder pagination =
                JSON.createObjectBuilder().add("cursor", can.cursor()).add("index", can.filter());
        if (can.filter()) {
            pagination
                    .add("defaultPaginationMethod", "index")
                    .add("defaultPageSize", most.pageSize())
                    .add("maxPageSize", most.of(RequestLimit.PAGE_LIMIT));
        }
        return can.cursor() ? pagination.add("cursorTimeout", configuration.cursorTimeout()) : pagination;
    }

    private static JsonObjectBuilder supported(boolean supported) {
        return JSON.createObjectBuilder().add("supported", supported);
    }

    private static JsonObjectBuilder scheme(String type, String name, String description) {
        return JSON.createObjectBuilder().add("type", type).add("name", name).add("description", description);
    }
}
