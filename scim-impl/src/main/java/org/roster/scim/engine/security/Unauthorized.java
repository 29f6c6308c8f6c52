package org.roster.scim.engine.security;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The one answer to everybody whom the service does not know. */
public final class Unauthorized {

    /** The values of {@code WWW-Authenticate}, one header each. */
    public static final List<String> CHALLENGES =
            List.of("Bearer realm=\"scim\"", "Basic realm=\"scim\", charset=\"UTF-8\"");

    /** The detail for a wrong password, an unknown user and an unknown token alike. */
    static final String WRONG_CREDENTIAL = "the credential is not valid";

    private Unauthorized() {}

    static void write(HttpServletResponse response, String detail) throws IOException {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        CHALLENGES.forEach(challenge -> response.addHeader("WWW-Authenticate", challenge));
        response.setContentType("application/scim+json;charset=UTF-8");
        String body = "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:Error\"],\"status\":\"401\",\"detail\":\""
                + detail + "\"}";
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }
}
