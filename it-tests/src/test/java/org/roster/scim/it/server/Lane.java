package org.roster.scim.it.server;

import java.nio.file.Path;
import java.util.Locale;

/**
 * One server with one database and one JPA provider; the build runs all tests once per lane.
 *
 * @param name as in {@code -Dlane=}, such as {@code wildfly-postgresql}
 * @param directory of the server's own files of this lane: configuration, data, logs
 */
public record Lane(String name, Server server, Database database, Provider provider, Path directory) {

    /** Whose adapter and whose log. */
    public enum Server {
        WILDFLY,
        PAYARA,
        GLASSFISH,
        LIBERTY
    }

    /** What the server's default data source leads to. */
    public enum Database {
        H2,
        POSTGRESQL,
        MARIADB
    }

    /** Who implements Jakarta Persistence in the lane. */
    public enum Provider {
        ECLIPSELINK,
        HIBERNATE
    }

    /**
     * The lane of this JVM, read from the system properties that the build sets.
     *
     * @throws IllegalStateException outside a lane, such as in an IDE without these properties
     */
    public static Lane current() {
        return new Lane(
                TestProperty.required("lane.name"),
                Server.valueOf(constant("arquillian.launch")),
                Database.valueOf(constant("lane.database")),
                Provider.valueOf(constant("lane.provider")),
                Path.of(TestProperty.required("lane.directory")));
    }

    /** Whether what was written is still there after a restart; WildFly's own H2 keeps its data in memory. */
    public boolean keepsDataOverRestart() {
        return database != Database.H2 || server != Server.WILDFLY;
    }

    private static String constant(String property) {
        return TestProperty.required(property).toUpperCase(Locale.ROOT);
    }
}
