package org.roster.scim.engine.patch;

import jakarta.json.JsonObject;
import java.util.List;
import org.roster.scim.engine.schema.ResourceRules;
import org.roster.scim.error.ScimException;
import org.roster.scim.patch.AttributeChange;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.spi.Holding;
import org.roster.scim.spi.Precondition;
import org.roster.scim.spi.ResourceUpdate;

/**
 * A PATCH as stores see it.
 *
 * @param type the type of the resource
 * @param changes in the order in which they are to be done
 * @param precondition which version is meant
 */
public record PatchUpdate(ResourceType type, List<AttributeChange> changes, Precondition precondition)
        implements ResourceUpdate {

    @Override
    public List<AttributeChange> changesOf(String attribute) {
        return changes.stream()
                .filter(c -> c.target().extension().isEmpty()
                        && c.target().attribute().name().equals(attribute))
                .toList();
    }

    @Override
    public JsonObject applyTo(ScimResource current, Holding holding) {
        JsonObject attributes = current.attributes();
        Effort effort = new Effort();
        for (AttributeChange change : changes) {
            boolean elsewhere = change.target().extension().isEmpty()
                    && holding.apart().contains(change.target().attribute().name());
            if (!elsewhere) {
                effort.spend(change, attributes);
                JsonObject changed = ChangeApplier.apply(change, attributes);
                ResourceRules.requireUnchanged(change.target().parent(), attributes, changed);
                attributes = changed;
            }
        }
        requireLasting(current.attributes(), attributes, holding);
        ResourceRules.requireComplete(type, attributes, holding.apart());
        return attributes;
    }

    private static void requireLasting(JsonObject before, JsonObject after, Holding holding) {
        holding.lasting().stream()
                .filter(name -> before.containsKey(name) && !after.containsKey(name))
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw ScimException.invalidValue(
                            name + " always has a value here and cannot be removed; replace it by another value");
                });
    }
}
