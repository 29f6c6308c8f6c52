package org.roster.scim.engine.store.jpa;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.roster.scim.engine.database.NativeQueries;
import org.roster.scim.engine.database.Parameters;
import org.roster.scim.spi.BrakeState;

/**
 * What the brake knows, a row for each resource type of a tenant. Who counts locks it to the end of his transaction; only
 * those who deactivate or delete wait for him.
 *
 * @param em of the running transaction
 * @param tenant whose
 * @param type name of the resource type
 */
record BrakeTable(EntityManager em, String tenant, String type) {

    private static final String SELECT =
            "select changes, resources, counted, tripped, lifted from scim_brake " + "where tenant = ?1 and type = ?2";

    private static final String INSERT =
            "insert into scim_brake (tenant, type, changes, resources, counted, tripped, lifted) "
                    + "values (?1, ?2, ?3, ?4, ?5, ?6, ?7)";

    private static final String UPDATE =
            "update scim_brake set changes = ?3, resources = ?4, counted = ?5, tripped = ?6, "
                    + "lifted = ?7 where tenant = ?1 and type = ?2";

    private static final String COUNT = "select count(*) from scim_resource where tenant = ?1 and type = ?2";

    BrakeState read() {
        return select(SELECT).orElse(BrakeState.NEW);
    }

    /** Of two that insert at once one is refused by the primary key and tries again. */
    BrakeState lock() {
        Optional<BrakeState> there = select(SELECT + " for update");
        if (there.isEmpty()) {
            write(INSERT, BrakeState.NEW);
        }
        return there.orElse(BrakeState.NEW);
    }

    void write(BrakeState state) {
        write(UPDATE, state);
    }

    /** How many resources of the type the tenant has, those included that the transaction has made. */
    long resources() {
        Object count =
                NativeQueries.list(em, COUNT, Parameters.of(tenant, type)).get(0);
        return number(count);
    }

    private Optional<BrakeState> select(String statement) {
        List<?> rows = NativeQueries.list(em, statement, Parameters.of(tenant, type));
        return rows.stream().map(Object[].class::cast).findFirst().map(BrakeTable::state);
    }

    private void write(String statement, BrakeState state) {
        NativeQueries.execute(
                em,
                statement,
                Parameters.of(
                        tenant,
                        type,
                        state.changes().entrySet().stream()
                                .map(e -> e.getKey() + ":" + e.getValue())
                                .collect(Collectors.joining(" ")),
                        state.resources(),
                        state.counted().toEpochMilli(),
                        state.tripped().map(Instant::toEpochMilli).orElse(0L),
                        state.lifted().toEpochMilli()));
    }

    private static BrakeState state(Object[] row) {
        Map<Long, Integer> changes = new TreeMap<>();
        for (String one : row[0].toString().split(" ", -1)) {
            int colon = one.indexOf(':');
            if (colon > 0) {
                changes.put(Long.parseLong(one.substring(0, colon)), Integer.parseInt(one.substring(colon + 1)));
            }
        }
        return new BrakeState(
                changes,
                number(row[1]),
                Instant.ofEpochMilli(number(row[2])),
                Optional.of(number(row[3])).filter(time -> time > 0).map(Instant::ofEpochMilli),
                Instant.ofEpochMilli(number(row[4])));
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }
}
