package org.roster.scim.it.product.api;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/** Lets those in who name their desk, and signs every answer. */
@Provider
@PreMatching
public class StaffFilter implements ContainerRequestFilter, ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getHeaderString("X-Desk") == null) {
            request.abortWith(Response.status(400)
                    .type(MediaType.APPLICATION_JSON_TYPE)
                    .entity(new Apology("which desk?"))
                    .build());
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().putSingle("X-Staff", "at your service");
    }
}
