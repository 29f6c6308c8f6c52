package org.roster.scim.engine.admin;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.roster.scim.engine.operation.Attempts;
import org.roster.scim.engine.rest.AtPath;
import org.roster.scim.engine.security.TenantAdministration;
import org.roster.scim.engine.security.TenantAdministration.Deletion;
import org.roster.scim.error.ScimException;
import org.roster.scim.spi.Tenant;

/** {@code /admin/v1/tenants}: the life of tenants, for administrators of the whole service. */
@AtPath("tenants")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class TenantsEndpoint {

    /** One JSON text a line. */
    private static final String LINES = "application/x-ndjson";

    private static final JsonProvider JSON = JsonProvider.provider();

    private final TenantAdministration tenants;
    private final TenantExport export;
    private final Attempts attempts;

    /**
     * Makes the endpoint.
     *
     * @param tenants does the work
     * @param export gives out what a tenant has
     * @param attempts knows what the request is called
     */
    public TenantsEndpoint(TenantAdministration tenants, TenantExport export, Attempts attempts) {
        this.attempts = attempts;
        this.tenants = tenants;
        this.export = export;
    }

    /**
     * Makes a tenant.
     *
     * @param request the request
     * @param body {@code name}
     * @return 201 with the tenant
     * @throws IOException if the body does not arrive
     */
    @POST
    public Response create(@BeanParam AdminRequest request, InputStream body) throws IOException {
        requireAdministratorOfAll(request);
        Tenant made = tenants.create(
                request.body(body, TenantBody.class, TenantBody.MEMBERS).name(), request.act(attempts));
        return Response.status(Response.Status.CREATED)
                .header("Location", request.location("tenants/" + made.name()))
                .entity(view(made).build().toString())
                .build();
    }

    /**
     * Lists tenants, a page at a time.
     *
     * @param request {@code after} (the name of the last one of the page before) and {@code count}
     * @return 200
     */
    @GET
    public Response list(@BeanParam AdminRequest request) {
        requireAdministratorOfAll(request);
        List<Tenant> page = tenants.list(request.parameter("after").orElse(""), request.count());
        JsonArrayBuilder views = JSON.createArrayBuilder();
        page.forEach(tenant -> views.add(view(tenant)));
        JsonObjectBuilder answer = JSON.createObjectBuilder().add("tenants", views);
        if (page.size() == request.count()) {
            answer.add("after", page.get(page.size() - 1).name());
        }
        return Response.ok(answer.build().toString()).build();
    }

    /**
     * Shows a tenant, and how much it has.
     *
     * @param request the request
     * @param name which tenant
     * @return 200
     */
    @GET
    @Path("{name}")
    public Response read(@BeanParam AdminRequest request, @PathParam("name") String name) {
        requireAdministratorOfAll(request);
        return answer(view(tenants.require(name)).add("rows", rows(tenants.rows(name))));
    }

    /**
     * Closes a tenant for everybody.
     *
     * @param request the request
     * @param name which tenant
     * @return 200 with the tenant
     */
    @POST
    @Path("{name}/suspend")
    public Response suspend(@BeanParam AdminRequest request, @PathParam("name") String name) {
        requireAdministratorOfAll(request);
        return answer(view(tenants.change(name, Tenant.State.SUSPENDED, request.act(attempts))));
    }

    /**
     * Opens a tenant again.
     *
     * @param request the request
     * @param name which tenant
     * @return 200 with the tenant
     */
    @POST
    @Path("{name}/resume")
    public Response resume(@BeanParam AdminRequest request, @PathParam("name") String name) {
        requireAdministratorOfAll(request);
        return answer(view(tenants.change(name, Tenant.State.ACTIVE, request.act(attempts))));
    }

    /**
     * Gives out every resource of a tenant.
     *
     * @param request the request
     * @param name which tenant
     * @return 200 with one resource a line
     */
    @GET
    @Path("{name}/export")
    @Produces({LINES, MediaType.APPLICATION_JSON})
    public Response export(@BeanParam AdminRequest request, @PathParam("name") String name) {
        requireAdministratorOfAll(request);
        tenants.require(name);
        String base = request.location("").replaceFirst("/admin/v1/?$", "/t/" + name + "/v2");
        StreamingOutput lines = out -> export.write(name, request.callerName(), base, out);
        return Response.ok(lines).type(LINES).build();
    }

    /**
     * Deletes a suspended tenant with everything that it has.
     *
     * @param request the request
     * @param name which tenant
     * @return 200 with what went, and what is left: nothing
     */
    @DELETE
    @Path("{name}")
    public Response delete(@BeanParam AdminRequest request, @PathParam("name") String name) {
        requireAdministratorOfAll(request);
        Deletion deletion = tenants.delete(name, request.act(attempts));
        return answer(view(tenants.require(name))
                .add("deleted", rows(deletion.deleted()))
                .add("left", rows(deletion.left())));
    }

    private static void requireAdministratorOfAll(AdminRequest request) {
        request.requireAdministrator();
        if (request.tenant().isPresent()) {
            throw ScimException.of(403, "your credential is for one tenant; tenants are made and ended by others");
        }
    }

    private static Response answer(JsonObjectBuilder view) {
        return Response.ok(view.build().toString()).build();
    }

    private static JsonObjectBuilder view(Tenant tenant) {
        return JSON.createObjectBuilder()
                .add("name", tenant.name())
                .add("state", tenant.state().name().toLowerCase(Locale.ROOT))
                .add("created", tenant.created().toString())
                .add("createdBy", tenant.createdBy());
    }

    private static JsonObject rows(Map<String, Long> rows) {
        JsonObjectBuilder view = JSON.createObjectBuilder();
        rows.forEach(view::add);
        return view.build();
    }
}
