package org.roster.scim.engine.database;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/** Which database is behind JPA, where one can do what the others cannot. */
public final class DatabaseKind {

    /** A table that only PostgreSQL has, whatever H2 pretends to be. */
    private static final String POSTGRESQL_TABLES = "select count(*) from information_schema.tables "
            + "where table_schema = 'pg_catalog' and table_name = 'pg_statistic_ext'";

    private static final Map<EntityManagerFactory, Boolean> POSTGRESQL =
            Collections.synchronizedMap(new WeakHashMap<>());

    private DatabaseKind() {}

    /** Whether it is PostgreSQL; asks once. */
    public static boolean isPostgresql(EntityManager em) {
        EntityManagerFactory factory = em.getEntityManagerFactory();
        @Nullable Boolean known = POSTGRESQL.get(factory);
        if (known == null) {
            Object tables =
                    NativeQueries.list(em, POSTGRESQL_TABLES, new Parameters()).get(0);
            known = ((Number) tables).longValue() > 0;
            POSTGRESQL.put(factory, known);
        }
        return known;
    }

    /**
     * Hides a parameter from PostgreSQL's planner, which otherwise thinks that it is worth the while to make a plan for each of
     * its values; that can take five times as long as to find a resource.
     *
     * @param em says which database it is
     * @param parameter as it stands in a statement
     * @return what stands in its place
     */
    public static String plannedOnce(EntityManager em, String parameter) {
        return isPostgresql(em) ? "(select " + parameter + ")" : parameter;
    }
}
