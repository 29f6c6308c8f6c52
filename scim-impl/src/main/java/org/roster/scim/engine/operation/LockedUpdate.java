package org.roster.scim.engine.operation;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.List;
import java.util.Optional;
import org.roster.scim.patch.AttributeChange;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.schema.ResolvedPath;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.spi.Holding;
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

    private static final JsonProvider JSON = JsonProvider.provider();

    @Override
    public Precondition precondition() {
        return update.precondition();
    }

    /** What a store keeps apart is not at hand here, so it cannot be compared: it stays, or the request is refused. */
    @Override
    public List<AttributeChange> changesOf(String attribute) {
        List<AttributeChange> changes = update.changesOf(attribute);
        Optional<ResolvedPath> kept = type.resolve(attribute)
                .filter(whole -> locks.attributes().stream()
                        .anyMatch(path -> path.parent().equals(whole)));
        if (kept.isEmpty()) {
            return changes;
        }
        if (!changes.stream().allMatch(AttributeChange.Unassign.class::isInstance)) {
            throw locks.refusal(kept.get());
        }
        return List.of();
    }

    @Override
    public JsonObject applyTo(ScimResource current, Holding holding) {
        JsonObject after = update.applyTo(current, holding);
        for (ResolvedPath attribute : locks.attributes()) {
            boolean elsewhere = attribute.extension().isEmpty()
                    && holding.apart().contains(attribute.attribute().name());
            if (!elsewhere) {
                after = kept(attribute, current.attributes(), after);
            }
        }
        return after;
    }

    private JsonObject kept(ResolvedPath path, JsonObject before, JsonObject after) {
        if (path.subAttribute().isPresent()) {
            JsonObject whole = keptPart(path, before, after);
            LockedParts.requireSame(locks, path, before, whole);
            return whole;
        }
        Optional<JsonValue> old = Members.of(before, path);
        Optional<JsonValue> sent = Members.of(after, path);
        if (sent.isPresent() && !sent.equals(old)) {
            throw locks.refusal(path);
        }
        return sent.isEmpty() && old.isPresent() ? Members.with(after, path, old.get()) : after;
    }

    /** With the part that was not sent: a list as it is if it was not sent at all, else the sub-attribute alone. */
    private static JsonObject keptPart(ResolvedPath part, JsonObject before, JsonObject after) {
        ResolvedPath attribute = part.parent();
        Optional<JsonValue> old = Members.of(before, attribute);
        Optional<JsonValue> sent = Members.of(after, attribute);
        boolean there = ScimResource.values(before, part.path()).findAny().isPresent();
        if (!there || old.isEmpty()) {
            return after;
        }
        if (attribute.attribute().multiValued()) {
            return sent.isPresent() ? after : Members.with(after, attribute, old.get());
        }
        JsonObject parts = sent.map(JsonValue::asJsonObject).orElse(JsonValue.EMPTY_JSON_OBJECT);
        String name = part.target().name();
        return parts.containsKey(name)
                ? after
                : Members.with(
                        after,
                        attribute,
                        JSON.createObjectBuilder(parts)
                                .add(name, old.get().asJsonObject().get(name))
                                .build());
    }
}
