package org.roster.scim.engine.operation;

import jakarta.json.JsonObject;
import java.util.List;
import org.roster.scim.engine.patch.PatchUpdate;
import org.roster.scim.error.ScimException;
import org.roster.scim.patch.AttributeChange;
import org.roster.scim.query.Projection;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.spi.Precondition;
import org.roster.scim.spi.RequestContext;
import org.roster.scim.spi.ResourceKey;

/**
 * POST of a resource that refers to one which does not exist yet, because that one refers back. It begins without the
 * reference and is completed with it; both belong into one {@link Operations#atomically}, so that nobody sees it incomplete.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7644#section-3.7.1">RFC 7644 §3.7.1</a>
 */
public final class CreateInSteps {

    private final CreateResource whole;
    private final Writing writing;

    CreateInSteps(CreateResource whole, Writing writing) {
        this.whole = whole;
        this.writing = writing;
    }

    /**
     * Checks the whole resource as a POST does. What stands in place of a reference counts as one.
     *
     * @param context who asks
     * @param type what the endpoint stands for
     * @param body what the client sent
     * @return the attributes, valid and canonical
     * @throws ScimException what a POST would be answered with
     */
    public JsonObject prepare(RequestContext context, ResourceType type, JsonObject body) {
        return whole.prepare(context, type, body);
    }

    /**
     * Creates the resource without what has to wait.
     *
     * @param context who asks
     * @param type its type
     * @param attributes some of those that were prepared
     * @return the resource as stored
     * @throws ScimException 409 {@code uniqueness}, 400
     */
    public ScimResource begin(RequestContext context, ResourceType type, JsonObject attributes) {
        return writing.create(whole.permitted(context, type), type, attributes, Projection.MINIMAL);
    }

    /**
     * Adds what had to wait. It is part of the POST and needs no permission of its own.
     *
     * @param context who asks
     * @param key the resource that was begun
     * @param changes add the rest
     * @return the resource as stored
     * @throws ScimException 400 if a reference cannot be made
     */
    public ScimResource complete(RequestContext context, ResourceKey key, List<AttributeChange> changes) {
        PatchUpdate rest = new PatchUpdate(key.type(), changes, Precondition.NONE);
        return writing.update(whole.permitted(context, key.type()), key, rest, Projection.MINIMAL);
    }
}
