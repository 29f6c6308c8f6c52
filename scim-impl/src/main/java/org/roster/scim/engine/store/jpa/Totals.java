package org.roster.scim.engine.store.jpa;

import jakarta.persistence.EntityManager;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.roster.scim.engine.database.NativeQueries;
import org.roster.scim.engine.database.Parameters;
import org.roster.scim.engine.database.Retries;
import org.roster.scim.engine.journal.Waves;
import org.roster.scim.error.ScimException;
import org.roster.scim.schema.ResourceType;

/**
 * How many resources of a type there are, exactly and without counting them. {@code scim_total} has the number after a wave
 * of the journal; the changes behind it, which the same statement sees, tell the rest. A write pays nothing for it. When
 * many changes lie behind, whoever asks makes the next wave and moves the number on, when done with reading: a read has one
 * connection in hand, and many that waited for a second one would wait for each other.
 */
final class Totals {

    private static final int MOST_BEHIND = 1_000;

    private static final String BALANCE =
            "coalesce(sum(case c.operation when 'created' then 1 when 'deleted' then -1 else 0 end), 0)";

    private static final String MOVES = "count(case when c.operation <> 'changed' then 1 end)";

    private static final String NUMBER = "t.total + " + BALANCE;
    private static final String MOVES_SO_FAR = "t.moves + " + MOVES;
    private static final String BEHIND = "count(c.id)";

    private static final String OF_A_TYPE = " from scim_total t "
            + "left join scim_change c on c.tenant = t.tenant and c.resource_type = t.type "
            + "and (c.wave = 0 or c.wave > t.wave) where t.tenant = ?1 and t.type = ?2 group by t.total, t.moves";

    private static final String KNOWN = "select " + NUMBER + ", " + MOVES_SO_FAR + ", " + BEHIND + OF_A_TYPE;

    /** The same in a row like those of {@link TypeListing}, without an id; Hibernate wants different names. */
    static final String AS_A_RESOURCE = "select null as id, " + NUMBER + " as version, " + MOVES_SO_FAR
            + " as created, " + BEHIND + " as last_modified, null as document" + OF_A_TYPE;

    private static final String BEGIN = "insert into scim_total (tenant, type, wave, moves, total) "
            + "select ?1, ?2, w.wave, 0, (select count(*) from scim_resource r where r.tenant = ?1 and r.type = ?2) - (select "
            + BALANCE + " from scim_change c where c.tenant = ?1 and c.resource_type = ?2 "
            + "and (c.wave = 0 or c.wave > w.wave)) from scim_change_wave w where w.id = 1";

    /** So that the next statement sees what whoever had the lock has done. */
    private static final String LOCK = "update scim_total set total = total where tenant = ?1";

    private static final String MOVED = " from scim_change c, scim_change_wave w where w.id = 1 "
            + "and c.tenant = scim_total.tenant and c.resource_type = scim_total.type "
            + "and c.wave > scim_total.wave and c.wave <= w.wave), ";

    private static final String MOVE_ON = "update scim_total set total = total + (select " + BALANCE + MOVED
            + "moves = moves + (select " + MOVES + MOVED
            + "wave = (select w.wave from scim_change_wave w where w.id = 1) where tenant = ?1";

    /**
     * How many there are.
     *
     * @param number now
     * @param moves how many have come and gone since somebody first asked
     */
    record Total(long number, long moves) {

        Total plus(Total other) {
            return new Total(number + other.number, moves + other.moves);
        }
    }

    private final Retries retries;
    private final String tenant;
    private boolean farBehind;

    /**
     * Begins.
     *
     * @param retries for what has to be written
     * @param tenant whose resources
     */
    Totals(Retries retries, String tenant) {
        this.retries = retries;
        this.tenant = tenant;
    }

    /** Nobody has asked for the number of a type before. */
    private static final class Unknown extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient ResourceType type;

        Unknown(ResourceType type) {
            super("no total yet of " + type.name(), null, false, false);
            this.type = type;
        }
    }

    /**
     * Reads with these totals, again if one has to begin first.
     *
     * @throws ScimException 503 if one that has begun is gone at once, with its tenant perhaps
     */
    <T> T around(Function<Totals, T> read) {
        Set<ResourceType> begun = new HashSet<>();
        while (true) {
            try {
                T result = read.apply(this);
                if (farBehind) {
                    retries.call(this::moveOn);
                }
                return result;
            } catch (Unknown unknown) {
                if (!begun.add(unknown.type)) {
                    throw ScimException.of(503, "the directory is busy; try again shortly");
                }
                retries.call(em -> begin(em, unknown.type));
            }
        }
    }

    /** Resources of a type, those included that the transaction of the entity manager has made. */
    Total of(EntityManager em, ResourceType type) {
        Object[] row = known(em, type).orElseThrow(() -> new Unknown(type));
        return of(row[0], row[1], row[2]);
    }

    /** The same from the row of {@link #AS_A_RESOURCE}. */
    Total of(Optional<Object[]> row, ResourceType type) {
        Object[] columns = row.orElseThrow(() -> new Unknown(type));
        return of(columns[1], columns[2], columns[3]);
    }

    private Total of(Object number, Object moves, Object behind) {
        farBehind |= number(behind) > MOST_BEHIND;
        return new Total(number(number), number(moves));
    }

    private Optional<Object[]> known(EntityManager em, ResourceType type) {
        List<?> rows = NativeQueries.list(em, KNOWN, Parameters.of(tenant, type.name()));
        return rows.stream().map(Object[].class::cast).findFirst();
    }

    private int begin(EntityManager em, ResourceType type) {
        return known(em, type).isPresent()
                ? 0
                : em.createNativeQuery(BEGIN)
                        .setParameter(1, tenant)
                        .setParameter(2, type.name())
                        .executeUpdate();
    }

    private int moveOn(EntityManager em) {
        new Waves(em, tenant).next();
        em.createNativeQuery(LOCK).setParameter(1, tenant).executeUpdate();
        return em.createNativeQuery(MOVE_ON).setParameter(1, tenant).executeUpdate();
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }
}
