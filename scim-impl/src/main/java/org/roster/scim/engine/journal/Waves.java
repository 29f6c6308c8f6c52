package org.roster.scim.engine.journal;

import jakarta.persistence.EntityManager;
import java.util.List;

/**
 * Gives their places to the changes that have none yet; {@code package-info} says why this is not done when they are written.
 *
 * @param em of the running transaction
 * @param tenant whose changes
 */
public record Waves(EntityManager em, String tenant) {

    /** A backlog, of a time when nobody read, is put in order piece by piece, so that no transaction grows with it. */
    private static final int LARGEST = 10_000;

    private static final String WAITING =
            "select c.id from scim_change c where c.tenant = ?1 and c.wave = 0 order by c.id";

    /**
     * Makes a wave of what is visible.
     *
     * @return whether something was
     */
    public boolean next() {
        if (waiting(0).isEmpty()) {
            return false;
        }
        em.createNativeQuery("update scim_change_wave set wave = wave + 1 where id = 1")
                .executeUpdate();
        Object wave = em.createNativeQuery("select wave from scim_change_wave where id = 1")
                .getSingleResult();
        // Later rows have greater ids of the same resources, so a part up to an id is in order with the rest.
        List<?> last = waiting(LARGEST - 1);
        em.createNativeQuery("update scim_change set wave = ?1 where tenant = ?2 and wave = 0 and id <= ?3")
                .setParameter(1, ((Number) wave).longValue())
                .setParameter(2, tenant)
                .setParameter(3, last.isEmpty() ? "~" : last.get(0))
                .executeUpdate();
        return true;
    }

    private List<?> waiting(int position) {
        return em.createNativeQuery(WAITING)
                .setParameter(1, tenant)
                .setFirstResult(position)
                .setMaxResults(1)
                .getResultList();
    }
}
