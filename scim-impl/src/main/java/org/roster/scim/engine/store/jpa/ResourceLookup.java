package org.roster.scim.engine.store.jpa;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.roster.scim.engine.database.DatabaseKind;
import org.roster.scim.engine.database.NativeQueries;
import org.roster.scim.engine.database.Parameters;
import org.roster.scim.filter.FilterEvaluator;
import org.roster.scim.query.Projection;
import org.roster.scim.query.Selection;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.schema.ResourceType;

/**
 * Finds the resource with an id, or the few with a value that a filter requires, and in the same statement the groups that they show. Clients ask
 * this more than anything else, and one more statement would cost as much as the rest.
 *
 * @param em to read with
 * @param relations which attributes are rows
 * @param tenant whose resources
 */
record ResourceLookup(EntityManager em, Relations relations, String tenant) {

    private static final int FEW = 10;

    private static final String COLUMNS =
            "select r.id, r.tenant, r.type, r.version, r.created, r.last_modified, r.document, ";

    // The column behind those of the resource: either its groups, or whether the row is one of them.
    private static final int GROUPS = 7;
    private static final int KIND = 7;

    // Columns of a row that is a group: the resource that is in it is the owner.
    private static final int ID = 0;
    private static final int OWNER = 1;
    private static final int TEXT = 6;

    private static final Comparator<Object[]> BY_ID = Comparator.comparing(row -> (String) row[ID]);

    /** The groups of a resource {@code r} as {@link MemberElements#addAll} reads them. */
    private static final String THEIR_GROUPS =
            "(select string_agg(x.id || coalesce(cast(to_json(x.display) as text), ''), chr(10)) "
                    + "from scim_member m, scim_resource x where m.member_id = r.id and x.id = m.group_id)";

    /**
     * Which resources, in SQL.
     *
     * @param from the table of their ids {@code p}, with a comma; empty if there is no such table
     * @param id what their id is equal to
     * @param parameters of both
     */
    private record Which(String from, String id, Parameters parameters) {

        static Which withId(String id) {
            Parameters parameters = new Parameters();
            return new Which("", parameters.add(id), parameters);
        }

        /** Those with a key, and one more than a few where it is many. */
        static Which withKey(EntityManager em, String tenant, String key) {
            Parameters parameters = new Parameters();
            String theTenant = parameters.add(tenant);
            String theKey = parameters.add(key);
            String ids = "(select distinct v.resource_id as id from scim_value v where v.tenant = " + theTenant
                    + " and v.index_key = " + DatabaseKind.plannedOnce(em, theKey) + " limit "
                    + (FEW + 1) + ") p, ";
            return new Which(ids, "p.id", parameters);
        }

        /** The resources, with another column. */
        String with(String column, String tenant) {
            return COLUMNS + column + " from " + from + "scim_resource r where r.id = " + id + " and r.tenant = "
                    + parameters.add(tenant);
        }

        /** The resources, and a row for each group that they are in. */
        String withGroups(String tenant) {
            return with("0", tenant) + " union all select x.id, m.member_id, x.type, 0, 0, 0, x.display, 1 from " + from
                    + "scim_member m, scim_resource x where m.member_id = " + id + " and x.id = m.group_id";
        }
    }

    /** The resource with an id. */
    Optional<ScimResource> byId(ResourceType type, String id, Projection projection) {
        return storedById(type, id, projection).map(found -> assembled(found, type, projection));
    }

    /**
     * A resource without and with what is kept apart from its document.
     *
     * @param stored the resource
     * @param groups which it shows
     */
    record Found(StoredResource stored, Optional<MemberElements> groups) {

        /** The same groups with another state of the resource. */
        Found with(StoredResource other) {
            return new Found(other, groups);
        }
    }

