package org.roster.scim.engine.operation;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import org.jspecify.annotations.Nullable;
import org.roster.scim.engine.schema.ResourceReader;
import org.roster.scim.error.ScimException;
import org.roster.scim.query.Projection;
import org.roster.scim.schema.Attribute;
import org.roster.scim.schema.ComparisonKey;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.spi.Operation;
import org.roster.scim.spi.RequestContext;

/**
 * POST of the resource that will stand for the caller.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7644#section-3.11">RFC 7644 §3.11</a>
 */
public final class CreateSubject {

    private final Permission permission;
    private final CreateResource create;

    CreateSubject(Permission permission, CreateResource create) {
        this.permission = permission;
        this.create = create;
    }

    /**
     * Creates it.
     *
     * @param context who asks
     * @param type which kind of resource stands for callers
     * @param body what the client sent
     * @param projection what the client wants to see
     * @return the resource as stored
     * @throws ScimException 400 {@code invalidValue} if it would stand for somebody else
     */
    public Written create(RequestContext context, ResourceType type, JsonObject body, Projection projection) {
        permission.attempt(
                context, Operation.CREATE, type, "", () -> permission.require(context, Operation.CREATE, type));
        requireOwnName(
                type,
                ResourceReader.read(type, body).get(FindSubject.USER_NAME),
                context.caller().name());
        return create.create(context, type, body, projection);
    }

    private static void requireOwnName(ResourceType type, @Nullable JsonValue sent, String own) {
        Attribute userName = type.schema().attribute(FindSubject.USER_NAME).orElseThrow();
        boolean same = sent instanceof JsonString text
                && ComparisonKey.ofText(userName, text.getString()).equals(ComparisonKey.ofText(userName, own));
        if (!same) {
            throw ScimException.invalidValue(
                    FindSubject.USER_NAME + ": what is created at /Me stands for the caller and "
                            + "must have his name, \"" + own + "\"; create others at " + type.endpoint());
        }
    }
}
