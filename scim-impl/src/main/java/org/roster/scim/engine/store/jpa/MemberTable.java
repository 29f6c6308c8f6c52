package org.roster.scim.engine.store.jpa;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.roster.scim.engine.store.jpa.Relations.Side;
import org.roster.scim.error.ScimException;
import org.roster.scim.schema.Attribute;
import org.roster.scim.schema.ResolvedPath;

/**
 * Reads and writes {@code scim_member}. Costs grow with what a request names, never with the size of a group.
 *
 * @param em of the running transaction
 */
record MemberTable(EntityManager em) {

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final int IDS_PER_STATEMENT = 500;

    /** The elements of a membership attribute, or of its inverse, for several resources at once. */
    Map<String, JsonArray> elements(ResolvedPath attribute, Side side, List<String> owners) {
        boolean members = side == Side.MEMBERS;
        String own = members ? "m.groupId" : "m.memberId";
        Map<String, JsonArrayBuilder> elements = new LinkedHashMap<>();
        for (List<String> some : chunks(owners)) {
            List<Object[]> rows = em.createQuery(
                            "select " + own + ", x.id, x.type, x.display from MemberRow m, ResourceRow x where " + own
                                    + " in ?1 and x.id = " + side.otherId() + " order by " + own + ", x.id",
                            Object[].class)
                    .setParameter(1, some)
                    .getResultList();
            for (Object[] row : rows) {
                elements.computeIfAbsent((String) row[0], id -> JSON.createArrayBuilder())
                        .add(element(attribute.attribute(), row, members));
            }
        }
        Map<String, JsonArray> built = new HashMap<>();
        elements.forEach((id, array) -> built.put(id, array.build()));
        return built;
    }

    private static JsonObjectBuilder element(Attribute attribute, Object[] row, boolean members) {
        JsonObjectBuilder element = JSON.createObjectBuilder().add("value", (String) row[1]);
        if (attribute.subAttribute("display").isPresent() && row[3] != null) {
            element.add("display", (String) row[3]);
        }
        return element.add("type", members ? (String) row[2] : "direct");
    }

    /** What of the changes is not so already: the rows to insert and to delete. */
    MemberDifference difference(String group, MemberChanges changes) {
        Set<String> insert = new LinkedHashSet<>(changes.added());
        Set<String> delete = new LinkedHashSet<>();
        if (changes.replacesAll()) {
            for (String id : em.createQuery("select m.memberId from MemberRow m where m.groupId = ?1", String.class)
                    .setParameter(1, group)
                    .getResultList()) {
                if (!insert.remove(id)) {
                    delete.add(id);
                }
            }
        } else {
            insert.removeAll(present(group, changes.added()));
            delete.addAll(present(group, changes.removed()));
        }
        return new MemberDifference(insert, delete);
    }

    private Set<String> present(String group, Collection<String> ids) {
        Set<String> present = new HashSet<>();
        for (List<String> some : chunks(ids)) {
            present.addAll(em.createQuery(
                            "select m.memberId from MemberRow m where m.groupId = ?1 and m.memberId in ?2",
                            String.class)
                    .setParameter(1, group)
                    .setParameter(2, some)
                    .getResultList());
        }
        return present;
    }

    /** Carries out a difference; whoever is added must be a resource of the tenant and of a type that may be a member. */
    void write(StoredResource group, MemberDifference difference, ResolvedPath attribute) {
        requireMembers(group, difference.insert(), attribute);
        for (List<String> some : chunks(difference.delete())) {
            em.createQuery("delete from MemberRow m where m.groupId = ?1 and m.memberId in ?2")
                    .setParameter(1, group.id())
                    .setParameter(2, some)
                    .executeUpdate();
        }
        difference.insert().forEach(id -> em.persist(new MemberRow(group.id(), id)));
    }

    private void requireMembers(StoredResource group, Set<String> ids, ResolvedPath attribute) {
        Map<String, String> types = new HashMap<>();
        for (List<String> some : chunks(ids)) {
            em.createQuery("select x.id, x.type from ResourceRow x where x.tenant = ?1 and x.id in ?2", Object[].class)
                    .setParameter(1, group.tenant())
                    .setParameter(2, some)
                    .getResultList()
                    .forEach(row -> types.put((String) row[0], (String) row[1]));
        }
        List<String> allowed = attribute
                .attribute()
                .subAttribute("$ref")
                .map(Attribute::referenceTypes)
                .orElse(List.of());
        for (String id : ids) {
            if (!types.containsKey(id)) {
                throw ScimException.invalidValue(attribute + ": there is no resource with the id \"" + id + "\"");
            }
            if (id.equals(group.id())) {
                throw ScimException.invalidValue(attribute + ": a resource cannot be a member of itself");
            }
            if (!allowed.isEmpty() && !allowed.contains(types.get(id))) {
                throw ScimException.invalidValue(attribute + ": a " + types.get(id) + " cannot be a member, only "
                        + String.join(" or ", allowed));
            }
        }
    }

    /** A resource that is about to go: the groups that it is in change, and their versions say so. */
    void touchGroupsOf(String member, long now) {
        em.createQuery("update ResourceRow r set r.version = r.version + 1, r.lastModified = ?1 "
                        + "where r.id in (select m.groupId from MemberRow m where m.memberId = ?2)")
                .setParameter(1, now)
                .setParameter(2, member)
                .executeUpdate();
    }

    private static List<List<String>> chunks(Collection<String> ids) {
        List<String> all = new ArrayList<>(ids);
        List<List<String>> chunks = new ArrayList<>();
        for (int from = 0; from < all.size(); from += IDS_PER_STATEMENT) {
            chunks.add(all.subList(from, Math.min(all.size(), from + IDS_PER_STATEMENT)));
        }
        return chunks;
    }
}
