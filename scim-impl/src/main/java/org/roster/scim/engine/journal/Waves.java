package org.roster.scim.engine.journal;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Gives their places to the changes that have none yet; {@code package-info} says why this is not done when they are written.
 *
 * @param em of the running transaction
 * @param tenant whose changes
 */
public record Waves(EntityManager em, String tenant) {

    /** A backlog, of a time when nobody read, is put in order piece by piece, so that no transaction grows with it. */
    private static final int LARGEST = 10_000;

    private static final int IDS_PER_STATEMENT = 500;

    private static final String WAITING =
            "select distinct c.id from scim_change c where c.tenant = ?1 and c.wave = 0 order by c.id";

    /**
     * Makes a wave of what is visible.
     *
     * @return whether something was
     */
    public boolean next() {
        if (waiting(1).isEmpty()) {
            return false;
        }
        em.createNativeQuery("update scim_change_wave set wave = wave + 1 where id = 1")
                .executeUpdate();
        Object wave = em.createNativeQuery("select wave from scim_change_wave where id = 1")
                .getSingleResult();
        // Later rows have greater ids of the same resources, so a part up to an id is in order with the rest.
        List<?> ids = waiting(LARGEST);
        for (int from = 0; from < ids.size(); from += IDS_PER_STATEMENT) {
            mark(ids.subList(from, Math.min(ids.size(), from + IDS_PER_STATEMENT)), ((Number) wave).longValue());
        }
        return true;
    }

    /** Each by its id: MariaDB would wait for what others have not committed yet, if it came upon it in a range. */
    private void mark(List<?> ids, long wave) {
        String list =
                IntStream.range(0, ids.size()).mapToObj(i -> "?" + (i + 3)).collect(Collectors.joining(", "));
        Query update = em.createNativeQuery(
                "update scim_change set wave = ?1 where tenant = ?2 and wave = 0 and id in (" + list + ")");
        update.setParameter(1, wave).setParameter(2, tenant);
        for (int i = 0; i < ids.size(); i++) {
            update.setParameter(i + 3, ids.get(i));
        }
        update.executeUpdate();
    }

    private List<?> waiting(int most) {
        return em.createNativeQuery(WAITING)
                .setParameter(1, tenant)
                .setMaxResults(most)
                .getResultList();
    }
}
