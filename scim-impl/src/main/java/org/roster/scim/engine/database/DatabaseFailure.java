package org.roster.scim.engine.database;

import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Stream;

/** What a failure of the database says about trying again. */
final class DatabaseFailure {

    /**
     * SQLSTATE classes of statements that fail again however often they are sent: unsupported feature, cardinality, data
     * exception, syntax error or access rule.
     */
    private static final Set<String> LASTING = Set.of("0A", "21", "22", "42");

    private DatabaseFailure() {}

    /**
     * Whether the same work may succeed later: a deadlock, a lost race, a lost connection, or anything that the database
     * did not explain.
     */
    public static boolean mayPass(Throwable failure) {
        return Stream.iterate(failure, e -> e != null, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(e -> ((SQLException) e).getSQLState())
                .noneMatch(state -> state != null && state.length() == 5 && LASTING.contains(state.substring(0, 2)));
    }
}
