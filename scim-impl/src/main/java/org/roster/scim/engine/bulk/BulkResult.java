package org.roster.scim.engine.bulk;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.util.Optional;
import org.roster.scim.engine.projection.EntityTag;
import org.roster.scim.engine.projection.ErrorMessage;
import org.roster.scim.error.ScimException;
import org.roster.scim.resource.ScimResource;

/**
 * What became of one operation. Choice on RFC 7644 §3.7, which leaves it open: a success has no {@code response}, because the
 * client knows what it sent and a thousand resources are long.
 *
 * @param index the place of the operation in the request
 * @param status what a single request would have been answered with
 * @param message as the client sees it; the status is a text there (RFC 7644 §3.7.3, erratum 7916)
 */
record BulkResult(int index, int status, JsonObject message) {

    private static final JsonProvider JSON = JsonProvider.provider();

    static BulkResult done(Label label, int status, String location, ScimResource resource) {
        JsonObjectBuilder message = message(label, Optional.of(location));
        String version = resource.meta().version();
        if (!version.isEmpty()) {
            message.add("version", EntityTag.of(version));
        }
        return new BulkResult(
                label.index(),
                status,
                message.add("status", Integer.toString(status)).build());
    }

    static BulkResult deleted(Label label, String location) {
        JsonObjectBuilder message = message(label, Optional.of(location)).add("status", "204");
        return new BulkResult(label.index(), 204, message.build());
    }

    static BulkResult failed(Label label, Optional<String> location, ScimException error) {
        JsonObjectBuilder message = message(label, location)
                .add("status", Integer.toString(error.status()))
                .add("response", ErrorMessage.of(error));
        return new BulkResult(label.index(), error.status(), message.build());
    }

    boolean failed() {
        return status >= 400;
    }

    private static JsonObjectBuilder message(Label label, Optional<String> location) {
        JsonObjectBuilder message = JSON.createObjectBuilder();
        location.ifPresent(l -> message.add("location", l));
        label.method().ifPresent(m -> message.add("method", m));
        label.bulkId().ifPresent(b -> message.add("bulkId", b));
        return message;
    }
}
