package org.roster.scim.engine.database;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;
import java.util.function.Function;

/**
 * Runs native statements. After the first time the provider knows them by a name, their own text: EclipseLink takes a
 * statement apart each time it meets it without one, and with many parameters that takes longer than all the rest.
 */
public final class NativeQueries {

    private static final QueryNames NAMES = new QueryNames();

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
        return NAMES.run(
                em,
                statement,
                name -> em.createNamedQuery(name),
                () -> em.createNativeQuery(statement),
                query -> how.apply(parameters.bind(query)));
    }
}
