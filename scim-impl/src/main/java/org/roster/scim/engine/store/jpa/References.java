package org.roster.scim.engine.store.jpa;

import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.roster.scim.patch.AttributeChange;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.schema.ReferenceAttributes;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.spi.Holding;
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
 * @param journal is told what changes
 */
record References(EntityManager em, Relations relations, StoredResource gone, JournalWriter journal) {

    void remove() {
        for (ResourceType type : relations.registry().resourceTypes()) {
            ReferenceAttributes documented =
                    new ReferenceAttributes(ReferenceAttributes.of(type, gone.type()).paths().stream()
                            .filter(p -> p.extension().isPresent()
                                    || !relations
                                            .apart(type)
                                            .contains(p.attribute().name()))
                            .toList());
            if (!documented.paths().isEmpty()) {
                referrers(type, documented)
                        .forEach(stored -> new ResourceWriter(em, relations, type, journal)
                                .write(stored, new Removal(documented, gone.id())));
            }
        }
    }

    private List<StoredResource> referrers(ResourceType type, ReferenceAttributes attributes) {
        List<String> keys = attributes.paths().stream()
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
    private record Removal(ReferenceAttributes attributes, String id) implements ResourceUpdate {

        @Override
        public Precondition precondition() {
            return Precondition.NONE;
        }

        @Override
        public List<AttributeChange> changesOf(String attribute) {
            return List.of();
        }

        @Override
        public JsonObject applyTo(ScimResource current, Holding holding) {
            return attributes.without(current.attributes(), id);
        }
    }
}
