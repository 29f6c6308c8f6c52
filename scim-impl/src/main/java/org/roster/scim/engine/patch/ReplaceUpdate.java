package org.roster.scim.engine.patch;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roster.scim.engine.schema.ResourceRules;
import org.roster.scim.patch.AttributeChange;
import org.roster.scim.path.AttributePath;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.schema.Attribute;
import org.roster.scim.schema.Mutability;
import org.roster.scim.schema.ResolvedPath;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.spi.Holding;
import org.roster.scim.spi.Precondition;
import org.roster.scim.spi.ResourceUpdate;

/**
 * A PUT as stores see it: what the body does not name is cleared (choice A-05), but for writeOnly attributes, which a
 * client cannot read and so cannot send back, and for what always has a value in the store.
 *
 * @param type the type of the resource
 * @param attributes the new ones, canonical
 * @param precondition which version is meant
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7644#section-3.5.1">RFC 7644 §3.5.1</a>
 */
public record ReplaceUpdate(ResourceType type, JsonObject attributes, Precondition precondition)
        implements ResourceUpdate {

    private static final JsonProvider JSON = JsonProvider.provider();

    @Override
    public List<AttributeChange> changesOf(String attribute) {
        ResolvedPath target = type.resolve(AttributePath.of(attribute)).orElseThrow();
        @Nullable JsonValue value = attributes.get(attribute);
        return List.of(
                value == null ? new AttributeChange.Unassign(target) : new AttributeChange.Assign(target, value));
    }

    @Override
    public JsonObject applyTo(ScimResource current, Holding holding) {
        JsonObjectBuilder replaced = JSON.createObjectBuilder(attributes);
        holding.apart().forEach(replaced::remove);
        for (Attribute attribute : type.schema().attributes()) {
            @Nullable JsonValue stored = current.attributes().get(attribute.name());
            boolean stays = attribute.mutability() == Mutability.WRITE_ONLY
                    || holding.lasting().contains(attribute.name());
            if (stays && !attributes.containsKey(attribute.name()) && stored != null) {
                replaced.add(attribute.name(), stored);
            }
        }
        JsonObject result = replaced.build();
        ResourceRules.requireUnchanged(type, current.attributes(), result);
        ResourceRules.requireComplete(type, result, holding.apart());
        return result;
    }
}
