package org.roster.scim.engine.store.mapped;

import jakarta.json.JsonArray;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.roster.scim.engine.store.MemberChanges;

/**
 * Writes which resources of one type are members. Rows of a join entity come and go without the members being loaded; a
 * many-to-many has no rows of its own that JPA could write, so there the collection is loaded.
 *
 * @param work the work this is part of
 * @param members of the group
 * @param group the group's entity
 * @param groupId of the group
 */
record MemberRows(ResourceWriter work, Relation members, Object group, Object groupId) {

    private EntityManager em() {
        return work.em();
    }

    private Pairs pairs() {
        return new Pairs(em(), work.tenant(), members, groupId);
    }

    /** The id of a resource of this type; empty if it cannot be one. */
    Optional<Object> id(String member) {
        return members.other().id().parse(member);
    }

    private Set<Object> ids(Collection<String> of) {
        return of.stream().flatMap(m -> id(m).stream()).collect(Collectors.toSet());
    }

    /** Those who are members now; of those that the changes name, unless these replace all. */
    Set<Object> there(MemberChanges changes) {
        if (changes.replacesAll()) {
            return pairs().ids();
        }
        Set<Object> named = ids(changes.added());
        named.addAll(ids(changes.removed()));
        return pairs().ids(named);
    }

    /** Those who are members now and shall not be. */
    Set<Object> gone(Set<Object> there, MemberChanges changes) {
        Set<Object> gone = new HashSet<>(there);
        if (changes.replacesAll()) {
            gone.removeAll(ids(changes.added()));
        } else {
            gone.retainAll(ids(changes.removed()));
        }
        return gone;
    }

    /** Entities that can become members, by their ids; a group is not its own member. */
    Map<Object, Object> candidates(Set<String> wanted) {
        Set<Object> ids = ids(wanted);
        if (members.own().type().equals(members.other().type())) {
            ids.remove(groupId);
        }
        return pairs().candidates(ids);
    }

    /** How they would look as members. */
    JsonArray shown(Set<String> wanted) {
        return members.shown(new Rows(em(), work.tenant()), ids(wanted));
    }

    /** Ends memberships. */
    void remove(Set<Object> ids) {
        evictGroup();
        Pairs.Entities gone = pairs().entities(ids);
        gone.others().forEach(this::evict);
        if (joinEntity().isEmpty() || collectionKeepsRows()) {
            List<Object> elements = joinEntity().isEmpty() ? gone.others() : gone.rows();
            elements.forEach(collection()::remove);
        }
        collection().forget(gone.rows());
        gone.rows().forEach(em()::remove);
    }

    /** Makes entities members. */
    void add(Collection<Object> entities) {
        evictGroup();
        entities.forEach(this::add);
        entities.forEach(this::evict);
    }

    private void evictGroup() {
        work.evictions().add(em(), members.own().entity().getJavaType(), group);
    }

    private void evict(Object member) {
        work.evictions().add(em(), members.other().entity().getJavaType(), member);
    }

    private Optional<Membership.JoinEntity> joinEntity() {
        return members.membership().joinEntity();
    }

    private void add(Object member) {
        Optional<Membership.JoinEntity> join = joinEntity();
        if (join.isEmpty()) {
            collection().add(member);
            return;
        }
        Object row = Accessor.make(join.get().type());
        new Accessor(join.get().member().last()).set(row, member);
        join.get().group().ifPresent(g -> new Accessor(g.last()).set(row, group));
        join.get().values().forEach(v -> new Accessor(v.field().last()).set(row, v.value()));
        if (collectionKeepsRows()) {
            collection().add(row);
        }
        em().persist(row);
    }

    /** Without a field that leads to the group, only its collection knows whose a row is. */
    private boolean collectionKeepsRows() {
        return joinEntity().flatMap(Membership.JoinEntity::group).isEmpty();
    }

    private MemberCollection collection() {
        return new MemberCollection(em(), members.membership(), group);
    }
}
