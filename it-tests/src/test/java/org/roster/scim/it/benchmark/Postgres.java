package org.roster.scim.it.benchmark;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.roster.scim.it.server.LaneDatabase;

/** The database: started here on a directory that is kept, or one that runs already. */
final class Postgres implements AutoCloseable {

    /** As an operator of such a directory would have it; what is not here is as PostgreSQL has it. */
    static final Map<String, String> MEASURED = Map.of(
            "shared_buffers", "512MB",
            "effective_cache_size", "4GB",
            "max_wal_size", "4GB",
            "checkpoint_timeout", "15min",
            "fsync", "on",
            "synchronous_commit", "on");

    /** Nothing that is loaded is worth saving from a crash: then one loads again. */
    private static final Map<String, String> LOADED = Map.of(
            "shared_buffers", "512MB",
            "max_wal_size", "16GB",
            "checkpoint_timeout", "1h",
            "fsync", "off",
            "full_page_writes", "off",
            "autovacuum", "off",
            "wal_level", "minimal",
            "max_wal_senders", "0");

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final @Nullable EmbeddedPostgres process;
    private final Path directory;

    private Postgres(@Nullable EmbeddedPostgres process, Path directory) {
        this.process = process;
        this.directory = directory;
    }

    /** The one that the properties name. */
    static Postgres running() {
        return new Postgres(null, Settings.database());
    }

    static Postgres toLoad(Path directory) throws IOException {
        return start(directory, LOADED);
    }

    static Postgres toMeasure(Path directory) throws IOException {
        return start(directory, MEASURED);
    }

    private static Postgres start(Path directory, Map<String, String> settings) throws IOException {
        int port = Integer.parseInt(Settings.required("postgresql.port"));
        Files.createDirectories(Settings.output());
        Redirect log =
                Redirect.appendTo(Settings.output().resolve("postgresql.log").toFile());
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(directory)
                .setCleanDataDirectory(false)
                .setPGStartupWait(PATIENCE)
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setOutputRedirector(log)
                .setErrorRedirector(log);
        settings.forEach(builder::setServerConfig);
        return new Postgres(builder.start(), directory);
    }

    /** The database of the service, by its superuser. */
    DataSource dataSource() {
        return LaneDatabase.dataSource("scim");
    }

    /** Makes the database of the service. */
    void create() throws SQLException {
        try (Connection connection = LaneDatabase.connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("create database scim");
        }
    }

    /** The process that all others of this database are children of. */
    long pid() throws SQLException {
        try (Connection connection = LaneDatabase.connect("scim");
                Statement statement = connection.createStatement();
                ResultSet file = statement.executeQuery("select pg_read_file('postmaster.pid')")) {
            file.next();
            return Long.parseLong(file.getString(1).lines().findFirst().orElseThrow());
        }
    }

    /** Returns when it is down; what was loaded is on the disk then. */
    @Override
    public void close() throws IOException {
        if (process == null) {
            return;
        }
        try (Connection connection = LaneDatabase.connect("postgres");
                Statement statement = connection.createStatement()) {
            // Whoever stops it is patient for seconds only, and the disk may want more.
            statement.execute("checkpoint");
        } catch (SQLException e) {
            throw new IOException("PostgreSQL ended before it was stopped", e);
        } finally {
            process.close();
        }
        awaitEnd();
    }

    private void awaitEnd() throws IOException {
        Path running = directory.resolve("postmaster.pid");
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (Files.exists(running)) {
            if (System.nanoTime() > end) {
                throw new IOException("PostgreSQL does not stop: " + directory);
            }
            LockSupport.parkNanos(100_000_000);
        }
    }
}
