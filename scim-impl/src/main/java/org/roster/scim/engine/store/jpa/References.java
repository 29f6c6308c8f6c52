package org.roster.scim.engine.store.jpa;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.roster.scim.patch.AttributeChange;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.resource.Unassigned;
import org.roster.scim.schema.Attribute;
import org.roster.scim.schema.ResolvedPath;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.spi.Precondition;
import org.roster.scim.spi.ResourceUpdate;

/**
 * Takes a resource that goes out of the attributes of others that refer to it, {@code manager} for one: every complex
 * attribute whose {@code value} is an id and whose {@code $ref} may point to a resource of its type. Memberships are rows,
 * and not looked at here.
 *
 * @param em of the running transaction
 * @param relations which attributes are rows
 * @param gone the resource that is about to be deleted
 */
record References(EntityManager em, Relations relations, StoredResource gone) {

    private static final JsonProvider JSON = JsonProvider.provider();

    void remove() {
        for (ResourceType type : relations.registry().resourceTypes()) {
            List<ResolvedPath> attributes = type.attributes()
                    .filter(this::refers)
                    .filter(p -> p.extension().isPresent()
                            || !relations.apart(type).contains(p.attribute().name()))
                    .toList();
            if (!attributes.isEmpty()) {
                referrers(type, attributes)
                        .forEach(stored -> new ResourceWriter(em, relations, type)
                                .write(stored, new Removal(attributes, gone.id())));
            }
        }
    }

    private boolean refers(ResolvedPath path) {
        Attribute attribute = path.attribute();
        return attribute.subAttribute("value").isPresent()
                && attribute
                        .subAttribute("$ref")
                        .filter(ref -> ref.referenceTypes().contains(gone.type()))
                        .isPresent();
    }

    private List<StoredResource> referrers(ResourceType type, List<ResolvedPath> attributes) {
        List<String> keys = attributes.stream()
                .map(p -> AttributeCode.of(p.path()).sub("value").key(gone.id()))
                .toList();
        return em.createQuery(
                        "select " + StoredResource.COLUMNS + " from ResourceRow r where r.tenant = ?1 and r.type = ?2 "
                                + "and r.id <> ?3 and r.id in (select v.resourceId from ValueRow v "
                                + "where v.tenant = ?1 and v.indexKey in ?4)",
                        Object[].class)
                .setParameter(1, gone.tenant())
                .setParameter(2, type.name())
                .setParameter(3, gone.id())
                .setParameter(4, keys)
                .getResultStream()
                .map(StoredResource::of)
                .toList();
    }

    /** The update of a resource that referred to the one that goes. */
    private record Removal(List<ResolvedPath> attributes, String id) implements ResourceUpdate {

        @Override
        public Precondition precondition() {
            return Precondition.NONE;
        }

        @Override
        public List<AttributeChange> changesOf(String attribute) {
            return List.of();
        }

        @Override
        public JsonObject applyTo(ScimResource current, Set<String> apart) {
            JsonObject result = current.attributes();
            for (ResolvedPath path : attributes) {
                String name = path.attribute().name();
                if (path.extension().isEmpty()) {
                    result = without(result, name);
                } else if (result.get(path.extension().get()) instanceof JsonObject extension) {
                    result = with(result, path.extension().get(), without(extension, name));
                }
            }
            return result;
        }

        private JsonObject without(JsonObject holder, String name) {
            @Nullable JsonValue value = holder.get(name);
            if (value instanceof JsonArray array) {
                JsonArrayBuilder rest = JSON.createArrayBuilder();
                array.stream().filter(e -> !refersToGone(e)).forEach(rest::add);
                return with(holder, name, rest.build());
            }
            return value != null && refersToGone(value) ? with(holder, name, JsonValue.NULL) : holder;
        }

        private boolean refersToGone(JsonValue value) {
            return value instanceof JsonObject object
                    && object.get("value") instanceof JsonString text
                    && text.getString().equals(id);
        }

        private static JsonObject with(JsonObject object, String name, JsonValue value) {
            JsonObjectBuilder changed = JSON.createObjectBuilder(object);
            return (Unassigned.is(value) ? changed.remove(name) : changed.add(name, value)).build();
        }
    }
}
