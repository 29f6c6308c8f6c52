package org.roster.scim.engine.operation;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roster.scim.engine.security.Secrets;
import org.roster.scim.event.ResourceChange;
import org.roster.scim.event.ResourceChange.States;
import org.roster.scim.patch.AttributeChange;
import org.roster.scim.resource.Meta;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.schema.Membership;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.spi.RequestContext;

/**
 * What observers see of a change: no secrets, and of members only what is asked for them.
 *
 * @param context of the request
 * @param type of the resource
 */
record Told(RequestContext context, ResourceType type) {

    private static final JsonProvider JSON = JsonProvider.provider();

    /** A resource is made of attributes; what it is called, and when it was made, the store says. */
    ResourceChange created(String id, Meta meta, JsonObject attributes) {
        List<AttributeChange> listed = members()
                .filter(attributes::containsKey)
                .flatMap(type::resolve)
                .map(target -> List.<AttributeChange>of(new AttributeChange.AddElements(
                        target, array(attributes.get(target.attribute().name())))))
                .orElse(List.of());
        return of(Optional.empty(), Optional.of(new ScimResource(id, meta, attributes)), listed);
    }

    ResourceChange deleted(ScimResource gone) {
        return of(Optional.of(gone), Optional.empty(), List.of());
    }

    ResourceChange of(Optional<ScimResource> before, Optional<ScimResource> after, List<AttributeChange> members) {
        return new ResourceChange(context, type, new States(before.map(this::bare), after.map(this::bare)), members);
    }

    private ScimResource bare(ScimResource resource) {
        return resource.withAttributes(Secrets.without(type, withoutMembers(resource.attributes())));
    }

    /** The attribute that lists others, if resources of the type have one. */
    Optional<String> members() {
        return type.membership().map(Membership::attribute);
    }

    JsonObject withoutMembers(JsonObject attributes) {
        return members()
                .filter(attributes::containsKey)
                .map(name -> JSON.createObjectBuilder(attributes).remove(name).build())
                .orElse(attributes);
    }

    private static JsonArray array(@Nullable JsonValue value) {
        return value instanceof JsonArray array ? array : JsonValue.EMPTY_JSON_ARRAY;
    }
}
