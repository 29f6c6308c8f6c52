package org.roster.scim.engine.rest;

import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import jakarta.ws.rs.core.Response;
import org.roster.scim.engine.security.Unauthorized;
import org.roster.scim.error.ScimException;

/**
 * The one place where an error becomes an answer.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7644#section-3.12">RFC 7644 §3.12</a>
 */
final class ErrorResponse {

    private static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:Error";
    private static final JsonProvider JSON = JsonProvider.provider();
    private static final int RETRY_AFTER_SECONDS = 2;

    private ErrorResponse() {}

    static Response of(ScimException error) {
        JsonObjectBuilder body = JSON.createObjectBuilder()
                .add("schemas", JSON.createArrayBuilder().add(SCHEMA))
                .add("status", Integer.toString(error.status()));
        error.scimType().ifPresent(type -> body.add("scimType", type.keyword()));
        body.add("detail", error.detail());
        Response.ResponseBuilder response =
                Response.status(error.status()).type(ScimMediaType.SCIM_JSON).entity(new ScimMessage(body.build()));
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
