package org.roster.scim.engine.store.jpa;

import jakarta.json.JsonString;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.roster.scim.engine.database.DatabaseKind;
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

    private static final String COLUMNS =
            "select r.id, r.tenant, r.type, r.version, r.created, r.last_modified, r.document, ";

    // The column behind those of the resource: either its groups, or whether the row is one of them.
    private static final int GROUPS = 7;
    private static final int KIND = 7;

    // Columns of a row that is a group: the resource that is in it is the owner.
    private static final int ID = 0;
    private static final int OWNER = 1;
    private static final int TEXT = 6;

    /** The groups of a resource {@code r} as {@link MemberElements#addAll} reads them. */
    private static final String THEIR_GROUPS =
            "(select string_agg(x.id || coalesce(cast(to_json(x.display) as text), ''), chr(10)) "
                    + "from scim_member m, scim_resource x where m.member_id = r.id and x.id = m.group_id)";

    /**
     * Which resources, in SQL.
     *
     * @param value what their value {@code v} has to be, if they are found by one; they are looked for until they are many
     * @param id what their ids are equal to, if they are not
     * @param parameters of both
     */
    private record Which(Optional<String> value, String id, Parameters parameters) {

        private static final String MANY = " limit " + (FEW + 1);

        static Which withId(String id) {
            Parameters parameters = new Parameters();
            return new Which(Optional.empty(), parameters.add(id), parameters);
        }

        /**
         * Those with a key.
         *
         * @param plannedOnce hides the key from PostgreSQL's planner, which otherwise thinks that it is worth the while to make a
         *     plan for each; that takes five times as long as to find the resource
         */
        static Which withKey(String tenant, String key, boolean plannedOnce) {
            Parameters parameters = new Parameters();
            String theTenant = parameters.add(tenant);
            String theKey = parameters.add(key);
            String value = "v.tenant = " + theTenant + " and v.index_key = "
                    + (plannedOnce ? "(select " + theKey + ")" : theKey);
            return new Which(Optional.of(value), "", parameters);
        }

        /** The resources, with another column, in one statement without parts. */
        String plain(String column, String tenant) {
            return COLUMNS + column + " from "
                    + value.map(v -> "scim_value v, scim_resource r where " + v + " and r.id = v.resource_id")
                            .orElse("scim_resource r where r.id = " + id)
                    + " and r.tenant = " + parameters.add(tenant) + (value.isPresent() ? MANY : "");
        }

        /** The resources, and a row for each group that they are in. */
        String withGroups(String tenant) {
            String them = value.map(v -> "(select v.resource_id as id from scim_value v where " + v + MANY + ") p, ")
                    .orElse("");
            String their = value.isPresent() ? "p.id" : id;
            return COLUMNS + "0 from " + them + "scim_resource r where r.id = " + their + " and r.tenant = "
                    + parameters.add(tenant)
                    + " union all select x.id, m.member_id, x.type, 0, 0, 0, x.display, 1 from " + them
                    + "scim_member m, scim_resource x where m.member_id = " + their + " and x.id = m.group_id";
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
        Which some = Which.withKey(tenant, key.get(), DatabaseKind.isPostgresql(em));
        Optional<MemberElements> groups = groups(type, selection.projection());
        List<StoredResource> found = find(some, groups);
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

    /** All of them, by id, of whatever type; adds the groups that each is in. */
    private List<StoredResource> find(Which which, Optional<MemberElements> groups) {
        if (groups.isEmpty()) {
            return rows(which, which.plain("null", tenant))
                    .map(StoredResource::of)
                    .toList();
        }
        MemberElements elements = groups.get();
        return DatabaseKind.isPostgresql(em) ? inARowEach(which, elements) : inSeveralRows(which, elements);
    }

    /** With its groups in its row: a row costs more than an id. */
    private List<StoredResource> inARowEach(Which which, MemberElements groups) {
        List<StoredResource> found = new ArrayList<>();
        rows(which, which.plain(THEIR_GROUPS, tenant)).forEach(row -> {
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

    private Stream<Object[]> rows(Which which, String statement) {
        return NativeQueries.list(em, statement, which.parameters()).stream()
                .map(Object[].class::cast)
                .sorted(Comparator.comparing(row -> (String) row[ID]));
    }

    private List<ScimResource> assembled(
            ResourceType type, Projection projection, List<StoredResource> found, Optional<MemberElements> groups) {
        List<StoredResource> ofType =
                found.stream().filter(s -> s.type().equals(type.name())).toList();
        return new ResourceAssembler(em, relations).assemble(type, ofType, projection, groups);
    }
}
