package org.roster.scim.engine.store.jpa;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.roster.scim.engine.store.jpa.Relations.Side;
import org.roster.scim.schema.DateTimes;
import org.roster.scim.schema.ResolvedPath;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.spi.Precondition;
import org.roster.scim.spi.ResourceUpdate;

/**
 * Carries out an update on the rows of a resource. A changed document is written only if the version is still the one that
 * was read. Members that come or go do not depend on what was read, so they only count the version up: parallel changes of
 * one group all survive, unless the client insists on a version.
 *
 * @param em of the running transaction
 * @param relations which attributes are rows
 * @param type of the resource
 */
record ResourceWriter(EntityManager em, Relations relations, ResourceType type) {

    /** Returns the resource as it is afterwards; unchanged, if the update has no effect. */
    StoredResource write(StoredResource before, ResourceUpdate update) {
        JsonObject old = DocumentText.read(before.document());
        JsonObject document = update.applyTo(ResourceAssembler.bare(before), relations.apart(type));
        MemberDifference members = members(before, update);
        boolean documentChanges = !document.equals(old);
        if (!documentChanges && members.none()) {
            return before;
        }
        StoredResource after = before.changed(DocumentText.write(document), now(before));
        if (documentChanges || !update.precondition().equals(Precondition.NONE)) {
            writeDocument(before, after, document);
            new IndexTables(em, type).change(after, old, document);
        } else {
            after = countUp(after);
        }
        StoredResource changed = after;
        relations.members(type).ifPresent(attribute -> new MemberTable(em).write(changed, members, attribute));
        return changed;
    }

    private static long now(StoredResource before) {
        return Math.max(DateTimes.now().toEpochMilli(), before.lastModified());
    }

    private void writeDocument(StoredResource before, StoredResource after, JsonObject document) {
        int written = em.createQuery("update ResourceRow r set r.version = ?1, r.lastModified = ?2, r.document = ?3, "
                        + "r.display = ?4 where r.id = ?5 and r.version = ?6")
                .setParameter(1, after.version())
                .setParameter(2, after.lastModified())
                .setParameter(3, after.document())
                .setParameter(4, JpaResourceStore.display(type, document))
                .setParameter(5, before.id())
                .setParameter(6, before.version())
                .executeUpdate();
        if (written == 0) {
            throw new Retries.Collision();
        }
    }

    private StoredResource countUp(StoredResource after) {
        int written = em.createQuery(
                        "update ResourceRow r set r.version = r.version + 1, r.lastModified = ?1 where r.id = ?2")
                .setParameter(1, after.lastModified())
                .setParameter(2, after.id())
                .executeUpdate();
        if (written == 0) {
            throw new Retries.Collision();
        }
        return em.createQuery(
                        "select " + StoredResource.COLUMNS + " from ResourceRow r where r.id = ?1", Object[].class)
                .setParameter(1, after.id())
                .getResultStream()
                .findFirst()
                .map(StoredResource::of)
                .orElseThrow(Retries.Collision::new);
    }

    private MemberDifference members(StoredResource before, ResourceUpdate update) {
        return relations
                .members(type)
                .map(attribute -> members(before, update, attribute))
                .orElse(MemberDifference.NONE);
    }

    private MemberDifference members(StoredResource before, ResourceUpdate update, ResolvedPath attribute) {
        MemberTable table = new MemberTable(em);
        Supplier<JsonArray> stored = () -> table.elements(attribute, Side.MEMBERS, List.of(before.id()))
                .getOrDefault(before.id(), JsonValue.EMPTY_JSON_ARRAY);
        MemberChanges changes = new MemberChanges(stored);
        update.changesOf(attribute.attribute().name()).forEach(changes::apply);
        return changes.none() ? MemberDifference.NONE : table.difference(before.id(), changes);
    }

    /** Inserts a new resource with everything that belongs to it. */
    void insert(StoredResource stored, JsonObject document, Set<String> members) {
        em.persist(new ResourceRow(stored, JpaResourceStore.display(type, document)));
        // The other rows refer to this one, and only the database knows.
        em.flush();
        new IndexTables(em, type).insert(stored, document);
        relations
                .members(type)
                .ifPresent(a -> new MemberTable(em).write(stored, new MemberDifference(members, Set.of()), a));
    }
}
