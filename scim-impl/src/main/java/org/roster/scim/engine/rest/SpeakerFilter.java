package org.roster.scim.engine.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.security.Principal;
import java.util.Optional;
import org.roster.scim.engine.configuration.Mode;
import org.roster.scim.engine.dialect.Speaker;

/** Says who sent a request, before it is read: the dialect depends on it. */
@ApplicationScoped
public class SpeakerFilter implements ContainerRequestFilter {

    /** What an administrator puts behind the Tenant URL, where it reaches the server (V-ENTRA-09). */
    private static final String FLAG_OF_ENTRA = "aadOptscim062020";

    private final Speaker speaker;

    /** For the CDI proxy; public, because RESTEasy looks for such a constructor before it asks CDI. */
    @SuppressWarnings("NullAway")
    public SpeakerFilter() {
        this(null);
    }

    /**
     * Makes the filter.
     *
     * @param speaker of the request
     */
    @Inject
    public SpeakerFilter(Speaker speaker) {
        this.speaker = speaker;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        String caller = Optional.ofNullable(request.getSecurityContext().getUserPrincipal())
                .map(Principal::getName)
                .orElse("");
        speaker.is(caller, Optional.ofNullable(request.getHeaderString(HttpHeaders.USER_AGENT)));
        if (request.getUriInfo().getQueryParameters().containsKey(FLAG_OF_ENTRA)) {
            speaker.seems(Mode.ENTRA);
        }
    }
}
