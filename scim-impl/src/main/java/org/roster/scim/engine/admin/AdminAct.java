package org.roster.scim.engine.admin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.UriInfo;
import java.security.Principal;
import java.util.Locale;
import java.util.Optional;
import org.roster.scim.engine.security.Roles;
import org.roster.scim.engine.security.TokenPrincipal;
import org.roster.scim.schema.DateTimes;
import org.roster.scim.spi.Attempt;

/**
 * What a request to the administration is for the audit: {@code POST tokens/ID/rotate} is a {@code rotate} of {@code tokens}.
 *
 * @param servlet has the method and the address
 * @param uri has the path
 * @param requestId what the request is called
 */
record AdminAct(HttpServletRequest servlet, UriInfo uri, String requestId) {

    Attempt permitted(Principal principal) {
        return by(principal, true, "role " + Roles.ADMIN);
    }

    Attempt refused(Principal principal, String rule) {
        return by(principal, false, rule);
    }

    private Attempt by(Principal principal, boolean permitted, String rule) {
        Optional<String> tenant = principal instanceof TokenPrincipal token
                ? token.caller().bounds().tenant()
                : Optional.empty();
        String[] path = uri.getPath(false).replaceFirst("^/+", "").split("/", -1);
        return new Attempt(
                tenant.orElse(""),
                DateTimes.now(),
                principal.getName(),
                servlet.getRemoteAddr(),
                requestId,
                path.length > 2 ? path[2] : verb(servlet.getMethod()),
                path[0],
                path.length > 1 ? path[1] : "",
                permitted,
                rule);
    }

    private static String verb(String method) {
        return switch (method) {
            case HttpMethod.POST -> "create";
            case HttpMethod.GET -> "read";
            default -> method.toLowerCase(Locale.ROOT);
        };
    }
}
