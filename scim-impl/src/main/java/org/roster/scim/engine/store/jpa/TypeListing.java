package org.roster.scim.engine.store.jpa;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.roster.scim.engine.database.DatabaseKind;
import org.roster.scim.engine.database.NativeQueries;
import org.roster.scim.engine.database.Parameters;
import org.roster.scim.engine.store.jpa.Totals.Total;
import org.roster.scim.schema.ResourceType;

/**
 * All resources of a type, by id. Whole directories are read this way, so it is SQL that nothing translates anew for each page
 * and PostgreSQL plans once: where a page begins and how long it is are hidden from its planner.
 *
 * @param em to read with
 * @param tenant whose resources
 * @param type of the resources
 */
record TypeListing(EntityManager em, String tenant, ResourceType type) {

    /** Rows of a total have no id. */
    private static final String ROWS =
            "select r.id, r.version, r.created, r.last_modified, r.document from scim_resource r"
                    + " where r.tenant = ?1 and r.type = ?2";

    private static final int ID = 0;
    private static final int DOCUMENT = 4;

    /**
     * The first page.
     *
     * @param total of all pages
     * @param resources by id
     */
    record Beginning(Total total, List<StoredResource> resources) {}

    /** The first resources with the total, which is one way to the database. */
    Beginning beginning(Totals totals, int most) {
        Parameters parameters = Parameters.of(tenant, type.name());
        List<StoredResource> resources = new ArrayList<>();
        Optional<Object[]> total = Optional.empty();
        String statement =
                Totals.AS_A_RESOURCE + " union all (" + ROWS + " order by r.id limit " + atMost(most, parameters) + ")";
        for (Object row : NativeQueries.list(em, statement, parameters)) {
            Object[] columns = (Object[]) row;
            if (columns[ID] == null) {
                total = Optional.of(columns);
            } else {
                resources.add(stored(columns));
            }
        }
        // A union has no order.
        resources.sort(Comparator.comparing(StoredResource::id));
        return new Beginning(totals.of(total, type), resources);
    }

    /** Some resources in the order of a stretch. */
    List<StoredResource> page(Stretch stretch, int most) {
        Parameters parameters = Parameters.of(tenant, type.name());
        String from = stretch.beyond()
                .map(id -> " and r.id" + Stretch.sign(stretch.ascending())
                        + DatabaseKind.plannedOnce(em, parameters.add(id)))
                .orElse("");
        String statement =
                ROWS + from + stretch.track().orderBy(stretch.ascending(), true) + " limit " + atMost(most, parameters);
        return NativeQueries.list(em, statement, parameters).stream()
                .map(row -> stored((Object[]) row))
                .toList();
    }

    private String atMost(int rows, Parameters parameters) {
        String parameter = parameters.add(rows);
        return DatabaseKind.isPostgresql(em)
                ? DatabaseKind.plannedOnce(em, "cast(" + parameter + " as bigint)")
                : parameter;
    }

    private StoredResource stored(Object[] columns) {
        return new StoredResource(
                (String) columns[ID],
                tenant,
                type.name(),
                number(columns[1]),
                number(columns[2]),
                number(columns[3]),
                DocumentText.of(columns[DOCUMENT]));
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }
}
