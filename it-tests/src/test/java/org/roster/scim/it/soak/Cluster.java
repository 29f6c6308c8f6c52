package org.roster.scim.it.soak;

import static org.roster.scim.it.http.ScimHttp.target;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.roster.scim.it.http.ScimHttp;
import org.roster.scim.it.load.Loader;
import org.roster.scim.it.server.LaneDatabase;
import org.roster.scim.it.server.Postgres;
import org.roster.scim.it.server.WildFly;

/** Two servers on one database, new for each story. */
final class Cluster implements AutoCloseable {

    static final int NODES = 2;

    private static final int PORT_OFFSET = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    /** What is acknowledged shall be on the disk. */
    private static final Map<String, String> SETTINGS =
            Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on", "shared_buffers", "256MB");

    private final Path directory;
    private final List<WildFly> servers = new ArrayList<>();
    private Postgres postgres;

    private Cluster(Path directory, Postgres postgres) {
        this.directory = directory;
        this.postgres = postgres;
    }

    /**
     * Starts the database and then both servers at the same moment; whichever is first makes the tables.
     *
     * @param users whom the loader puts there before; 0 for an empty database
     */
    static Cluster start(String story, int users) throws IOException, SQLException {
        Path directory = Files.createDirectories(Settings.output()).resolve("postgresql-" + story);
        delete(directory);
        Cluster cluster = new Cluster(directory, Postgres.start(directory, SETTINGS, log(directory)));
        try {
            cluster.postgres.create();
            if (users > 0) {
                new Loader(cluster.postgres.dataSource()).load(users);
            }
            cluster.startServers();
            return cluster;
        } catch (IOException | SQLException | RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    private void startServers() throws IOException {
        for (int n = 0; n < NODES; n++) {
            servers.add(WildFly.launch(node(n)));
        }
        servers.forEach(server -> server.service().awaitAnswer());
    }

    private static WildFly.Node node(int n) {
        Path base = Path.of(Settings.required("lane.directory") + "-" + n);
        List<String> options = List.of("-Xms256m", "-Xmx640m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
        return new WildFly.Node(
                base, n * PORT_OFFSET, options, Settings.output().resolve("server-" + n + ".log"));
    }

    private static Path log(Path directory) {
        return directory.resolveSibling(directory.getFileName() + ".log");
    }

    /** A client of one of the servers; any number names one of them. */
    ScimHttp client(int n) {
        var service = node(Math.floorMod(n, NODES)).service();
        return ScimHttp.of(service).with("Authorization", service.bearer());
    }

    void killServer(int n) {
        servers.get(n).kill();
    }

    void startServer(int n) throws IOException {
        servers.set(n, WildFly.start(node(n)));
    }

    void killDatabase() throws IOException, SQLException {
        postgres.kill();
    }

    void stopDatabase() throws IOException {
        postgres.close();
    }

    void startDatabase() throws IOException {
        postgres = Postgres.start(directory, SETTINGS, log(directory));
    }

    /** Waits until each server reads from the database, and returns how many milliseconds that took. */
    long awaitRecovery() {
        long start = System.nanoTime();
        for (int n = 0; n < NODES; n++) {
            while (!reads(client(n))) {
                if (System.nanoTime() - start > PATIENCE.toNanos()) {
                    throw new IllegalStateException("node " + n + " does not recover within " + PATIENCE);
                }
                Crowd.pause(50);
            }
        }
        return (System.nanoTime() - start) / 1_000_000;
    }

    private static boolean reads(ScimHttp client) {
        try {
            return client.get(target("/Users", "count", "1")).status() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    List<String> texts(String sql) throws SQLException {
        return LaneDatabase.texts(sql);
    }

    long number(String sql) throws SQLException {
        return Long.parseLong(texts(sql).get(0));
    }

    @Override
    public void close() throws IOException {
        servers.forEach(WildFly::close);
        postgres.close();
        delete(directory);
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
