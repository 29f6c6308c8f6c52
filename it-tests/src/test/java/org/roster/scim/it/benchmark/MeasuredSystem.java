package org.roster.scim.it.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.roster.scim.it.benchmark.floor.FloorApplication;
import org.roster.scim.it.server.Postgres;
import org.roster.scim.it.server.WildFly;

/** Database and server, set up to be measured. */
final class MeasuredSystem {

    /** As an operator of such a directory would have it; what is not here is as PostgreSQL has it. */
    static final Map<String, String> MEASURED = Map.of(
            "shared_buffers", "512MB",
            "effective_cache_size", "4GB",
            "random_page_cost", "1.1",
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

    private MeasuredSystem() {}

    static Postgres databaseToLoad(Path directory) throws IOException {
        return Postgres.start(directory, LOADED, databaseLog());
    }

    static Postgres database() throws IOException {
        return Postgres.start(Settings.database(), MEASURED, databaseLog());
    }

    private static Path databaseLog() {
        return Settings.output().resolve("postgresql.log");
    }

    /** The server with both WARs. */
    static WildFly server() throws IOException {
        Path lane = Path.of(Settings.required("lane.directory"));
        Path deployments = Files.createDirectories(lane.resolve("deployments"));
        ShrinkWrap.create(WebArchive.class, "floor.war")
                .addPackage(FloorApplication.class.getPackage())
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
                .as(ZipExporter.class)
                .exportTo(deployments.resolve("floor.war").toFile(), true);
        return WildFly.start(
                new WildFly.Node(lane, 0, options(), Settings.output().resolve("server-console.log")));
    }

    private static List<String> options() {
        List<String> options = new ArrayList<>(List.of(Settings.jvm().strip().split("\\s+")));
        if (Settings.jfr()) {
            Path recording = Settings.output().resolve("server.jfr").toAbsolutePath();
            options.add("-XX:StartFlightRecording=filename=" + recording + ",settings=profile,dumponexit=true");
            // Between the socket and a statement are more calls than the 64 that JFR keeps otherwise.
            options.add("-XX:FlightRecorderOptions=stackdepth=256");
        }
        return options;
    }
}
