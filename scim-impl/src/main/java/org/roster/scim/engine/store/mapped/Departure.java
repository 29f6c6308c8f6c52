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
record Departure(ResourceWriter work, RelationAttribute relation, Object entity, Object id) {

    /** Ends them; groups that lose their member change by it. */
    void leave() {
        changeGroups();
        EntityManager em = work.em();
        Parameters parameters = new Parameters();
        From pairs = relation.pairs("");
        String row = relation.membership().joinEntity().isPresent() ? "r" : pairs.alias();
        List<Object> rows = Statement.of(
                        em,
                        "select " + row + " from " + pairs + " where " + relation.ownId("") + " = "
                                + parameters.add(id),
                        Object.class,
                        parameters)
                .getResultList();
        for (Object other : rows) {
            if (relation.membership().joinEntity().isPresent()) {
                em.remove(other);
            } else {
                boolean members = relation.side() == RelationAttribute.Side.MEMBERS;
                MemberCollection collection = new MemberCollection(em, relation.membership(), members ? entity : other);
                collection.remove(members ? other : entity);
                work.evictions().add(em, relation.other().entity().getJavaType(), other);
            }
        }
    }

    /** A group that no longer shows this member is another version of itself. */
    void changeGroups() {
        if (relation.side() != RelationAttribute.Side.GROUPS) {
            return;
        }
        MappedType groups = relation.other();
        From pairs = relation.pairs("");
        Parameters parameters = new Parameters();
        List<Object> ids = Statement.of(
                        work.em(),
                        "select distinct " + pairs.path(groups.id().field()) + " from " + pairs + " where "
                                + relation.ownId("") + " = " + parameters.add(id),
                        Object.class,
                        parameters)
                .getResultList();
        groups.touch(work.em(), ids);
    }
}
