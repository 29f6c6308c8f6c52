package org.roster.scim.engine.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.NotAllowedException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.roster.scim.engine.configuration.Configuration;
import org.roster.scim.engine.dialect.Dialect;
import org.roster.scim.engine.json.JsonDecoder;
import org.roster.scim.engine.json.JsonLimits;
import org.roster.scim.engine.operation.FindSubject;
import org.roster.scim.engine.operation.Search;
import org.roster.scim.error.ScimException;
import org.roster.scim.filter.FilterLimits;
import org.roster.scim.patch.PatchRequest;
import org.roster.scim.query.Query;
import org.roster.scim.query.Selection;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.schema.SchemaRegistry;
import org.roster.scim.schema.Uniqueness;
import org.roster.scim.spi.Caller;
import org.roster.scim.spi.RequestContext;
import org.roster.scim.spi.ResourceKey;
import org.roster.scim.spi.TenantResolver;

/** Makes values of a request: who asks for which tenant, about what, and what in the words of the RFC. */
@ApplicationScoped
public class RequestReader {

    private static final Set<String> DISCOVERY = Set.of("ServiceProviderConfig", "Schemas", "ResourceTypes");

    private final SchemaRegistry registry;
    private final TenantResolver tenants;
    private final Dialect dialect;
    private final Configuration configuration;
    private final JsonDecoder decoder = new JsonDecoder(JsonLimits.DEFAULT);

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway")
    protected RequestReader() {
        this(null, null, null, null);
    }

    /**
     * Makes the reader.
     *
     * @param registry has the resource types
     * @param tenants says whose directory it is
     * @param dialect knows the habits of clients
     * @param configuration has the limits
     */
    @Inject
    public RequestReader(
            SchemaRegistry registry, TenantResolver tenants, Dialect dialect, Configuration configuration) {
        this.registry = registry;
        this.tenants = tenants;
        this.dialect = dialect;
        this.configuration = configuration;
    }

    RequestContext context(ClientRequest request) {
        Caller caller = request.caller();
        return new RequestContext(tenants.tenantOf(caller), caller);
    }

    ResourceType typeAt(String endpoint) {
        if (DISCOVERY.contains(endpoint)) {
            // Jersey comes here with methods that the endpoint itself does not have.
            throw new NotAllowedException(HttpMethod.GET);
        }
        refuseOtherThanPost(endpoint);
        return registry.byEndpoint("/" + endpoint)
                .orElseThrow(() -> ScimException.of(
                        404, "there is no endpoint /" + endpoint + "; /ResourceTypes lists those that there are"));
    }

    ResourceKey key(String endpoint, String id) {
        ResourceType type = typeAt(endpoint);
        refuseOtherThanPost(id);
        return new ResourceKey(type, id);
    }

    /** RESTEasy too looks further when a path has no such method. */
    private static void refuseOtherThanPost(String segment) {
        if (segment.equals(".search")) {
            throw new NotAllowedException(HttpMethod.POST);
        }
    }

    /** Every resource type: what a query at the root is about. */
    List<ResourceType> types() {
        return registry.resourceTypes();
    }

    /** Which kind of resource stands for callers: the first that a unique userName names. */
    ResourceType subjectType(ClientRequest request) {
        Optional<ResourceType> type = registry.resourceTypes().stream()
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

    QueryParameters searchBody(ClientRequest request, InputStream body) throws IOException {
        return new SearchBody(json(request, body));
    }

    /** The query for some types, its filters as the RFC has them but not bound. */
    Search search(QueryParameters parameters, List<ResourceType> types) {
        List<Selection> selections = types.stream()
                .map(type -> new QueryReader(parameters, type).selection())
                .map(s -> s.with(dialect.filter(s.type(), s.filter())))
                .toList();
        OrderReader order = new OrderReader(parameters, configuration);
        return new Search(new Query(selections, order.order(types)), order.cursor());
    }

    JsonObject resource(ClientRequest request, ResourceType type, InputStream body) throws IOException {
        return dialect.body(type, json(request, body));
    }

    PatchRequest patch(ClientRequest request, ResourceKey key, InputStream body) throws IOException {
        return dialect.patch(key, PatchRequest.parse(json(request, body), FilterLimits.DEFAULT));
    }

    /**
     * Reads a body; both media types alike (RFC 7644 §3.8), and no further than the limit. The endpoints take the bytes and
     * not a type of ours, because Jersey sometimes lets the server's JSON-B make one before our reader is asked.
     */
    private JsonObject json(ClientRequest request, InputStream body) throws IOException {
        request.requirePlainBody();
        int limit = configuration.bodyLimit();
        byte[] bytes = body.readNBytes(limit + 1);
        if (bytes.length > limit) {
            throw ScimException.of(413, "the body is longer than " + limit + " bytes, the most that is accepted");
        }
        return decoder.decode(bytes);
    }
}
