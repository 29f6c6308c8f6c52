package org.roster.scim.it.product.api;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Whatever goes wrong is told in the same way. */
@Provider
public class StaffErrors implements ExceptionMapper<Throwable> {

    @Override
    public Response toResponse(Throwable failure) {
        int status = failure instanceof WebApplicationException http
                ? http.getResponse().getStatus()
                : 500;
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(new Apology("sorry: " + failure.getMessage()))
                .build();
    }
}
