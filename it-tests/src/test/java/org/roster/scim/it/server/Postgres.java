package org.roster.scim.it.server;

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
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL outside the lanes, for the programs that measure: on a directory that is kept, so that it can be stopped or
 * killed and started again. It listens where {@link LaneDatabase} looks, or a few ports further.
 */
public final class Postgres implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private @Nullable EmbeddedPostgres process;
    private final Path directory;
    private final int port;

    private Postgres(@Nullable EmbeddedPostgres process, Path directory, int port) {
        this.process = process;
        this.directory = directory;
        this.port = port;
    }

    /** One that runs already, on this directory, and runs on when this is closed. */
    public static Postgres running(Path directory) {
        return new Postgres(null, directory, LaneDatabase.port());
    }

    /**
     * Starts it, and returns when it answers; after a crash that is when it has recovered.
     *
     * @param directory of its data; made if it is not there
     * @param settings by their names in postgresql.conf; what is not here is as PostgreSQL has it
     * @param log what it says is appended here
     */
    public static Postgres start(Path directory, Map<String, String> settings, Path log) throws IOException {
        return start(directory, 0, settings, log);
    }

    /** The same, so many ports further. */
    public static Postgres start(Path directory, int portOffset, Map<String, String> settings, Path log)
            throws IOException {
        int port = LaneDatabase.port() + portOffset;
        Files.createDirectories(log.toAbsolutePath().getParent());
        Redirect redirect = Redirect.appendTo(log.toFile());
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(directory)
                .setCleanDataDirectory(false)
                .setPGStartupWait(PATIENCE)
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setOutputRedirector(redirect)
                .setErrorRedirector(redirect);
        settings.forEach(builder::setServerConfig);
        return new Postgres(builder.start(), directory, port);
    }

    /** The database of the service, by its superuser. */
    public DataSource dataSource() {
        return LaneDatabase.dataSource("scim", port);
    }

    /** Makes the database of the service. */
    public void create() throws SQLException {
        try (Connection connection = LaneDatabase.dataSource("postgres", port).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database scim");
        }
    }

    /** The process that all others of this database are children of. */
    public long pid() throws SQLException {
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet file = statement.executeQuery("select pg_read_file('postmaster.pid')")) {
            file.next();
            return Long.parseLong(file.getString(1).lines().findFirst().orElseThrow());
        }
    }

    /** Ends all its processes by {@code kill -9}, and returns when they are gone. */
    public void kill() throws IOException, SQLException {
        ProcessHandle postmaster = ProcessHandle.of(pid()).orElseThrow();
        List<ProcessHandle> children = postmaster.descendants().toList();
        postmaster.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (postmaster.isAlive() || children.stream().anyMatch(ProcessHandle::isAlive)) {
            pauseUntil(end);
        }
        if (process != null) {
            // Nothing is left to be stopped, but it holds a lock on the directory.
            process.close();
            process = null;
        }
    }

    /** Returns when it is down; what was written is on the disk then. */
    @Override
    public void close() throws IOException {
        if (process == null) {
            return;
        }
        try (Connection connection = LaneDatabase.dataSource("postgres", port).getConnection();
                Statement statement = connection.createStatement()) {
            // Whoever stops it is patient for seconds only, and the disk may want more.
            statement.execute("checkpoint");
        } catch (SQLException e) {
            throw new IOException("PostgreSQL ended before it was stopped", e);
        } finally {
            process.close();
            process = null;
        }
        awaitEnd();
    }

    private void awaitEnd() throws IOException {
        Path running = directory.resolve("postmaster.pid");
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (Files.exists(running)) {
            pauseUntil(end);
        }
    }

    private void pauseUntil(long end) throws IOException {
        if (System.nanoTime() > end) {
            throw new IOException("PostgreSQL does not stop: " + directory);
        }
        LockSupport.parkNanos(20_000_000);
    }
}
