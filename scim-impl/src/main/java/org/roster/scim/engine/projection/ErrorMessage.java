package org.roster.scim.engine.projection;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import org.roster.scim.error.ScimException;

/**
 * An error as the client sees it, by itself or inside a bulk response.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7644#section-3.12">RFC 7644 §3.12</a>
 */
public final class ErrorMessage {

    private static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:Error";
    private static final JsonProvider JSON = JsonProvider.provider();

    private ErrorMessage() {}

    /**
     * Writes an error.
     *
     * @param error what went wrong
     * @return the message
     */
    public static JsonObject of(ScimException error) {
        JsonObjectBuilder message = JSON.createObjectBuilder()
                .add("schemas", JSON.createArrayBuilder().add(SCHEMA))
                .add("status", Integer.toString(error.status()));
        error.scimType().ifPresent(type -> message.add("scimType", type.keyword()));
        return message.add("detail", error.detail()).build();
    }
}
