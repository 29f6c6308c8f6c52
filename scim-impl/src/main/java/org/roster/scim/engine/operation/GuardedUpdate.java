package org.roster.scim.engine.operation;

import jakarta.json.JsonObject;
import java.util.List;
import org.roster.scim.patch.AttributeChange;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.spi.Holding;
import org.roster.scim.spi.Precondition;
import org.roster.scim.spi.ResourceUpdate;

/**
 * A change of what must neither be protected nor become so.
 *
 * @param type of the resource
 * @param protection knows what is protected
 * @param update the change
 */
record GuardedUpdate(ResourceType type, Protection protection, ResourceUpdate update) implements ResourceUpdate {

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
        protection.requireFree(type, current.attributes());
        JsonObject after = update.applyTo(current, holding);
        protection.requireFree(type, after);
        return after;
    }
}