    /** The resource with an id, not yet put together: for those who are about to change it. */
    Optional<Found> storedById(ResourceType type, String id, Projection projection) {
        Which one = Which.withId(id);
        Optional<MemberElements> groups = groups(type, projection);
        return find(one, groups).stream()
                .filter(stored -> stored.type().equals(type.name()))
                .map(stored -> new Found(stored, groups))
                .findFirst();
    }

    /**
     * The resources of a selection, if its filter requires a value that few have.
     *
     * @return all of them, by id; empty if they have to be found in another way
     */
    Optional<List<ScimResource>> few(Selection selection) {
        return RequiredValue.of(selection.filter(), selection.type(), relations)
                .flatMap(value -> few(selection, value));
    }

    private Optional<List<ScimResource>> few(Selection selection, RequiredValue value) {
        ResourceType type = selection.type();
        Optional<MemberElements> groups = groups(type, selection.projection());
        List<StoredResource> found = find(Which.withKey(em, tenant, value.key()), groups);
        if (found.size() > FEW) {
            // Of whatever type: some of this one may be missing.
            return Optional.empty();
        }
        List<StoredResource> matching = new ArrayList<>(found.size());
        for (StoredResource stored : found) {
            if (stored.type().equals(type.name())
                    && (value.whole()
                            || FilterEvaluator.matches(selection.filter(), type, ResourceAssembler.bare(stored)))) {
                matching.add(stored);
            }
        }
        return Optional.of(assembled(type, selection.projection(), matching, groups));
    }

    private Optional<MemberElements> groups(ResourceType type, Projection projection) {
        return relations.inverse(type).filter(projection::wants).map(MemberElements::new);
    }

    /** All of them, by id, of whatever type; adds the groups that each is in. */
    private List<StoredResource> find(Which which, Optional<MemberElements> groups) {
        if (groups.isEmpty()) {
            return rows(which, which.with("null", tenant)).stream()
                    .map(StoredResource::of)
                    .toList();
        }
        MemberElements elements = groups.get();
        return DatabaseKind.isPostgresql(em) ? inARowEach(which, elements) : inSeveralRows(which, elements);
    }

    /** With its groups in its row: a row costs more than an id. */
    private List<StoredResource> inARowEach(Which which, MemberElements groups) {
        List<StoredResource> found = new ArrayList<>();
        rows(which, which.with(THEIR_GROUPS, tenant)).forEach(row -> {
            StoredResource stored = StoredResource.of(row);
            found.add(stored);
            Optional.ofNullable(row[GROUPS]).ifPresent(texts -> groups.addAll(stored.id(), (String) texts));
        });
        return found;
    }

    private List<StoredResource> inSeveralRows(Which which, MemberElements groups) {
        List<StoredResource> found = new ArrayList<>();
        rows(which, which.withGroups(tenant)).forEach(row -> {
            if (((Number) row[KIND]).intValue() == 0) {
                found.add(StoredResource.of(row));
            } else {
                groups.add(
                        (String) row[OWNER], (String) row[ID], MemberElements.DIRECT, MemberTable.display(row[TEXT]));
            }
        });
        return found;
    }

    /** A resource that is new, and so in no group. */
    Found asNew(StoredResource stored, ResourceType type) {
        return new Found(stored, relations.inverse(type).map(MemberElements::new));
    }

    /** All that the projection wants of a resource. */
    ScimResource assembled(Found found, ResourceType type, Projection projection) {
        return assembled(type, projection, List.of(found.stored()), found.groups())
                .get(0);
    }

    private List<Object[]> rows(Which which, String statement) {
        List<Object[]> rows = new ArrayList<>();
        NativeQueries.list(em, statement, which.parameters()).forEach(row -> rows.add((Object[]) row));
        rows.sort(BY_ID);
        return rows;
    }

    private List<ScimResource> assembled(
            ResourceType type, Projection projection, List<StoredResource> found, Optional<MemberElements> groups) {
        return new ResourceAssembler(em, relations).assemble(type, found, projection, groups);
    }
}
