package org.roster.scim.engine.operation;

import org.roster.scim.error.ScimException;
import org.roster.scim.spi.Operation;
import org.roster.scim.spi.Precondition;
import org.roster.scim.spi.RequestContext;
import org.roster.scim.spi.ResourceKey;

/**
 * DELETE of a resource.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7644#section-3.6">RFC 7644 §3.6</a>
 */
public final class DeleteResource {

    private final Permission permission;
    private final Writing writing;

    DeleteResource(Permission permission, Writing writing) {
        this.permission = permission;
        this.writing = writing;
    }

    /**
     * Deletes a resource.
     *
     * @param context who asks
     * @param key which resource
     * @param precondition which version is meant
     * @throws ScimException 404 or 412
     */
    public void delete(RequestContext context, ResourceKey key, Precondition precondition) {
        permission.attempt(
                context, Operation.DELETE, key.type(), key.id(), () -> permitted(context, key, precondition));
    }

    private boolean permitted(RequestContext context, ResourceKey key, Precondition precondition) {
        Permitted permitted = permission.require(context, Operation.DELETE, key.type());
        permission.guard(permitted.context(), writing.stores(), key);
        writing.delete(permitted.context(), key, precondition);
        permission.wrote(context);
        return true;
    }
}
