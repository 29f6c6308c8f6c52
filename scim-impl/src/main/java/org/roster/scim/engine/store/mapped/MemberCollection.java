package org.roster.scim.engine.store.mapped;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.Optional;

/**
 * The collection by which JPA keeps memberships: the group's, unless the member's is the one that is written.
 *
 * @param em of the running transaction
 * @param membership how groups and members hang together
 * @param group the group's entity
 */
record MemberCollection(EntityManager em, Membership membership, Object group) {

    void add(Object member) {
        if (membership.collection().mappedBy().isPresent()) {
            collection(member, membership.collection().mappedBy().get()).add(group);
        } else {
            own().add(member);
        }
    }

    void remove(Object member) {
        if (membership.collection().mappedBy().isPresent()) {
            collection(member, membership.collection().mappedBy().get()).remove(group);
        } else {
            own().remove(member);
        }
    }

    /**
     * Takes rows of the join entity out, if the product has loaded the collection: what cascades from there JPA would bring back
     * at the end of the transaction.
     */
    void forget(Collection<Object> rows) {
        String name = membership.collection().last().getName();
        if (em.getEntityManagerFactory().getPersistenceUnitUtil().isLoaded(group, name)) {
            found(group, name).ifPresent(loaded -> loaded.removeAll(rows));
        }
    }

    private Collection<Object> own() {
        return collection(group, membership.collection().last().getName());
    }

    private Collection<Object> collection(Object owner, String name) {
        return found(owner, name)
                .orElseThrow(() -> new IllegalStateException("SCIM11008 the collection " + name + " is null"));
    }

    @SuppressWarnings("unchecked") // the metamodel says that it is a collection
    private Optional<Collection<Object>> found(Object owner, String name) {
        var type = em.getMetamodel().getManagedTypes().stream()
                .filter(t -> t.getJavaType() != null && t.getJavaType().isInstance(owner))
                .filter(t ->
                        t.getAttributes().stream().anyMatch(a -> a.getName().equals(name)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("SCIM11010 nothing has a collection " + name));
        return new Accessor(type.getAttribute(name)).get(owner).map(found -> (Collection<Object>) found);
    }
}
