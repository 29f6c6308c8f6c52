package org.roster.scim.engine.store.memory;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.List;
import java.util.Optional;
import org.roster.scim.resource.Meta;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.resource.Unassigned;
import org.roster.scim.schema.DateTimes;
import org.roster.scim.schema.ResolvedPath;
import org.roster.scim.schema.ResourceType;

/**
 * A resource after another one was deleted that it referred to, its manager for one: every complex attribute whose
 * {@code value} is the id, and whose {@code $ref} may point to a resource of that type.
 *
 * @param gone what was deleted
 */
record ReferrerWithout(ScimResource gone) {

    private static final JsonProvider JSON = JsonProvider.provider();

    /** Empty if the resource did not refer to it. */
    Optional<ScimResource> of(ResourceType type, ScimResource referrer) {
        List<ResolvedPath> references = type.attributes().filter(this::mayRefer).toList();
        JsonObject attributes = referrer.attributes();
        for (ResolvedPath path : references) {
            String name = path.attribute().name();
            if (path.extension().isEmpty()) {
                attributes = without(attributes, name);
            } else if (attributes.get(path.extension().get()) instanceof JsonObject extension) {
                attributes = with(attributes, path.extension().get(), without(extension, name));
            }
        }
        if (attributes.equals(referrer.attributes())) {
            return Optional.empty();
        }
        Meta meta = referrer.meta();
        Meta changed = new Meta(
                meta.resourceType(),
                meta.created(),
                DateTimes.now(),
                Long.toString(Long.parseLong(meta.version()) + 1));
        return Optional.of(new ScimResource(referrer.id(), changed, attributes));
    }

    private boolean mayRefer(ResolvedPath path) {
        return path.attribute().subAttribute("value").isPresent()
                && path.attribute()
                        .subAttribute("$ref")
                        .filter(ref -> ref.referenceTypes().contains(gone.meta().resourceType()))
                        .isPresent();
    }

    private JsonObject without(JsonObject holder, String name) {
        if (holder.get(name) instanceof JsonArray array) {
            JsonArrayBuilder rest = JSON.createArrayBuilder();
            array.stream().filter(e -> !refers(e)).forEach(rest::add);
            return with(holder, name, rest.build());
        }
        return holder.containsKey(name) && refers(holder.get(name)) ? with(holder, name, JsonValue.NULL) : holder;
    }

    private boolean refers(JsonValue value) {
        return value instanceof JsonObject object
                && object.get("value") instanceof JsonString id
                && id.getString().equals(gone.id());
    }

    private static JsonObject with(JsonObject object, String name, JsonValue value) {
        JsonObjectBuilder changed = JSON.createObjectBuilder(object);
        return (Unassigned.is(value) ? changed.remove(name) : changed.add(name, value)).build();
    }
}
