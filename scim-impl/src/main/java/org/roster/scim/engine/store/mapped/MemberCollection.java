package org.roster.scim.engine.store.mapped;

import jakarta.persistence.EntityManager;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OneToMany;
import java.lang.reflect.AnnotatedElement;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The collection by which JPA keeps memberships: the group's, unless the member's is the one that is written.
 *
 * @param em of the running transaction
 * @param membership how groups and members hang together
 * @param group the group's entity
 */
record MemberCollection(EntityManager em, Membership membership, Object group) {

    void add(Object member) {
        if (mappedBy().isPresent()) {
            collection(member, mappedBy().get()).add(group);
        } else {
            own().add(member);
        }
    }

    void remove(Object member) {
        if (mappedBy().isPresent()) {
            collection(member, mappedBy().get()).remove(group);
        } else {
            own().remove(member);
        }
    }

    private Optional<String> mappedBy() {
        AnnotatedElement field =
                (AnnotatedElement) membership.collection().last().getJavaMember();
        @Nullable ManyToMany many = field.getAnnotation(ManyToMany.class);
        @Nullable OneToMany one = field.getAnnotation(OneToMany.class);
        String name = many != null ? many.mappedBy() : one != null ? one.mappedBy() : "";
        return Optional.of(name).filter(n -> !n.isEmpty());
    }

    private Collection<Object> own() {
        return collection(group, membership.collection().last().getName());
    }

    @SuppressWarnings("unchecked") // the metamodel says that it is a collection
    private Collection<Object> collection(Object owner, String name) {
        var type = em.getMetamodel().getManagedTypes().stream()
                .filter(t -> t.getJavaType() != null && t.getJavaType().isInstance(owner))
                .filter(t ->
                        t.getAttributes().stream().anyMatch(a -> a.getName().equals(name)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("SCIM11010 nothing has a collection " + name));
        return (Collection<Object>) new Accessor(type.getAttribute(name))
                .get(owner)
                .orElseThrow(() -> new IllegalStateException("SCIM11008 the collection " + name + " is null"));
    }
}
