package org.roster.scim.engine.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;

/**
 * Tells nobody which methods an address has who brought no credential. RESTEasy answers OPTIONS while it looks for the endpoint,
 * before {@link AnonymousGuard} is asked and without {@link ErrorMapper}.
 */
@PreMatching
@ApplicationScoped
public class OptionsGuard implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getMethod().equals(HttpMethod.OPTIONS)
                && request.getSecurityContext().getUserPrincipal() == null) {
            request.abortWith(ErrorResponse.unauthorized());
        }
    }
}
