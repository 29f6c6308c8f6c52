package org.roster.scim.engine.database;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Query;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Runs native statements. After the first time the provider knows them by a name, their own text: EclipseLink takes a
 * statement apart each time it meets it without one, and with many parameters that takes longer than all the rest.
 */
public final class NativeQueries {

    /** There are some dozens of shapes, and as many again as resources have numbers of values, which clients choose. */
    private static final int MOST_NAMES = 1_000;

    private static final Map<EntityManagerFactory, Set<String>> NAMES =
            Collections.synchronizedMap(new WeakHashMap<>());

    private NativeQueries() {}

    /** Runs a statement that changes rows, and says how many. */
    public static int execute(EntityManager em, String statement, Parameters parameters) {
        return run(em, statement, parameters, Query::executeUpdate);
    }

    /** Runs a statement that finds rows. */
    public static List<?> list(EntityManager em, String statement, Parameters parameters) {
        return run(em, statement, parameters, Query::getResultList);
    }

    private static <T> T run(EntityManager em, String statement, Parameters parameters, Function<Query, T> how) {
        EntityManagerFactory factory = em.getEntityManagerFactory();
        Set<String> names = NAMES.computeIfAbsent(factory, f -> ConcurrentHashMap.newKeySet());
        if (names.contains(statement)) {
            return how.apply(parameters.bind(em.createNamedQuery(statement)));
        }
        Query query = parameters.bind(em.createNativeQuery(statement));
        T result = how.apply(query);
        // Not before it has run: only then EclipseLink knows whether it changes rows, and begins anew if it learns so
        // later.
        if (names.size() < MOST_NAMES) {
            factory.addNamedQuery(statement, query);
            names.add(statement);
        }
        return result;
    }
}
