package org.roster.scim.it.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.roster.scim.engine.store.jpa.StoreRows;
import org.roster.scim.it.load.Loader;
import org.roster.scim.it.server.Postgres;

/**
 * The loaded database between two runs: loaded once, and then found.
 *
 * @param place where it lies
 */
record DirectoryOnDisk(Place place) {

    private static final Map<String, String> FLOOR = Map.of("floor", "id, key, document");
    private static final String LOADED = "loaded";

    /** Nothing that is loaded is worth saving from a crash: then one loads again. */
    private static final Map<String, String> LOADING = Map.of(
            "shared_buffers", "512MB",
            "max_wal_size", "16GB",
            "checkpoint_timeout", "1h",
            "fsync", "off",
            "full_page_writes", "off",
            "autovacuum", "off",
            "wal_level", "minimal",
            "max_wal_senders", "0");

    /** Loads it, unless that has been done. */
    void prepare() throws IOException, SQLException {
        Path directory = place.database();
        Path mark = mark();
        if (Files.exists(mark)) {
            System.out.println("found " + directory + ", loaded before");
            return;
        }
        if (Files.exists(directory)) {
            throw new IllegalStateException(directory + " is there, but not loaded to its end: delete it");
        }
        long start = System.nanoTime();
        String loaded;
        try (Postgres postgres = open(LOADING)) {
            postgres.create();
            DataSource dataSource = postgres.dataSource();
            try (Connection connection = dataSource.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create table floor (id varchar(36) collate \"C\" primary key, "
                        + "key varchar(200) collate \"C\" not null unique, document text not null)");
            }
            new Loader(dataSource, FLOOR, (id, user, json, sink) -> sink.row("floor", id, user.userName(), json))
                    .load(place.users());
            CpuTime cpu = CpuTime.now(ProcessHandle.current().pid(), postgres.pid());
            Duration taken = Duration.ofNanos(System.nanoTime() - start);
            loaded = String.format(
                    Locale.ROOT,
                    "%d users in %d s, of which the loader had a processor for %.0f s and PostgreSQL for %.0f s",
                    place.users(),
                    taken.toSeconds(),
                    cpu.server() / 1000,
                    cpu.database() / 1000);
        }
        Files.writeString(mark, loaded + "\n");
        System.out.println("loaded " + loaded);
    }

    private Path mark() {
        Path directory = place.database();
        return directory.resolveSibling(directory.getFileName() + "." + LOADED);
    }

    /** Starts PostgreSQL with these settings. */
    Postgres open(Map<String, String> settings) throws IOException {
        Path log = Settings.output().resolve(place.name() + "-postgresql.log");
        return Postgres.start(place.database(), place.portOffset(), settings, log);
    }

    /** Makes the tables those of this build, before the server tries and hides why it cannot. */
    void migrate(Postgres postgres) throws SQLException {
        try {
            StoreRows.migrate(postgres.dataSource());
        } catch (FlywayException e) {
            throw new IllegalStateException(
                    "a migration has changed since the load: delete " + place.database() + " and " + mark(), e);
        }
    }
}
