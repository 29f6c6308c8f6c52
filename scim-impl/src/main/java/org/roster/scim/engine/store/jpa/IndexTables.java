package org.roster.scim.engine.store.jpa;

import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.roster.scim.engine.database.NativeQueries;
import org.roster.scim.engine.database.Parameters;
import org.roster.scim.error.ScimException;
import org.roster.scim.schema.ResourceType;

/**
 * Keeps {@code scim_value}, {@code scim_unique} and {@code scim_password} in step with a document. All follow from the document, so the rows of the
 * old one need not be read.
 *
 * @param em of the running transaction
 * @param type of the resource
 */
record IndexTables(EntityManager em, ResourceType type) {

    void insert(StoredResource stored, JsonObject document) {
        new ValueTable(em, stored).insert(ResourceIndex.entries(type, document));
        ResourceIndex.uniqueValues(type, document).forEach(value -> claim(stored, value));
        new LoginTable(em, stored).change(Optional.empty(), Login.of(type, document));
    }

    void change(StoredResource stored, JsonObject before, JsonObject after) {
        new ValueTable(em, stored)
                .replace(ResourceIndex.entries(type, before, after), ResourceIndex.entries(type, after, before));

        Set<UniqueValue> released = ResourceIndex.uniqueValues(type, before);
        Set<UniqueValue> claimed = ResourceIndex.uniqueValues(type, after);
        Set<UniqueValue> kept = new HashSet<>(released);
        kept.retainAll(claimed);
        released.removeAll(kept);
        claimed.removeAll(kept);
        release(stored, released, claimed);
        new LoginTable(em, stored).change(Login.of(type, before), Login.of(type, after));
    }

    private void release(StoredResource stored, Set<UniqueValue> released, Set<UniqueValue> claimed) {
        for (UniqueValue value : released) {
            em.createQuery("delete from UniqueRow u where u.tenant = ?1 and u.attribute = ?2 and u.valueKey = ?3")
                    .setParameter(1, stored.tenant())
                    .setParameter(2, value.attribute())
                    .setParameter(3, value.key())
                    .executeUpdate();
        }
        claimed.forEach(value -> claim(stored, value));
    }

    /**
     * Looks and inserts in one statement. The primary key decides only when two claim at once: a refused insert would be
     * logged by the providers, with the value, each time a client tries a name that is taken.
     */
    private void claim(StoredResource stored, UniqueValue value) {
        int inserted = NativeQueries.execute(
                em,
                "insert into scim_unique (tenant, attribute, value_key, resource_id) select ?1, ?2, ?3, ?4 "
                        + "where not exists (select 1 from scim_unique where tenant = ?1 and attribute = ?2 and value_key = ?3)",
                Parameters.of(stored.tenant(), value.attribute(), value.key(), stored.id()));
        if (inserted == 0) {
            throw ScimException.uniqueness(value.path(), value.value());
        }
    }

    /** The first value of a document that another resource has. */
    Optional<ScimException> taken(String tenant, String id, JsonObject document) {
        return ResourceIndex.uniqueValues(type, document).stream()
                .filter(value -> em.createQuery(
                                "select u.resourceId from UniqueRow u where u.tenant = ?1 and u.attribute = ?2 and u.valueKey = ?3",
                                String.class)
                        .setParameter(1, tenant)
                        .setParameter(2, value.attribute())
                        .setParameter(3, value.key())
                        .getResultStream()
                        .anyMatch(owner -> !owner.equals(id)))
                .findFirst()
                .map(value -> ScimException.uniqueness(value.path(), value.value()));
    }
}
