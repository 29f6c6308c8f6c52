package org.roster.scim.engine.rest;

import jakarta.ws.rs.core.Response;
import org.roster.scim.engine.json.JsonEncoder;
import org.roster.scim.engine.projection.ErrorMessage;
import org.roster.scim.engine.security.Unauthorized;
import org.roster.scim.error.ScimException;

/** The one place where an error becomes an answer. */
final class ErrorResponse {

    private static final int RETRY_AFTER_SECONDS = 2;

    private ErrorResponse() {}

    static Response of(ScimException error) {
        Response.ResponseBuilder response = Response.status(error.status())
                .type(ScimMediaType.SCIM_JSON)
                .entity(JsonEncoder.encode(ErrorMessage.of(error)));
        error.retryAfter().ifPresent(seconds -> response.header("Retry-After", seconds));
        if (error.status() == Response.Status.SERVICE_UNAVAILABLE.getStatusCode()) {
            response.header("Retry-After", RETRY_AFTER_SECONDS);
        }
        return response.build();
    }

    static Response unauthorized() {
        Response response = of(ScimException.of(401, "this needs a credential: a bearer token or BASIC"));
        Unauthorized.CHALLENGES.forEach(challenge -> response.getHeaders().add("WWW-Authenticate", challenge));
        return response;
    }
}
