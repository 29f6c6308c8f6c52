package org.roster.scim.engine.store.jpa;

import jakarta.json.JsonArray;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.roster.scim.engine.database.DatabaseKind;
import org.roster.scim.engine.database.NativeQueries;
import org.roster.scim.engine.database.Parameters;
import org.roster.scim.engine.store.MemberChanges;
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

    /** Rows, text and answer are in memory together. */
    private static final int MOST_ON_A_PAGE = 100_000;

    /**
     * The members of the groups on a page.
     *
     * @throws ScimException 400 {@code tooMany} if they are several groups with more members than one should hold at once
     */
    MemberElements members(ResolvedPath attribute, List<String> groups) {
        MemberElements elements = new MemberElements(attribute);
        int most = groups.size() > 1 ? MOST_ON_A_PAGE : Integer.MAX_VALUE - 1;
        int number = 0;
        for (List<String> some : chunks(groups)) {
            Parameters parameters = new Parameters();
            String statement = "select m.group_id, x.id, x.type, x.display from scim_member m, scim_resource x"
                    + " where m.group_id" + oneOf(some, parameters) + " and x.id = m.member_id"
                    + " order by m.group_id, m.member_id limit " + (most - number + 1);
            List<?> rows = NativeQueries.list(em, statement, parameters);
            number += rows.size();
            if (number > most) {
                throw ScimException.tooMany("the " + groups.size() + " resources on this page have more than " + most
                        + " " + attribute + " altogether; ask for fewer resources at once, or add excludedAttributes="
                        + attribute);
            }
            rows.stream()
                    .map(Object[].class::cast)
                    .forEach(row -> elements.add((String) row[0], (String) row[1], (String) row[2], display(row[3])));
        }
        return elements;
    }

    /**
     * How much is read and given at once.
     *
     * @param piece the most members that are read by one statement
     * @param part the most members in one text
     */
    record Size(int piece, int part) {}

    /**
     * Some members of a group, in the order of their ids, all read at the same moment.
     *
     * @param parts what the group has of them; at least one
     * @param number how many
     * @param last id of the last one; as it was before if there is none
     */
    record Piece(List<MemberElements> parts, int number, String last) {}

    /** The members of a group behind an id, at most a piece of them. */
    Piece piece(ResolvedPath attribute, String group, String behind, Size size) {
        Parameters parameters = new Parameters();
        String statement = "select x.id, x.type, x.display from scim_member m, scim_resource x where m.group_id = "
                + parameters.add(group) + " and m.member_id > " + parameters.add(behind)
                + " and x.id = m.member_id order by m.member_id limit " + size.piece();
        List<?> rows = NativeQueries.list(em, statement, parameters);
        List<MemberElements> parts = new ArrayList<>();
        String last = behind;
        for (int from = 0; from == 0 || from < rows.size(); from += size.part()) {
            MemberElements elements = new MemberElements(attribute);
            for (Object row : rows.subList(from, Math.min(rows.size(), from + size.part()))) {
                Object[] member = (Object[]) row;
                last = (String) member[0];
                elements.add(group, last, (String) member[1], display(member[2]));
            }
            parts.add(elements);
        }
        return new Piece(parts, rows.size(), last);
    }

    /**
     * The groups of several resources. Those on a page are often in the same ones, so each group is looked up once; and the
     * ids of those that one resource is in come together where the database can do that: a row costs more than an id.
     */
    MemberElements groups(ResolvedPath attribute, List<String> members) {
        MemberElements elements = new MemberElements(attribute);
        for (List<String> some : chunks(members)) {
            Parameters parameters = new Parameters();
            String theirs = ".member_id" + oneOf(some, parameters);
            String statement = "select g.member_id, g.group_ids, null from scim_groups_of g where g" + theirs
                    + " union all select null, x.id, x.display from scim_resource x where x.id in"
                    + " (select m.group_id from scim_member m where m" + theirs + ")";
            Map<String, String> groups = new HashMap<>();
            Map<String, List<String>> memberships = new HashMap<>();
            rows(statement, parameters).forEach(row -> {
                String text = DocumentText.of(row[1]);
                if (row[0] == null) {
                    groups.put(text, elements.element(text, MemberElements.DIRECT, display(row[2])));
                } else {
                    memberships
                            .computeIfAbsent((String) row[0], member -> new ArrayList<>())
                            .addAll(List.of(text.split(",")));
                }
            });
            memberships.forEach((member, ids) -> {
                Collections.sort(ids);
                for (String id : ids) {
                    Optional.ofNullable(groups.get(id)).ifPresent(group -> elements.add(member, group));
                }
            });
        }
        return elements;
    }

    private Stream<Object[]> rows(String statement, Parameters parameters) {
        return NativeQueries.list(em, statement, parameters).stream().map(Object[].class::cast);
    }

    /** How resources of a tenant would look as members; unknown ones are left out. */
    JsonArray shown(ResolvedPath attribute, String tenant, Set<String> ids) {
        MemberElements elements = new MemberElements(attribute);
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

    static @Nullable String display(@Nullable Object column) {
        return column == null ? null : DocumentText.of(column);
    }

    /**
     * Carries out changes of a membership.
     *
     * @param log is told who came and who went
     * @return whether anything was not so already
     * @throws ScimException 400 if somebody is added who is no resource of the tenant, or of a type that may not be a member
     */
    boolean write(StoredResource group, MemberChanges changes, ResolvedPath attribute, MemberLog log) {
        Set<String> add = new LinkedHashSet<>(changes.added());
        int changed = 0;
        if (changes.replacesAll() && add.isEmpty()) {
            int all = log.chooseAll(group.id());
            log.deleteChosen(group.id(), all);
            changed += all;
        } else if (changes.replacesAll()) {
            Set<String> gone = new LinkedHashSet<>(ids(group.id()));
            Set<String> stay = new HashSet<>(gone);
            stay.retainAll(add);
            gone.removeAll(stay);
            add.removeAll(stay);
            changed += delete(group.id(), gone, log);
        } else {
            changed += delete(group.id(), changes.removed(), log);
        }
        Choice choice = new Choice(attribute, add.size() == 1 ? Optional.empty() : Optional.of(log.list()));
        int inserted = 0;
        for (List<String> some : chunks(add)) {
            inserted += insert(group, some, choice);
        }
        if (choice.list().isEmpty() && inserted > 0) {
            log.added(add);
        } else if (inserted > 0) {
            log.chosen(inserted);
            log.insertChosen(group.id());
        }
        return changed + inserted > 0;
    }

    private List<String> ids(String group) {
        return em.createQuery("select m.memberId from MemberRow m where m.groupId = ?1", String.class)
                .setParameter(1, group)
                .getResultList();
    }

    private int delete(String group, Collection<String> ids, MemberLog log) {
        if (ids.size() == 1) {
            int deleted = NativeQueries.execute(
                    em,
                    "delete from scim_member where group_id = ?1 and member_id = ?2",
                    Parameters.of(group, ids.iterator().next()));
            log.removed(deleted == 0 ? List.of() : ids);
            return deleted;
        }
        int chosen = 0;
        for (List<String> some : chunks(ids)) {
            chosen += log.choose(group, some);
        }
        if (chosen > 0) {
            log.deleteChosen(group, chosen);
        }
        return chosen;
    }

    /**
     * Where new members go first.
     *
     * @param attribute that lists them
     * @param list of the journal, if they are several; else they become members at once
     */
    private record Choice(ResolvedPath attribute, Optional<String> list) {

        String into(String group, Parameters parameters) {
            return list.map(id -> "insert into scim_change_member (list_id, added, member_id) select "
                            + parameters.add(id) + ", 1")
                    .orElse("insert into scim_member (group_id, member_id) select " + locked(group));
        }
    }

    /** Looks who exists, who may be a member and who is one already, and inserts the others: one statement. */
    private int insert(StoredResource group, List<String> ids, Choice choice) {
        ResolvedPath attribute = choice.attribute();
        List<String> types = memberTypes(attribute);
        Parameters parameters = new Parameters();
        String groupId = parameters.add(group.id());
        String insert = choice.into(groupId, parameters)
                + ", x.id from scim_resource x where x.tenant = " + parameters.add(group.tenant()) + " and x.id <> "
                + groupId + " and x.type in " + list(types, parameters) + " and x.id in " + list(ids, parameters)
                + " and not exists (select 1 from scim_member m where m.group_id = " + groupId
                + " and m.member_id = x.id)";
        int inserted = NativeQueries.execute(em, insert, parameters);
        if (inserted < ids.size()) {
            requireMembers(group, ids, attribute);
        }
        return inserted;
    }

    /**
     * The group, locked for writing by MariaDB, which alone reads such a comment. Its foreign key would lock the group for
     * reading; then two writers each wait for the other when they count the version up. The other databases have locks
     * for foreign keys that do not stand in the way.
     */
    static String locked(String group) {
        return "(select g.id from scim_resource g where g.id = " + group + " /*M! for update */)";
    }

    /**
     * One of many ids. PostgreSQL takes them as one value: EclipseLink looks for each value among all of them. Its planner does
     * not see it: for one id it would make a plan each time, which takes four times as long as to find the groups.
     */
    private String oneOf(List<String> ids, Parameters parameters) {
        return DatabaseKind.isPostgresql(em)
                ? " = any (string_to_array((select " + parameters.add(String.join(",", ids)) + "), ','))"
                : " in " + list(ids, parameters);
    }

    static String list(List<String> values, Parameters parameters) {
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

    /**
     * A resource that is about to go: the groups that it is in change, so many, and their versions say so. Not in JPQL: on
     * MariaDB EclipseLink would read the versions into a temporary table, and write them back when others may have counted.
     */
    int touchGroupsOf(String member, long now) {
        return em.createNativeQuery("update scim_resource set version = version + 1, "
                        + "last_modified = greatest(last_modified + 1, ?1) "
                        + "where id in (select m.group_id from scim_member m where m.member_id = ?2)")
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
