package org.roster.scim.engine.operation;

import jakarta.json.JsonObject;
import java.util.Set;
import org.roster.scim.engine.patch.ReplaceUpdate;
import org.roster.scim.engine.projection.Sent;
import org.roster.scim.engine.schema.ResourceReader;
import org.roster.scim.engine.schema.ResourceRules;
import org.roster.scim.engine.security.Secrets;
import org.roster.scim.error.ScimException;
import org.roster.scim.query.Projection;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.spi.Operation;
import org.roster.scim.spi.RequestContext;
import org.roster.scim.spi.ResourceKey;
import org.roster.scim.spi.ResourceUpdate;

/**
 * PUT of a resource.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7644#section-3.5.1">RFC 7644 §3.5.1</a>
 */
public final class ReplaceResource {

    private final Permission permission;
    private final Writing writing;
    private final Secrets secrets;

    ReplaceResource(Permission permission, Writing writing, Secrets secrets) {
        this.permission = permission;
        this.writing = writing;
        this.secrets = secrets;
    }

    /**
     * Replaces a resource.
     *
     * @param context who asks
     * @param key which resource
     * @param replacement what the client sent
     * @param projection what the client wants to see
     * @return the resource as stored
     * @throws ScimException 404, 412, 409 {@code uniqueness}, 400
     */
    public Written replace(RequestContext context, ResourceKey key, Replacement replacement, Projection projection) {
        return permission.attempt(
                context,
                Operation.REPLACE,
                key.type(),
                key.id(),
                () -> permitted(context, key, replacement, projection));
    }

    private Written permitted(RequestContext context, ResourceKey key, Replacement replacement, Projection projection) {
        ResourceType type = key.type();
        Permitted permitted = permission.require(context, Operation.REPLACE, type);
        requireSameId(key, replacement.body());
        JsonObject attributes = ResourceReader.read(type, replacement.body());
        ResourceRules.requireComplete(type, attributes, Set.of());
        JsonObject safe = secrets.protect(type, attributes);
        ResourceUpdate update = permission.guarded(
                permitted.context(),
                writing.stores(),
                key,
                permitted.keeping(type, new ReplaceUpdate(type, safe, replacement.precondition())));
        Projection shown = permitted.shown(projection).afterSending(Sent.with(type, attributes));
        Written written = new Written(writing.update(permitted.context(), key, update, shown), shown);
        permission.wrote(context);
        return written;
    }

    /** Choice on S-3.1-06: an id in the body may be absent, null or the resource's own; another one is a mix-up. */
    private static void requireSameId(ResourceKey key, JsonObject body) {
        if (body.containsKey("id") && !body.isNull("id") && !key.id().equals(body.getString("id", ""))) {
            throw ScimException.mutability("the id in the body, " + body.get("id")
                    + ", is not the one in the URL; id is read-only, leave it out or send the same");
        }
    }
}
