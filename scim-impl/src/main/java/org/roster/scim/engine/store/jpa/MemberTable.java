package org.roster.scim.engine.store.jpa;

import jakarta.json.JsonArray;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

    private static final int IDS_PER_STATEMENT = 500;

    /** The elements of a membership attribute, or of its inverse, for several resources at once. */
    MemberElements elements(ResolvedPath attribute, Side side, List<String> owners) {
        String own = side == Side.MEMBERS ? "m.groupId" : "m.memberId";
        MemberElements elements = new MemberElements(attribute, side);
        for (List<String> some : chunks(owners)) {
            em.createQuery(
                            "select " + own + ", x.id, x.type, x.display from MemberRow m, ResourceRow x where " + own
                                    + " in ?1 and x.id = " + side.otherId() + " order by " + own + ", x.id",
                            Object[].class)
                    .setParameter(1, some)
                    .getResultList()
                    .forEach(row -> elements.add((String) row[0], (String) row[1], (String) row[2], (String) row[3]));
        }
        return elements;
    }

    /** How resources of a tenant would look as members; unknown ones are left out. */
    JsonArray shown(ResolvedPath attribute, String tenant, Set<String> ids) {
        MemberElements elements = new MemberElements(attribute, Side.MEMBERS);
        for (List<String> some : chunks(ids)) {
            em.createQuery(
                            "select x.tenant, x.id, x.type, x.display from ResourceRow x "
                                    + "where x.tenant = ?1 and x.id in ?2",
                            Object[].class)
                    .setParameter(1, tenant)
                    .setParameter(2, some)
                    .getResultList()
                    .forEach(row -> elements.add((String) row[0], (String) row[1], (String) row[2], (String) row[3]));
        }
        return DocumentText.array(elements.of(tenant).orElse("[]"));
    }

    /**
     * Carries out changes of a membership.
     *
     * @return whether anything was not so already
     * @throws ScimException 400 if somebody is added who is no resource of the tenant, or of a type that may not be a member
     */
    boolean write(StoredResource group, MemberChanges changes, ResolvedPath attribute) {
        Set<String> add = new LinkedHashSet<>(changes.added());
        int changed = 0;
        if (changes.replacesAll()) {
            Set<String> gone = new LinkedHashSet<>(ids(group.id()));
            Set<String> stay = new HashSet<>(gone);
            stay.retainAll(add);
            gone.removeAll(stay);
            add.removeAll(stay);
            changed += delete(group.id(), gone);
        } else {
            changed += delete(group.id(), changes.removed());
        }
        for (List<String> some : chunks(add)) {
            changed += insert(group, some, attribute);
        }
        return changed > 0;
    }

    private List<String> ids(String group) {
        return em.createQuery("select m.memberId from MemberRow m where m.groupId = ?1", String.class)
                .setParameter(1, group)
                .getResultList();
    }

    private int delete(String group, Collection<String> ids) {
        int deleted = 0;
        for (List<String> some : chunks(ids)) {
            deleted += em.createQuery("delete from MemberRow m where m.groupId = ?1 and m.memberId in ?2")
                    .setParameter(1, group)
                    .setParameter(2, some)
                    .executeUpdate();
        }
        return deleted;
    }

    /** Looks who exists, who may be a member and who is one already, and inserts the others: one statement. */
    private int insert(StoredResource group, List<String> ids, ResolvedPath attribute) {
        List<String> types = memberTypes(attribute);
        Parameters parameters = new Parameters();
        String groupId = parameters.add(group.id());
        Query insert = em.createNativeQuery("insert into scim_member (group_id, member_id) select " + groupId
                + ", x.id from scim_resource x where x.tenant = " + parameters.add(group.tenant()) + " and x.id <> "
                + groupId + " and x.type in " + list(types, parameters) + " and x.id in " + list(ids, parameters)
                + " and not exists (select 1 from scim_member m where m.group_id = " + groupId
                + " and m.member_id = x.id)");
        int inserted = parameters.bind(insert).executeUpdate();
        if (inserted < ids.size()) {
            requireMembers(group, ids, attribute);
        }
        return inserted;
    }

    private static String list(List<String> values, Parameters parameters) {
        return values.stream().map(parameters::add).collect(Collectors.joining(", ", "(", ")"));
    }

    private static List<String> memberTypes(ResolvedPath attribute) {
        return attribute
                .attribute()
                .subAttribute("$ref")
                .map(Attribute::referenceTypes)
                .orElse(List.of());
    }

    private void requireMembers(StoredResource group, List<String> ids, ResolvedPath attribute) {
        Map<String, String> types = new HashMap<>();
        em.createQuery("select x.id, x.type from ResourceRow x where x.tenant = ?1 and x.id in ?2", Object[].class)
                .setParameter(1, group.tenant())
                .setParameter(2, ids)
                .getResultList()
                .forEach(row -> types.put((String) row[0], (String) row[1]));
        for (String id : ids) {
            if (!types.containsKey(id)) {
                throw ScimException.invalidValue(attribute + ": there is no resource with the id \"" + id + "\"");
            }
            if (id.equals(group.id())) {
                throw ScimException.invalidValue(attribute + ": a resource cannot be a member of itself");
            }
            if (!memberTypes(attribute).contains(types.get(id))) {
                throw ScimException.invalidValue(attribute + ": a " + types.get(id) + " cannot be a member, only "
                        + String.join(" or ", memberTypes(attribute)));
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
