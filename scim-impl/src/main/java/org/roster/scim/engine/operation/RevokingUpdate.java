package org.roster.scim.engine.operation;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roster.scim.patch.AttributeChange;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.spi.Holding;
import org.roster.scim.spi.Precondition;
import org.roster.scim.spi.RequestContext;
import org.roster.scim.spi.ResourceUpdate;
import org.roster.scim.spi.Revocation;
import org.roster.scim.spi.Revocation.Reason;

/**
 * An update that remembers what it does to a user. The store has read him anyway, so knowing what was before costs nothing;
 * if the store tries again, the last try counts.
 */
final class RevokingUpdate implements ResourceUpdate {

    private static final String ACTIVE = "active";
    private static final String PASSWORD = "password";

    private final ResourceUpdate update;
    private final String tenant;
    private Optional<Revocation> revocation = Optional.empty();

    RevokingUpdate(RequestContext context, ResourceUpdate update) {
        this.tenant = context.tenant();
        this.update = update;
    }

    @Override
    public Precondition precondition() {
        return update.precondition();
    }

    @Override
    public List<AttributeChange> changesOf(String attribute) {
        return update.changesOf(attribute);
    }

    @Override
    public JsonObject applyTo(ScimResource current, Holding holding) {
        JsonObject after = update.applyTo(current, holding);
        revocation = reason(current.attributes(), after).flatMap(reason -> revocation(tenant, current, reason));
        return after;
    }

    /** Whose sessions end, if the update takes effect as it was last applied. */
    Optional<Revocation> revocation() {
        return revocation;
    }

    /** Empty if the resource has no userName: it is nobody who logs in. */
    static Optional<Revocation> revocation(String tenant, ScimResource user, Reason reason) {
        return user.attributes().get(FindSubject.USER_NAME) instanceof JsonString name
                ? Optional.of(new Revocation(tenant, user.id(), name.getString(), reason))
                : Optional.empty();
    }

    private static Optional<Reason> reason(JsonObject before, JsonObject after) {
        if (JsonValue.FALSE.equals(after.get(ACTIVE)) && !JsonValue.FALSE.equals(before.get(ACTIVE))) {
            return Optional.of(Reason.DEACTIVATED);
        }
        @Nullable JsonValue old = before.get(PASSWORD);
        if (old == null || old.equals(after.get(PASSWORD))) {
            return Optional.empty();
        }
        return Optional.of(after.containsKey(PASSWORD) ? Reason.PASSWORD_CHANGED : Reason.PASSWORD_REMOVED);
    }
}
