package org.roster.scim.it.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * PostgreSQL for the lanes that need it: up before Arquillian starts the server, down after Arquillian stopped it, with
 * an empty database {@code scim} for the superuser {@code postgres}. JUnit finds this class by
 * {@code META-INF/services}.
 */
public final class PostgresSession implements LauncherSessionListener {

    private @Nullable EmbeddedPostgres postgres;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (postgres == null && "postgresql".equals(System.getProperty("lane.database"))) {
            postgres = start(Lane.current().directory());
        }
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (postgres == null) {
            return;
        }
        try {
            postgres.close();
            postgres = null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EmbeddedPostgres start(Path laneDirectory) {
        try {
            File log = StatementLog.file(laneDirectory).toFile();
            Files.createDirectories(log.toPath().getParent());
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setPort(Integer.parseInt(TestProperty.required("postgresql.port")))
                    .setDataDirectory(laneDirectory.resolve("postgresql"))
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("log_line_prefix", "%m[%p]:")
                    .setOutputRedirector(Redirect.appendTo(log))
                    .setErrorRedirector(Redirect.appendTo(log))
                    .start();
            try (Connection connection = postgres.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create database scim");
            }
            // Not as a server configuration above: that goes on the command line, which nothing can change later.
            StatementLog.switchTo(TestProperty.required("postgresql.log"));
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start, see " + laneDirectory, e);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL started, but has no database scim", e);
        }
    }
}
