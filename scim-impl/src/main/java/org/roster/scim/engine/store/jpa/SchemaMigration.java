package org.roster.scim.engine.store.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.roster.scim.spi.ServiceStarting;

/** Brings the tables to the version that this code needs, once at start and before the first request. */
@ApplicationScoped
public class SchemaMigration {

    private static final System.Logger LOG = System.getLogger(SchemaMigration.class.getName());
    private static final String HISTORY = "scim_schema_history";

    // The name comes from our own deployment, never from a request.
    @SuppressWarnings("BanJNDI")
    void migrate(@Observes ServiceStarting start) {
        String name = PersistenceUnit.dataSourceName();
        try {
            migrate((DataSource) new InitialContext().lookup(name));
        } catch (NamingException e) {
            throw new IllegalStateException("SCIM05002 there is no data source " + name, e);
        } catch (SQLException e) {
            throw new IllegalStateException("SCIM05003 the data source " + name + " gives no connection", e);
        }
    }

    /**
     * Migrates a database.
     *
     * @param dataSource where the tables are
     * @throws SQLException if it gives no connection
     */
    static void migrate(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            String product = connection.getMetaData().getDatabaseProductName();
            warnIfForgetful(connection.getMetaData().getURL());
            warnIfLocking(product, connection.getTransactionIsolation());
            migrate(dataSource, product);
        }
    }

    static void migrate(DataSource dataSource, String product) {
        requireLibrary(product);
        String location = "org/roster/scim/engine/store/jpa/migration/" + product.toLowerCase(Locale.ROOT);
        Flyway flyway = Flyway.configure(SchemaMigration.class.getClassLoader())
                .dataSource(dataSource)
                .locations("classpath:" + location)
                .table(HISTORY)
                // The service may share its database with a product: tables of others are none of our business.
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load();
        if (flyway.info().all().length == 0) {
            throw new IllegalStateException("SCIM05010 Roster has no tables for the database " + product
                    + " (nothing in " + location + "); use PostgreSQL, MariaDB or H2");
        }
        flyway.migrate();
    }

    private static void requireLibrary(String product) {
        try {
            Class.forName("org.flywaydb.core.Flyway", false, SchemaMigration.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(
                    "SCIM05021 This deployment has the directory, but no library that makes its tables; add "
                            + "org.flywaydb:flyway-core to it, and the part of Flyway for " + product
                            + " if there is one",
                    e);
        }
    }

    private static void warnIfForgetful(String url) {
        if (url.startsWith("jdbc:h2:mem:")) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "SCIM05004 The data source is an H2 database in memory, as servers bring it for demonstrations: "
                            + "everything is lost when the server stops. Bind the server's default data source to a "
                            + "real database, or name another one in META-INF/persistence.xml.");
        } else if (url.startsWith("jdbc:h2:")) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "SCIM05005 The data source is an embedded H2 database; use PostgreSQL in production.");
        }
    }

    /** Above READ COMMITTED MariaDB locks the gaps between rows, and writers of different resources get in each other's way. */
    private static void warnIfLocking(String product, int isolation) {
        if (product.equals("MariaDB") && isolation > Connection.TRANSACTION_READ_COMMITTED) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "SCIM05020 The transactions of the data source are above READ COMMITTED, as MariaDB has them unless "
                            + "told otherwise: writers will wait for each other, and repeat much of their work. Add "
                            + "transactionIsolation=READ_COMMITTED to its URL.");
        }
    }
}
