package org.roster.scim.engine.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.roster.scim.error.ScimException;

/**
 * Endpoints that the RFC names and this service does not have: 501, so that a client knows it is not a typing error.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7644#section-3.7">RFC 7644 §3.7</a>
 */
@Path("Bulk")
@RequestScoped
@Produces({ScimMediaType.SCIM_JSON, ScimMediaType.JSON})
public class UnsupportedEndpoints {

    /**
     * GET.
     *
     * @return 501
     */
    @GET
    public Response get() {
        return unsupported();
    }

    /**
     * POST.
     *
     * @return 501
     */
    @POST
    public Response post() {
        return unsupported();
    }

    /**
     * PUT.
     *
     * @return 501
     */
    @PUT
    public Response put() {
        return unsupported();
    }

    /**
     * PATCH.
     *
     * @return 501
     */
    @PATCH
    public Response patch() {
        return unsupported();
    }

    /**
     * DELETE.
     *
     * @return 501
     */
    @DELETE
    public Response delete() {
        return unsupported();
    }

    private static Response unsupported() {
        return ErrorResponse.of(
                ScimException.of(501, "this endpoint is not supported; /ServiceProviderConfig says what is"));
    }
}
