package org.roster.scim.it.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.roster.scim.it.benchmark.floor.FloorApplication;
import org.roster.scim.it.server.Postgres;
import org.roster.scim.it.server.WildFly;

/**
 * Database and server, set up to be measured, with what they can be asked.
 *
 * @param postgres the database
 * @param server unless it ran already, and runs on when this is closed
 * @param people who is in the directory
 * @param round asks the server
 * @param service Roster
 * @param catalogue what it is asked
 */
record MeasuredSystem(
        Postgres postgres,
        Optional<WildFly> server,
        Population people,
        Round round,
        Service service,
        Catalogue catalogue)
        implements AutoCloseable {

    /** As an operator of such a directory would have it; what is not here is as PostgreSQL has it. */
    static final Map<String, String> SETTINGS = Map.of(
            "shared_buffers", "512MB",
            "effective_cache_size", "4GB",
            "random_page_cost", "1.1",
            "max_wal_size", "4GB",
            "checkpoint_timeout", "15min",
            "fsync", "on",
            "synchronous_commit", "on");

    /** Loads the directory, unless that has been done, and starts everything. */
    static MeasuredSystem start(Place place) throws IOException, SQLException {
        DirectoryOnDisk directory = new DirectoryOnDisk(place);
        directory.prepare();
        Postgres postgres = directory.open(SETTINGS);
        try {
            directory.migrate(postgres);
            WildFly server = server(place);
            try {
                return of(place, postgres, Optional.of(server), server.pid());
            } catch (SQLException | RuntimeException e) {
                server.close();
                throw e;
            }
        } catch (IOException | SQLException | RuntimeException e) {
            postgres.close();
            throw e;
        }
    }

    /** A server that runs already. */
    static MeasuredSystem running(Place place, long serverPid) throws SQLException {
        return of(place, Postgres.running(place.database()), Optional.empty(), serverPid);
    }

    private static MeasuredSystem of(Place place, Postgres postgres, Optional<WildFly> server, long serverPid)
            throws SQLException {
        Population people = new Population(postgres.dataSource());
        people.restore();
        Service service = Service.roster(place.portOffset());
        Round round = new Round(service.port(), serverPid, postgres.pid());
        Catalogue catalogue = new Catalogue(people, round, place.portOffset());
        return new MeasuredSystem(postgres, server, people, round, service, catalogue);
    }

    /** The server with both WARs. */
    private static WildFly server(Place place) throws IOException {
        Path deployments = Files.createDirectories(place.lane().resolve("deployments"));
        ShrinkWrap.create(WebArchive.class, "floor.war")
                .addPackage(FloorApplication.class.getPackage())
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
                .as(ZipExporter.class)
                .exportTo(deployments.resolve("floor.war").toFile(), true);
        return WildFly.start(new WildFly.Node(
                place.lane(),
                place.portOffset(),
                options(place),
                Settings.output().resolve(place.name() + "-console.log")));
    }

    private static List<String> options(Place place) {
        List<String> options = new ArrayList<>(List.of(Settings.jvm().strip().split("\\s+")));
        options.add(
                "-Dpostgresql.port=" + (Integer.parseInt(Settings.required("postgresql.port")) + place.portOffset()));
        if (Settings.profile()) {
            // Between the socket and a statement are more calls than the 64 that JFR keeps otherwise.
            options.add("-XX:FlightRecorderOptions=stackdepth=256");
        }
        return options;
    }

    @Override
    public void close() throws IOException {
        server.ifPresent(WildFly::close);
        postgres.close();
    }
}
