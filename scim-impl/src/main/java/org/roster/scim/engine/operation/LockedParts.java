package org.roster.scim.engine.operation;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.roster.scim.patch.AttributeChange;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.schema.ResolvedPath;
import org.roster.scim.spi.Holding;
import org.roster.scim.spi.Precondition;
import org.roster.scim.spi.ResourceUpdate;

/**
 * A change by somebody who may not write every sub-attribute. It is looked at afterwards, because there are many ways to
 * change a part of something: of each locked sub-attribute there must be the same values as before.
 *
 * @param locks on sub-attributes that he may not write
 * @param update what he sent
 */
record LockedParts(Locks locks, ResourceUpdate update) implements ResourceUpdate {

    @Override
    public Precondition precondition() {
        return update.precondition();
    }

    /** What a store keeps apart is not at hand here, so it cannot be compared. */
    @Override
    public List<AttributeChange> changesOf(String attribute) {
        List<AttributeChange> changes = update.changesOf(attribute);
        if (!changes.isEmpty()) {
            locks.parts().stream()
                    .filter(part -> part.extension().isEmpty()
                            && part.attribute().name().equals(attribute))
                    .findFirst()
                    .ifPresent(part -> {
                        throw locks.refusal(part);
                    });
        }
        return changes;
    }

    @Override
    public JsonObject applyTo(ScimResource current, Holding holding) {
        JsonObject after = update.applyTo(current, holding);
        locks.parts().forEach(part -> requireSame(locks, part, current.attributes(), after));
        return after;
    }

    static void requireSame(Locks locks, ResolvedPath part, JsonObject before, JsonObject after) {
        if (!values(before, part).equals(values(after, part))) {
            throw locks.refusal(part);
        }
    }

    /** How often there is each value. */
    private static Map<JsonValue, Long> values(JsonObject attributes, ResolvedPath part) {
        return ScimResource.values(attributes, part.path())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }
}
