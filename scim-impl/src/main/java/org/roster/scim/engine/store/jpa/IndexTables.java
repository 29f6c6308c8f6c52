package org.roster.scim.engine.store.jpa;

import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.roster.scim.engine.database.Chain;
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

    /**
     * What of the tables changes with a document.
     *
     * @param before the old one; an empty object if there was none
     * @param after the new one
     * @param released values that need not be its own any more
     * @param claimed values that shall be its own
     */
    record Change(JsonObject before, JsonObject after, List<UniqueValue> released, List<UniqueValue> claimed) {}

    Change change(JsonObject before, JsonObject after) {
        Set<UniqueValue> old = ResourceIndex.uniqueValues(type, before);
        Set<UniqueValue> young = ResourceIndex.uniqueValues(type, after);
        return new Change(before, after, apart(old, young), apart(young, old));
    }

    private static List<UniqueValue> apart(Set<UniqueValue> some, Set<UniqueValue> others) {
        return some.stream()
                .filter(value -> others.stream().noneMatch(value::claims))
                .toList();
    }

    /**
     * The conditions that nobody else has a value that must be unique. The primary key decides only when two claim at once: a
     * refused insert would be logged by the providers, with the value, each time a client tries a name that is taken.
     */
    List<String> free(String tenant, Change change, Parameters parameters) {
        return change.claimed().stream()
                .map(value -> "not exists (select 1 from scim_unique where tenant = " + parameters.add(tenant)
                        + " and attribute = " + parameters.add(value.attribute()) + " and value_key = "
                        + parameters.add(value.key()) + ")")
                .toList();
    }

    /** Adds to the statement that writes the resource what its index needs. */
    void follow(Chain chain, StoredResource stored, Change change) {
        new ValueTable(chain, stored)
                .replace(
                        ResourceIndex.entries(type, change.before(), change.after()),
                        ResourceIndex.entries(type, change.after(), change.before()));
        change.released().forEach(value -> release(chain, stored, value));
        change.claimed().forEach(value -> claim(chain, stored, value));
    }

    private static void release(Chain chain, StoredResource stored, UniqueValue value) {
        Parameters parameters = chain.parameters();
        chain.change(
                "delete from scim_unique where tenant = " + parameters.add(stored.tenant()) + " and attribute = "
                        + parameters.add(value.attribute()) + " and value_key = " + parameters.add(value.key()),
                parameters);
    }

    private static void claim(Chain chain, StoredResource stored, UniqueValue value) {
        Parameters parameters = chain.parameters();
        chain.insert(
                "scim_unique (tenant, attribute, value_key, resource_id)",
                String.join(
                        ", ",
                        parameters.add(stored.tenant()),
                        parameters.add(value.attribute()),
                        parameters.add(value.key()),
                        parameters.add(stored.id())),
                parameters);
    }

    /** Keeps the password, behind the resource: few have one. */
    void login(StoredResource stored, Change change) {
        new LoginTable(em, stored).change(Login.of(type, change.before()), Login.of(type, change.after()));
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
