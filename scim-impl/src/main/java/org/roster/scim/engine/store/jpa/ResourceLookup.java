package org.roster.scim.engine.store.jpa;

import jakarta.json.JsonString;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.roster.scim.engine.database.NativeQueries;
import org.roster.scim.engine.database.Parameters;
import org.roster.scim.filter.CompareOperator;
import org.roster.scim.filter.Filter;
import org.roster.scim.query.Projection;
import org.roster.scim.query.Selection;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.schema.AttributeType;
import org.roster.scim.schema.ComparisonKey;
import org.roster.scim.schema.ResolvedPath;
import org.roster.scim.schema.ResourceType;

/**
 * Finds the resource with an id, or the few with a value, and in the same statement the groups that they show. Clients ask
 * this more than anything else, and one more statement would cost as much as the rest.
 *
 * @param em to read with
 * @param relations which attributes are rows
 * @param tenant whose resources
 */
record ResourceLookup(EntityManager em, Relations relations, String tenant) {

    private static final int FEW = 10;

    // Columns of a row. For a group that a resource is in, ID is the group's and TEXT is its display.
    private static final int ID = 0;
    private static final int OWNER = 1;
    private static final int TEXT = 6;
    private static final int KIND = 7;

    /**
     * Which resources, in SQL.
     *
     * @param table a table to join, else blank
     * @param id what their ids are equal to
     * @param parameters of both
     */
    private record Which(String table, String id, Parameters parameters) {}

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
        Parameters parameters = new Parameters();
        Which one = new Which("", parameters.add(id), parameters);
        Optional<MemberElements> groups = groups(type, projection);
        return find(one, groups).stream()
                .filter(stored -> stored.type().equals(type.name()))
                .map(stored -> new Found(stored, groups))
                .findFirst();
    }

    /**
     * The resources with a value, if the selection asks for those with a value and they are few.
     *
     * @return all of them, by id; empty if they have to be found in another way
     */
    Optional<List<ScimResource>> byValue(Selection selection) {
        ResourceType type = selection.type();
        Optional<String> key = key(type, selection.filter());
        if (key.isEmpty()) {
            return Optional.empty();
        }
        Parameters parameters = new Parameters();
        String table = "(select v.resource_id as id from scim_value v where v.tenant = " + parameters.add(tenant)
                + " and v.index_key = " + parameters.add(key.get()) + " limit " + (FEW + 1) + ") p, ";
        Optional<MemberElements> groups = groups(type, selection.projection());
        List<StoredResource> found = find(new Which(table, "p.id", parameters), groups);
        // Those of other types count: with more than a few of all types, some of this one may be missing.
        return found.size() <= FEW
                ? Optional.of(assembled(type, selection.projection(), found, groups))
                : Optional.empty();
    }

    private Optional<MemberElements> groups(ResourceType type, Projection projection) {
        return relations.inverse(type).filter(projection::wants).map(MemberElements::new);
    }

    /** The key in the index, if a filter names one value of a text that a resource has once. */
    private static Optional<String> key(ResourceType type, Filter filter) {
        return filter instanceof Filter.Comparison comparison
                        && comparison.operator() == CompareOperator.EQ
                        && comparison.value() instanceof JsonString
                ? type.resolve(comparison.path())
                        .filter(ResourceLookup::isIndexedText)
                        .flatMap(path -> ComparisonKey.of(path.target(), comparison.value())
                                .filter(folded -> folded.length() < AttributeCode.LONGEST_VALUE - 1)
                                .map(AttributeCode.of(path.path())::key))
                : Optional.empty();
    }

    private static boolean isIndexedText(ResolvedPath path) {
        return path.target().type() == AttributeType.STRING
                && !path.attribute().multiValued()
                && !path.target().multiValued()
                && !path.path().name().equals("id")
                && !path.path().name().equals("meta");
    }

    /** All of them, by id, of whatever type; adds the elements of those that are members. */
    private List<StoredResource> find(Which which, Optional<MemberElements> groups) {
        Parameters parameters = which.parameters();
        String resources = "select r.id, r.tenant, r.type, r.version, r.created, r.last_modified, r.document, 0 from "
                + which.table() + "scim_resource r where r.id = " + which.id() + " and r.tenant = "
                + parameters.add(tenant);
        String theirGroups = " union all select x.id, m.member_id, x.type, 0, 0, 0, x.display, 1 from " + which.table()
                + "scim_member m, scim_resource x where m.member_id = " + which.id() + " and x.id = m.group_id";
        String statement = groups.isPresent() ? resources + theirGroups : resources;
        List<StoredResource> found = new ArrayList<>();
        rows(NativeQueries.list(em, statement, parameters)).forEach(row -> {
            if (((Number) row[KIND]).intValue() == 0) {
                found.add(StoredResource.of(row));
            } else {
                groups.ifPresent(g -> add(g, row));
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

    private static Stream<Object[]> rows(List<?> rows) {
        return rows.stream().map(Object[].class::cast).sorted(Comparator.comparing(row -> (String) row[ID]));
    }

    private static void add(MemberElements groups, Object[] row) {
        groups.add((String) row[OWNER], (String) row[ID], MemberElements.DIRECT, MemberTable.display(row[TEXT]));
    }

    private List<ScimResource> assembled(
            ResourceType type, Projection projection, List<StoredResource> found, Optional<MemberElements> groups) {
        List<StoredResource> ofType =
                found.stream().filter(s -> s.type().equals(type.name())).toList();
        return new ResourceAssembler(em, relations).assemble(type, ofType, projection, groups);
    }
}
