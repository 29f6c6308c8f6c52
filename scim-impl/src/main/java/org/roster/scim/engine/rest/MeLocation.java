package org.roster.scim.engine.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;

/**
 * Puts the permanent location into every answer to a request for {@code /Me}, errors included.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7644#section-3.11">RFC 7644 §3.11</a>
 */
@ApplicationScoped
public class MeLocation implements ContainerResponseFilter {

    /** The attribute of the request that has the location. */
    static final String ATTRIBUTE = "org.roster.scim.me.location";

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Optional.ofNullable(request.getProperty(ATTRIBUTE))
                .ifPresent(location -> response.getHeaders().putSingle(HttpHeaders.LOCATION, location));
    }
}
