package org.roster.scim.engine.operation;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.roster.scim.patch.AttributeChange;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.schema.ResolvedPath;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.spi.Precondition;
import org.roster.scim.spi.ResourceUpdate;

/**
 * A PUT by somebody who may not write every attribute. What he may not write he need not send, and it stays; what he sends
 * must be what is there.
 *
 * @param type of the resource
 * @param locks on what he may not write
 * @param update what he sent
 */
record LockedUpdate(ResourceType type, Locks locks, ResourceUpdate update) implements ResourceUpdate {

    @Override
    public Precondition precondition() {
        return update.precondition();
    }

    /** What a store keeps apart is not at hand here, so it cannot be compared: it stays, or the request is refused. */
    @Override
    public List<AttributeChange> changesOf(String attribute) {
        List<AttributeChange> changes = update.changesOf(attribute);
        Optional<ResolvedPath> kept = type.resolve(attribute).filter(locks::hold);
        if (kept.isEmpty()) {
            return changes;
        }
        if (!changes.stream().allMatch(AttributeChange.Unassign.class::isInstance)) {
            throw locks.refusal(kept.get());
        }
        return List.of();
    }

    @Override
    public JsonObject applyTo(ScimResource current, Set<String> apart) {
        JsonObject after = update.applyTo(current, apart);
        for (ResolvedPath attribute : locks.attributes()) {
            boolean elsewhere = attribute.extension().isEmpty()
                    && apart.contains(attribute.attribute().name());
            if (!elsewhere) {
                after = kept(attribute, current.attributes(), after);
            }
        }
        return after;
    }

    private JsonObject kept(ResolvedPath attribute, JsonObject before, JsonObject after) {
        Optional<JsonValue> old = Members.of(before, attribute);
        Optional<JsonValue> sent = Members.of(after, attribute);
        if (sent.isPresent() && !sent.equals(old)) {
            throw locks.refusal(attribute);
        }
        return sent.isEmpty() && old.isPresent() ? Members.with(after, attribute, old.get()) : after;
    }
}
