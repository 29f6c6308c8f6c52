package org.roster.scim.engine.database;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Query;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** Queries that a provider knows by a name after they have run once. There are a thousand of them at most: clients choose shapes. */
final class QueryNames {

    private static final int MOST = 1_000;

    private final Map<EntityManagerFactory, Set<String>> known = Collections.synchronizedMap(new WeakHashMap<>());

    /**
     * Runs a query.
     *
     * @param name says everything that makes the query what it is, but for its parameters
     * @param named makes it by its name
     * @param anew makes it without one
     * @param how binds and runs it
     */
    <Q extends Query, T> T run(
            EntityManager em, String name, Function<String, Q> named, Supplier<Q> anew, Function<Q, T> how) {
        EntityManagerFactory factory = em.getEntityManagerFactory();
        Set<String> names = known.computeIfAbsent(factory, f -> ConcurrentHashMap.newKeySet());
        if (names.contains(name)) {
            return how.apply(named.apply(name));
        }
        Q query = anew.get();
        T result = how.apply(query);
        // Not before it has run: only then EclipseLink knows whether it changes rows, and begins anew if it learns so
        // later.
        if (names.size() < MOST) {
            factory.addNamedQuery(name, query);
            names.add(name);
        }
        return result;
    }
}
