package org.roster.scim.engine.admin;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.roster.scim.engine.brake.AccidentBrake;
import org.roster.scim.engine.brake.BrakeStatus;
import org.roster.scim.engine.operation.Attempts;
import org.roster.scim.engine.rest.AtPath;
import org.roster.scim.engine.security.Tenants;
import org.roster.scim.error.ScimException;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.schema.SchemaRegistry;

/** {@code /admin/v1/brake}: how many deactivations and deletions there were, and leave for more of them. */
@AtPath("brake")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class BrakeEndpoint {

    private static final JsonProvider JSON = JsonProvider.provider();

    private final AccidentBrake brake;
    private final SchemaRegistry registry;
    private final Attempts attempts;

    /**
     * Makes the endpoint.
     *
     * @param brake does the work
     * @param registry has the resource types
     * @param attempts knows what the request is called
     */
    public BrakeEndpoint(AccidentBrake brake, SchemaRegistry registry, Attempts attempts) {
        this.attempts = attempts;
        this.brake = brake;
        this.registry = registry;
    }

    /**
     * Shows the brake of each resource type of a tenant.
     *
     * @param request {@code tenant}; the default one unless given
     * @return 200
     */
    @GET
    public Response read(@BeanParam AdminRequest request) {
        request.requireAdministrator();
        String tenant = tenant(request);
        JsonArrayBuilder brakes = JSON.createArrayBuilder();
        registry.of(tenant).resourceTypes().forEach(type -> brakes.add(view(tenant, type)));
        return Response.ok(
                        JSON.createObjectBuilder().add("brakes", brakes).build().toString())
                .build();
    }

    /**
     * Lets everything through for a while.
     *
     * @param request {@code tenant}; the default one unless given
     * @param name of the resource type
     * @param body {@code seconds}
     * @return 200 with the brake
     * @throws IOException if the body does not arrive
     */
    @POST
    @Path("{type}/lift")
    public Response lift(@BeanParam AdminRequest request, @PathParam("type") String name, InputStream body)
            throws IOException {
        request.requireAdministrator();
        String tenant = tenant(request);
        ResourceType type = registry.of(tenant)
                .byName(name)
                .orElseThrow(() -> ScimException.of(404, "there is no resource type \"" + name + "\""));
        int seconds = request.body(body, LiftBody.class, LiftBody.MEMBERS).seconds();
        brake.lift(tenant, type.name(), Instant.now().plusSeconds(seconds), request.act(attempts));
        return Response.ok(view(tenant, type).toString()).build();
    }

    private static String tenant(AdminRequest request) {
        return request.tenant(request.parameter("tenant")).orElse(Tenants.DEFAULT);
    }

    private JsonObject view(String tenant, ResourceType type) {
        BrakeStatus status = brake.status(tenant, type.name());
        JsonObjectBuilder view = JSON.createObjectBuilder()
                .add("tenant", tenant)
                .add("resourceType", type.name())
                .add("mode", status.mode().name().toLowerCase(Locale.ROOT))
                .add("changes", status.changes())
                .add("most", status.most())
                .add("windowSeconds", status.window().toSeconds());
        add(view, "tripped", status.tripped());
        add(view, "lifted", status.lifted());
        return view.build();
    }

    private static void add(JsonObjectBuilder view, String name, Optional<Instant> time) {
        time.ifPresent(t -> view.add(name, t.toString()));
    }
}
