package org.roster.scim.engine.store.memory;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.util.Optional;
import org.roster.scim.resource.Meta;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.schema.DateTimes;
import org.roster.scim.schema.Membership;
import org.roster.scim.schema.ResourceType;

/** A group after one of its members was deleted. */
final class GroupWithout {

    private static final JsonProvider JSON = JsonProvider.provider();

    private GroupWithout() {}

    static Optional<ScimResource> member(ResourceType type, ScimResource group, String member) {
        return type.membership().map(Membership::attribute).map(name -> {
            JsonArrayBuilder rest = JSON.createArrayBuilder();
            group.attributes().getJsonArray(name).getValuesAs(JsonObject.class).stream()
                    .filter(m -> !m.getString("value").equals(member))
                    .forEach(rest::add);
            JsonObject attributes =
                    JSON.createObjectBuilder(group.attributes()).add(name, rest).build();
            Meta meta = group.meta();
            Meta changed = new Meta(
                    meta.resourceType(),
                    meta.created(),
                    DateTimes.now(),
                    Long.toString(Long.parseLong(meta.version()) + 1));
            return new ScimResource(group.id(), changed, attributes);
        });
    }
}
