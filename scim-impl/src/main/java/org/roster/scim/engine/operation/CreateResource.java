package org.roster.scim.engine.operation;

import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.Set;
import org.roster.scim.engine.projection.Sent;
import org.roster.scim.engine.schema.ResourceReader;
import org.roster.scim.engine.schema.ResourceRules;
import org.roster.scim.engine.security.Secrets;
import org.roster.scim.error.ScimException;
import org.roster.scim.error.ScimType;
import org.roster.scim.query.Projection;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.spi.Operation;
import org.roster.scim.spi.RequestContext;

/**
 * POST of a resource.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7644#section-3.3">RFC 7644 §3.3</a>
 */
public final class CreateResource {

    private final Permission permission;
    private final Writing writing;
    private final Secrets secrets;
    private final Optional<Reactivation> reactivation;

    CreateResource(Permission permission, Writing writing, Secrets secrets) {
        this(permission, writing, secrets, Optional.empty());
    }

    /** The same, for a service where a POST may be somebody's return. */
    CreateResource(Permission permission, Writing writing, Secrets secrets, Optional<Reactivation> reactivation) {
        this.reactivation = reactivation;
        this.permission = permission;
        this.writing = writing;
        this.secrets = secrets;
    }

    /**
     * Creates a resource.
     *
     * @param context who asks
     * @param type what the endpoint stands for
     * @param body what the client sent
     * @param projection what the client wants to see
     * @return the resource as stored
     */
    public Written create(RequestContext context, ResourceType type, JsonObject body, Projection projection) {
        return permission.attempt(
                context, Operation.CREATE, type, "", () -> permitted(context, type, body, projection));
    }

    private Written permitted(RequestContext context, ResourceType type, JsonObject body, Projection projection) {
        Permitted permitted = permission.require(context, Operation.CREATE, type);
        JsonObject attributes = prepare(permitted, type, body);
        Projection shown = permitted.shown(projection).afterSending(Sent.with(type, attributes));
        try {
            Written written = new Written(writing.create(permitted.context(), type, attributes, shown), shown);
            permission.wrote(context);
            return written;
        } catch (ScimException taken) {
            boolean byAnother = taken.scimType().equals(Optional.of(ScimType.UNIQUENESS));
            return reactivation
                    .filter(r -> byAnother)
                    .flatMap(r -> r.of(context, type, attributes, body, projection))
                    .orElseThrow(() -> taken);
        }
    }

    /** What will be stored: permitted, complete, and without secrets in clear. */
    JsonObject prepare(RequestContext context, ResourceType type, JsonObject body) {
        return permission.attempt(
                context,
                Operation.CREATE,
                type,
                "",
                () -> prepare(permission.require(context, Operation.CREATE, type), type, body));
    }

    /** The context of a creation, with the rule that permits it. */
    RequestContext permitted(RequestContext context, ResourceType type) {
        return permission.require(context, Operation.CREATE, type).context();
    }

    private JsonObject prepare(Permitted permitted, ResourceType type, JsonObject body) {
        JsonObject attributes = ResourceReader.read(type, body);
        permitted.requireWritable(attributes);
        permission.guard(permitted.context(), type, attributes);
        ResourceRules.requireComplete(type, attributes, Set.of());
        return secrets.protect(type, attributes);
    }
}
