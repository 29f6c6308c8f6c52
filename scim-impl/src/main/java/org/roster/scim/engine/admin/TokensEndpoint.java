package org.roster.scim.engine.admin;

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
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.roster.scim.engine.operation.Attempts;
import org.roster.scim.engine.rest.AtPath;
import org.roster.scim.engine.security.TenantAdministration;
import org.roster.scim.engine.security.TokenAdministration;
import org.roster.scim.engine.security.TokenAdministration.Shown;
import org.roster.scim.spi.AccessToken;

/** {@code /admin/v1/tokens}: the bearer tokens of the service. A token is shown once, in the answer that makes it. */
@AtPath("tokens")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class TokensEndpoint {

    private final TokenAdministration tokens;
    private final TenantAdministration tenants;
    private final Attempts attempts;

    /**
     * Makes the endpoint.
     *
     * @param tokens does the work
     * @param tenants knows for whom tokens can be
     * @param attempts knows what the request is called
     */
    public TokensEndpoint(TokenAdministration tokens, TenantAdministration tenants, Attempts attempts) {
        this.attempts = attempts;
        this.tenants = tenants;
        this.tokens = tokens;
    }

    /**
     * Makes a token.
     *
     * @param request the request
     * @param body name, roles and bounds
     * @return 201 with the token
     * @throws IOException if the body does not arrive
     */
    @POST
    public Response create(@BeanParam AdminRequest request, InputStream body) throws IOException {
        request.requireAdministrator();
        TokenBody wanted = request.body(body, TokenBody.class, TokenBody.MEMBERS);
        Optional<String> tenant = request.tenant(wanted.tenant());
        tenant.ifPresent(tenants::requireToBe);
        Shown made = tokens.create(wanted.wish(tenant), request.maker(), request.act(attempts));
        String location = request.location("tokens/" + made.token().id());
        return shown(Response.status(Response.Status.CREATED).header("Location", location), made);
    }

    /**
     * Lists tokens, a page at a time.
     *
     * @param request {@code tenant}, {@code after} (the id of the last one of the page before) and {@code count}
     * @return 200
     */
    @GET
    public Response list(@BeanParam AdminRequest request) {
        request.requireAdministrator();
        List<AccessToken> page = tokens.list(
                request.tenant(request.parameter("tenant")),
                request.parameter("after").orElse(""),
                request.count());
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("tokens", page.stream().map(TokenView::of).toList());
        if (page.size() == request.count()) {
            answer.put("after", page.get(page.size() - 1).id());
        }
        return Response.ok(AdminRequest.json(answer)).build();
    }

    /**
     * Shows a token without what is secret.
     *
     * @param request the request
     * @param id which token
     * @return 200
     */
    @GET
    @Path("{id}")
    public Response read(@BeanParam AdminRequest request, @PathParam("id") String id) {
        request.requireAdministrator();
        return Response.ok(AdminRequest.json(TokenView.of(tokens.require(id, request.tenant()))))
                .build();
    }

    /**
     * Gives a token a new secret beside the one that it has.
     *
     * @param request the request
     * @param id which token
     * @param body for how long the old one is good: {@code overlapSeconds}
     * @return 200 with the token
     * @throws IOException if the body does not arrive
     */
    @POST
    @Path("{id}/rotate")
    public Response rotate(@BeanParam AdminRequest request, @PathParam("id") String id, InputStream body)
            throws IOException {
        request.requireAdministrator();
        Duration overlap =
                request.body(body, RotationBody.class, RotationBody.MEMBERS).overlap();
        AccessToken before = tokens.require(id, request.tenant());
        return shown(Response.ok(), tokens.rotate(before, overlap, request.maker(), request.act(attempts)));
    }

    /**
     * Ends a token.
     *
     * @param request the request
     * @param id which token
     * @return 204
     */
    @DELETE
    @Path("{id}")
    public Response revoke(@BeanParam AdminRequest request, @PathParam("id") String id) {
        request.requireAdministrator();
        tokens.revoke(id, request.tenant(), request.act(attempts));
        return Response.noContent().build();
    }

    /** An answer that nobody between here and the client may keep (RFC 6749 §5.1). */
    private static Response shown(Response.ResponseBuilder answer, Shown made) {
        return answer.header("Cache-Control", "no-store")
                .entity(AdminRequest.json(TokenView.of(made.token(), made.secret())))
                .build();
    }
}
