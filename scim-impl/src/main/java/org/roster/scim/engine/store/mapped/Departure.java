package org.roster.scim.engine.store.mapped;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.roster.scim.engine.database.Parameters;

/**
 * Ends the memberships of an entity that is deleted, visible or not.
 *
 * @param work the work this is part of
 * @param relation members or groups of the entity
 * @param entity the entity
 * @param id of the resource
 */
record Departure(ResourceWriter work, Relation relation, Object entity, Object id) {

    /** Ends them; groups that lose their member change by it. */
    void leave() {
        changeGroups();
        EntityManager em = work.em();
        Pairs.Entities ended = new Pairs(em, work.tenant(), relation, id).entities();
        if (relation.membership().joinEntity().isEmpty()) {
            ended.others().forEach(this::separate);
        }
        List<Object> groups = relation.side() == Relation.Side.MEMBERS ? List.of(entity) : ended.others();
        groups.forEach(group -> new MemberCollection(em, relation.membership(), group).forget(ended.rows()));
        ended.rows().forEach(em::remove);
        ended.others()
                .forEach(other ->
                        work.evictions().add(em, relation.other().entity().getJavaType(), other));
    }

    private void separate(Object other) {
        boolean members = relation.side() == Relation.Side.MEMBERS;
        new MemberCollection(work.em(), relation.membership(), members ? entity : other)
                .remove(members ? other : entity);
    }

    /** A group that no longer shows this member is another version of itself. */
    void changeGroups() {
        if (relation.side() != Relation.Side.GROUPS) {
            return;
        }
        MappedType groups = relation.other();
        From pairs = relation.pairs("");
        Parameters parameters = new Parameters();
        List<Object> ids = Statement.list(
                work.em(),
                "select distinct " + pairs.path(groups.id().field()) + " from " + pairs + " where " + relation.ownId("")
                        + " = " + parameters.add(id),
                Object.class,
                parameters);
        groups.touch(work.em(), ids);
    }
}
