package org.roster.scim.engine.store.mapped;

import jakarta.persistence.Cache;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;

/**
 * Entities whose collections are no longer what the product's shared cache may have: rows of join entities come and go without
 * their ends being loaded. They leave the cache when the transaction has ended. Not thread-safe.
 */
final class Evictions {

    private record Entry(Class<?> type, Object id) {}

    private final List<Entry> entries = new ArrayList<>();

    void add(EntityManager em, Class<?> type, Object entity) {
        entries.add(new Entry(
                type, em.getEntityManagerFactory().getPersistenceUnitUtil().getIdentifier(entity)));
    }

    boolean none() {
        return entries.isEmpty();
    }

    void carryOut(EntityManager em) {
        Cache cache = em.getEntityManagerFactory().getCache();
        entries.forEach(e -> cache.evict(e.type(), e.id()));
    }
}
