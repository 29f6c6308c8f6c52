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

/** The loaded database between two runs: loaded once, and then found. */
final class DirectoryOnDisk {

    private static final Map<String, String> FLOOR = Map.of("floor", "id, key, document");
    private static final String LOADED = "loaded";

    private DirectoryOnDisk() {}

    /** Loads it, unless that has been done. */
    static void prepare() throws IOException, SQLException {
        Path directory = Settings.database();
        Path mark = directory.resolveSibling(directory.getFileName() + "." + LOADED);
        if (Files.exists(mark)) {
            System.out.println("found " + directory + ", loaded before");
            return;
        }
        if (Files.exists(directory)) {
            throw new IllegalStateException(directory + " is there, but not loaded to its end: delete it");
        }
        long start = System.nanoTime();
        String loaded;
        try (Postgres postgres = MeasuredSystem.databaseToLoad(directory)) {
            postgres.create();
            DataSource dataSource = postgres.dataSource();
            try (Connection connection = dataSource.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create table floor (id varchar(36) collate \"C\" primary key, "
                        + "key varchar(200) collate \"C\" not null unique, document text not null)");
            }
            new Loader(dataSource, FLOOR, (id, user, json, sink) -> sink.row("floor", id, user.userName(), json))
                    .load(Settings.users());
            CpuTime cpu = CpuTime.now(ProcessHandle.current().pid(), postgres.pid());
            Duration taken = Duration.ofNanos(System.nanoTime() - start);
            loaded = String.format(
                    Locale.ROOT,
                    "%d users in %d s, of which the loader had a processor for %.0f s and PostgreSQL for %.0f s",
                    Settings.users(),
                    taken.toSeconds(),
                    cpu.server() / 1000,
                    cpu.database() / 1000);
        }
        Files.writeString(mark, loaded + "\n");
        System.out.println("loaded " + loaded);
    }

    /** Makes the tables those of this build, before the server tries and hides why it cannot. */
    static void migrate(Postgres postgres) throws SQLException {
        try {
            StoreRows.migrate(postgres.dataSource());
        } catch (FlywayException e) {
            Path directory = Settings.database();
            throw new IllegalStateException(
                    "a migration has changed since the load: delete " + directory + " and " + directory + "." + LOADED,
                    e);
        }
    }
}
