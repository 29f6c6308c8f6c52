package org.roster.scim.engine.operation;

import java.util.List;
import org.roster.scim.engine.patch.PatchCompiler;
import org.roster.scim.engine.patch.PatchUpdate;
import org.roster.scim.engine.projection.Sent;
import org.roster.scim.engine.security.Secrets;
import org.roster.scim.error.ScimException;
import org.roster.scim.patch.AttributeChange;
import org.roster.scim.query.Projection;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.spi.Operation;
import org.roster.scim.spi.RequestContext;
import org.roster.scim.spi.ResourceKey;
import org.roster.scim.spi.ResourceUpdate;

/**
 * PATCH of a resource.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7644#section-3.5.2">RFC 7644 §3.5.2</a>
 */
public final class PatchResource {

    private final Permission permission;
    private final Writing writing;
    private final Secrets secrets;

    PatchResource(Permission permission, Writing writing, Secrets secrets) {
        this.permission = permission;
        this.writing = writing;
        this.secrets = secrets;
    }

    /**
     * Changes a resource.
     *
     * @param context who asks
     * @param key which resource
     * @param change what the client sent
     * @param projection what the client wants to see
     * @return the resource as stored
     * @throws ScimException 404, 412, 409 {@code uniqueness}, 400
     */
    public Written patch(RequestContext context, ResourceKey key, Change change, Projection projection) {
        return permission.attempt(
                context, Operation.PATCH, key.type(), key.id(), () -> permitted(context, key, change, projection));
    }

    private Written permitted(RequestContext context, ResourceKey key, Change change, Projection projection) {
        Permitted permitted = permission.require(context, Operation.PATCH, key.type());
        List<AttributeChange> changes = PatchCompiler.compile(key.type(), change.request());
        permitted.requireWritable(changes);
        List<AttributeChange> safe = secrets.protect(changes);
        ResourceUpdate update = permission.guarded(
                permitted.context(),
                writing.stores(),
                key,
                permitted.refusing(new PatchUpdate(key.type(), safe, change.precondition())));
        Projection shown = permitted.shown(projection).afterSending(Sent.with(changes));
        Written written = new Written(writing.update(permitted.context(), key, update, shown), shown);
        permission.wrote(context);
        return written;
    }

    /**
     * Choice on RFC 7644 §3.5.2: a resource that lists others is answered with 204 unless the request names attributes,
     * because its list may be long and Entra wants it so; any other resource is answered with 200.
     *
     * @param type of the resource
     * @return whether the answer to a PATCH that names no attributes has a body
     */
    public static boolean showsResult(ResourceType type) {
        return type.membership().isEmpty();
    }
}
