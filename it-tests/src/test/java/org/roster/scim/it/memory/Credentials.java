package org.roster.scim.it.memory;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.roster.scim.engine.security.BearerTokens;
import org.roster.scim.engine.security.PresentedToken;
import org.roster.scim.it.server.RealmUser;
import org.roster.scim.spi.Caller;

/** In place of the servlet filter and the server's realm: knows the token, and the users of the lanes. */
@PreMatching
@Priority(Priorities.AUTHENTICATION)
final class Credentials implements ContainerRequestFilter {
    private static final String ERROR = "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:Error\"],"
            + "\"status\":\"401\",\"detail\":\"the credential is not valid\"}";

    private final BearerTokens tokens;

    Credentials(BearerTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        String header = request.getHeaderString("Authorization");
        if (header == null) {
            return;
        }
        Optional<String> agent = Optional.ofNullable(request.getHeaderString("User-Agent"));
        Optional<Caller> caller = header.regionMatches(true, 0, "Bearer ", 0, 7)
                ? tokens.callerWith(presented(header.substring(7)))
                : realm(header).or(() -> tokens.callerWithout(presented(header), agent));
        caller.ifPresentOrElse(
                c -> request.setSecurityContext(new Known(c)),
                () -> request.abortWith(Response.status(401)
                        .header("WWW-Authenticate", "Bearer")
                        .entity(ERROR)
                        .type(MediaType.valueOf("application/scim+json"))
                        .build()));
    }

    private static PresentedToken presented(String token) {
        return new PresentedToken(token.strip(), "127.0.0.1");
    }

    private static Optional<Caller> realm(String header) {
        return Arrays.stream(RealmUser.values())
                .filter(user -> user.basic().equalsIgnoreCase(header)
                        || user.basic().equals(header.replaceFirst("(?i)basic", "Basic")))
                .map(user -> new Caller(user.user(), roles(user)))
                .findFirst();
    }

    private static Set<String> roles(RealmUser user) {
        return switch (user) {
            case IDP -> Set.of("scim-admin");
            case READER -> Set.of("scim-read");
            case PERSON -> Set.of("scim-self");
            case PLAIN -> Set.of("other");
        };
    }

    private record Known(Caller caller) implements SecurityContext {
        @Override
        public Principal getUserPrincipal() {
            return caller::name;
        }

        @Override
        public boolean isUserInRole(String role) {
            return caller.roles().contains(role);
        }

        @Override
        public boolean isSecure() {
            return false;
        }

        @Override
        public String getAuthenticationScheme() {
            return "Bearer";
        }
    }
}
