package org.roster.scim.engine.store.jpa;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.roster.scim.engine.database.Parameters;
import org.roster.scim.engine.database.Retries;

/**
 * Who became a member of a resource in a change, and who no longer is one: rows that really came or went, for the journal.
 * Of a single id the database's count says whether it did, and it stands in the change itself. Of several ids a count does
 * not say which; so they are chosen first, as rows of {@code scim_change_member}, and the members follow these rows. If
 * somebody else changes the same members in between, a key is taken or the counts differ, and the change is tried again.
 */
final class MemberLog {

    private static final JsonProvider JSON = JsonProvider.provider();

    private final EntityManager em;
    private final String list;
    private final List<String> added = new ArrayList<>();
    private final List<String> removed = new ArrayList<>();
    private int rows;

    MemberLog(EntityManager em, long now) {
        this.em = em;
        this.list = TimeOrderedId.next(now);
    }

    void added(Collection<String> ids) {
        added.addAll(ids);
    }

    void removed(Collection<String> ids) {
        removed.addAll(ids);
    }

    /** The name of the list that the rows of this change have. */
    String list() {
        return list;
    }

    /** Counts what a statement chose. */
    int chosen(int number) {
        rows += number;
        return number;
    }

    /** Chooses all members of a group to be removed. */
    int chooseAll(String group) {
        return chosen(em.createNativeQuery("insert into scim_change_member (list_id, member_id, added) "
                        + "select ?1, m.member_id, 0 from scim_member m where m.group_id = ?2")
                .setParameter(1, list)
                .setParameter(2, group)
                .executeUpdate());
    }

    /** Chooses those to be removed who are members. */
    int choose(String group, List<String> ids) {
        Parameters parameters = new Parameters();
        String sql = "insert into scim_change_member (list_id, member_id, added) select " + parameters.add(list)
                + ", m.member_id, 0 from scim_member m where m.group_id = " + parameters.add(group)
                + " and m.member_id in " + MemberTable.list(ids, parameters);
        return chosen(parameters.bind(em.createNativeQuery(sql)).executeUpdate());
    }

    /** Inserts the members that were chosen to be added. */
    void insertChosen(String group) {
        em.createNativeQuery("insert into scim_member (group_id, member_id) select " + MemberTable.locked("?1")
                        + ", c.member_id from scim_change_member c where c.list_id = ?2 and c.added = 1")
                .setParameter(1, group)
                .setParameter(2, list)
                .executeUpdate();
    }

    /** Deletes the members that were chosen to be removed, so many. */
    void deleteChosen(String group, int number) {
        int deleted = em.createNativeQuery("delete from scim_member where group_id = ?1 and member_id in "
                        + "(select c.member_id from scim_change_member c where c.list_id = ?2 and c.added = 0)")
                .setParameter(1, group)
                .setParameter(2, list)
                .executeUpdate();
        if (deleted != number) {
            throw new Retries.Collision();
        }
    }

    /** The change of a resource of which nothing else changed. */
    String json() {
        return addTo(JSON.createObjectBuilder()).build().toString();
    }

    JsonObjectBuilder addTo(JsonObjectBuilder change) {
        add(change, "added", added);
        add(change, "removed", removed);
        return rows == 0 ? change : change.add("list", list);
    }

    private static void add(JsonObjectBuilder change, String name, List<String> ids) {
        if (!ids.isEmpty()) {
            JsonArrayBuilder array = JSON.createArrayBuilder();
            ids.forEach(array::add);
            change.add(name, array);
        }
    }
}
