package org.roster.scim.engine.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;

/**
 * Turns away whoever brought no credential, after the endpoint was found and before the body is read. The decision hangs on
 * the endpoint, never on the text of the URL.
 */
@ApplicationScoped
public class AnonymousGuard implements ContainerRequestFilter {

    @Context
    private ResourceInfo endpoint;

    @Override
    public void filter(ContainerRequestContext request) {
        boolean open = endpoint.getResourceClass() != null
                && endpoint.getResourceClass().isAnnotationPresent(OpenToAnonymous.class);
        if (!open && request.getSecurityContext().getUserPrincipal() == null) {
            request.abortWith(ErrorResponse.unauthorized());
        }
    }
}
