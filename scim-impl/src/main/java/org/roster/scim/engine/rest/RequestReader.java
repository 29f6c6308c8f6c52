package org.roster.scim.engine.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.NotAllowedException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.roster.scim.engine.configuration.Configuration;
import org.roster.scim.engine.configuration.RequestLimit;
import org.roster.scim.engine.configuration.RequestLimits;
import org.roster.scim.engine.configuration.TenantLimits;
import org.roster.scim.engine.dialect.Dialect;
import org.roster.scim.engine.dialect.PatchReader;
import org.roster.scim.engine.json.JsonDecoder;
import org.roster.scim.engine.json.JsonLimits;
import org.roster.scim.engine.operation.FindSubject;
import org.roster.scim.engine.operation.Search;
import org.roster.scim.error.ScimException;
import org.roster.scim.patch.PatchRequest;
import org.roster.scim.query.Query;
import org.roster.scim.query.Selection;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.schema.SchemaRegistry;
import org.roster.scim.schema.Uniqueness;
import org.roster.scim.spi.RequestContext;
import org.roster.scim.spi.ResourceKey;

/** Makes values of a request: who asks for which tenant, about what, and what in the words of the RFC. */
@ApplicationScoped
public class RequestReader {

    /** Segments that are no resource type and no id, and the method they take. */
    private static final Map<String, String> ONE_METHOD = Map.of(
            "ServiceProviderConfig", HttpMethod.GET,
            "Schemas", HttpMethod.GET,
            "ResourceTypes", HttpMethod.GET,
            "Bulk", HttpMethod.POST,
            ".search", HttpMethod.POST);

    /** The message, its Operations and one of them are around the body of a single request. */
    private static final int BULK_LEVELS = 3;

    private final ContextReader contexts;
    private final SchemaRegistry registry;
    private final TenantLimits limits;
    private final Dialect dialect;
    private final Configuration configuration;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway")
    protected RequestReader() {
        this(null, null, null, null, null);
    }

    /**
     * Makes the reader.
     *
     * @param contexts says who asks
     * @param registry has the resource types
     * @param limits how much a request may be
     * @param dialect knows the habits of clients
     * @param configuration says what is on
     */
    @Inject
    public RequestReader(
            ContextReader contexts,
            SchemaRegistry registry,
            TenantLimits limits,
            Dialect dialect,
            Configuration configuration) {
        this.contexts = contexts;
        this.registry = registry;
        this.limits = limits;
        this.dialect = dialect;
        this.configuration = configuration;
    }

    RequestContext context(ClientRequest request) {
        return contexts.context(request);
    }

    /** The schemas and resource types that a discovery request shows; without a credential those of every tenant. */
    SchemaRegistry discoveredSchemas(ClientRequest request) {
        return contexts.discovered(request).map(registry::of).orElse(registry);
    }

    /** The limits that a discovery request shows; without a credential those of the service. */
    RequestLimits discoveredLimits(ClientRequest request) {
        return limits.of(contexts.discovered(request));
    }

    ResourceType typeAt(RequestContext context, String endpoint) {
        refuseOtherMethod(endpoint);
        return registry.of(context.tenant())
                .byEndpoint("/" + endpoint)
                .orElseThrow(() -> ScimException.of(
                        404, "there is no endpoint /" + endpoint + "; /ResourceTypes lists those that there are"));
    }

    ResourceKey key(RequestContext context, String endpoint, String id) {
        ResourceType type = typeAt(context, endpoint);
        refuseOtherMethod(id);
        return new ResourceKey(type, id);
    }

    /** Servers look further when a path has no such method, and arrive at the endpoint of the resource types. */
    private static void refuseOtherMethod(String segment) {
        Optional.ofNullable(ONE_METHOD.get(segment)).ifPresent(method -> {
            throw new NotAllowedException(method);
        });
    }

    /** Every resource type: what a query at the root is about. */
    List<ResourceType> types(RequestContext context) {
        return registry.of(context.tenant()).resourceTypes();
    }

    /** Which kind of resource stands for callers: the first that a unique userName names. */
    ResourceType subjectType(RequestContext context, ClientRequest request) {
        Optional<ResourceType> type = types(context).stream()
                .filter(t -> t.schema()
                        .attribute(FindSubject.USER_NAME)
                        .filter(a -> a.uniqueness() != Uniqueness.NONE)
                        .isPresent())
                .findFirst();
        if (type.isEmpty() || !configuration.me()) {
            throw ScimException.of(501, "/Me is not supported here");
        }
        if (!request.fromUser()) {
            throw ScimException.of(
                    404, "there is no resource for /Me: your credential is a token, which stands for no user");
        }
        return type.get();
    }

    QueryParameters searchBody(RequestContext context, ClientRequest request, InputStream body) throws IOException {
        return new SearchBody(json(context, request, body));
    }

    /** The query for some types, its filters as the RFC has them but not bound. */
    Search search(RequestContext context, QueryParameters parameters, List<ResourceType> types) {
        RequestLimits most = limits.of(context.tenant());
        List<Selection> selections = types.stream()
                .map(type -> new QueryReader(parameters, type).selection(dialect::filterText, most.filter()))
                .map(s -> s.with(dialect.filter(s.type(), s.filter())))
                .toList();
        OrderReader order = new OrderReader(parameters, most);
        return new Search(new Query(selections, order.order(types)), order.cursor());
    }

    JsonObject resource(RequestContext context, ClientRequest request, ResourceType type, InputStream body)
            throws IOException {
        return dialect.body(type, json(context, request, body));
    }

    PatchRequest patch(RequestContext context, ClientRequest request, ResourceKey key, InputStream body)
            throws IOException {
        return new PatchReader(dialect, limits.of(context.tenant())).read(key, json(context, request, body));
    }

    /** Reads a bulk request, which has limits of its own (RFC 7644 §3.7.4). */
    JsonObject bulk(RequestContext context, ClientRequest request, InputStream body) throws IOException {
        RequestLimits most = limits.of(context.tenant());
        int limit = most.of(RequestLimit.BULK_PAYLOAD);
        String tooLong = "the size of the bulk request exceeds the maxPayloadSize (" + limit + ")";
        return new JsonDecoder(
                        JsonLimits.ofDepth(most.of(RequestLimit.JSON_DEPTH)).around(limit, BULK_LEVELS))
                .decode(bytes(request, body, limit, tooLong));
    }

    private JsonObject json(RequestContext context, ClientRequest request, InputStream body) throws IOException {
        RequestLimits most = limits.of(context.tenant());
        int limit = most.of(RequestLimit.BODY);
        String tooLong = "the body is longer than " + limit + " bytes, the most that is accepted";
        return new JsonDecoder(JsonLimits.ofDepth(most.of(RequestLimit.JSON_DEPTH)))
                .decode(bytes(request, body, limit, tooLong));
    }

    /**
     * Reads a body; both media types alike (RFC 7644 §3.8), and no further than the limit. The endpoints take the bytes and
     * not a type of ours, because Jersey sometimes lets the server's JSON-B make one before our reader is asked.
     */
    private byte[] bytes(ClientRequest request, InputStream body, int limit, String tooLong) throws IOException {
        request.requirePlainBody();
        if (dialect.scimJsonOnly()) {
            request.requireScimJson();
        }
        byte[] bytes = body.readNBytes(limit + 1);
        if (bytes.length > limit) {
            throw ScimException.of(413, tooLong);
        }
        return bytes;
    }
}
