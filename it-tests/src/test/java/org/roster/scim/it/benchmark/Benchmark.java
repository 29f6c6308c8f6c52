package org.roster.scim.it.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.roster.scim.it.server.Postgres;
import org.roster.scim.it.server.WildFly;

/** Starts everything, loads, measures, and writes {@code target/benchmark/USERS-users.md}. The profile calls it. */
public final class Benchmark {

    private static final List<String> WALKS = List.of("walk-cursor", "walk-index");
    private static final Set<String> WRITING =
            Set.of("post", "bulk-100", "mix", "patch", "post-rows", "bulk-rows", "patch-rows");

    private final Population people;
    private final Round round;
    private final Catalogue catalogue;
    private final ResultsPage page;
    private final Growth growth;

    private Benchmark(Population people, Round round) throws IOException {
        this.people = people;
        this.round = round;
        this.catalogue = new Catalogue(people);
        this.page = new ResultsPage(title(), about());
        this.growth = Growth.read(Settings.output().resolve("growth.csv"));
    }

    /** Takes its settings from system properties. */
    public static void main(String[] args) throws IOException, SQLException {
        Files.createDirectories(Settings.output());
        if (Settings.serverPid() > 0) {
            try (Postgres postgres = Postgres.running(Settings.database())) {
                measure(postgres, Settings.serverPid());
            }
            return;
        }
        DirectoryOnDisk.prepare();
        try (Postgres postgres = MeasuredSystem.database()) {
            DirectoryOnDisk.migrate(postgres);
            try (WildFly server = MeasuredSystem.server()) {
                measure(postgres, server.pid());
            }
        }
    }

    private static void measure(Postgres postgres, long serverPid) throws IOException, SQLException {
        Population people = new Population();
        people.restore();
        Round round = new Round(Service.roster().port(), serverPid, postgres.pid());
        new Benchmark(people, round).run();
    }

    private void run() throws IOException, SQLException {
        round.warmUp(catalogue.warmUp(), Settings.workers());
        people.restore();
        for (String name : selected(catalogue.names())) {
            compare(name);
        }
        List<String> walks = selected(WALKS);
        if (walks.contains("walk-cursor")) {
            round.warmUp(catalogue.pageBy("cursor="), 1);
            Walk.Result walk = new Walk(Service.roster(), round).byCursor(people.size());
            comparePages(walk);
            tell(page.add(walk));
        }
        if (walks.contains("walk-index")) {
            round.warmUp(catalogue.pageBy("startIndex=1"), 1);
            tell(page.add(new Walk(Service.roster(), round).byIndex(people.size())));
        }
        List<String> table = growth.table();
        page.note(table);
        tell(table);
        tell(List.of("", "written to " + write()));
    }

    private Path write() throws IOException {
        growth.write();
        Path file = Settings.output().resolve(people.size() + "-users.md");
        Files.writeString(file, page.markdown());
        return file;
    }

    private void compare(String name) throws IOException, SQLException {
        // Two who change one group wait for each other, and an identity provider changes it from one place.
        int workers = name.startsWith("member-") ? 1 : Settings.workers();
        Comparison.Result result = catalogue.comparison(name).run(round, workers);
        growth.add(result, people.size());
        tell(page.add(result));
        write();
        if (WRITING.contains(name) || name.startsWith("member-")) {
            people.restore();
        }
    }

    /** Pages at some places of the walk, each beside an early one whose users are in as many groups. */
    private void comparePages(Walk.Result walk) throws IOException, SQLException {
        List<String> cursors = walk.cursors();
        int ordinary = people.largestGroup() / Walk.PAGE;
        comparePages("cursor-page-2", cursors.get(1), cursors.get(0));
        if (ordinary < walk.pages() / 2) {
            comparePages("cursor-page-middle", cursors.get(walk.pages() / 2), cursors.get(ordinary));
            comparePages("cursor-page-last", cursors.get(walk.pages() - 1), cursors.get(ordinary));
        }
    }

    private void comparePages(String name, String cursor, String early) throws IOException, SQLException {
        catalogue.addPage(name, cursor, early);
        compare(name);
    }

    private static List<String> selected(List<String> names) {
        Set<String> only = Settings.only();
        return only.isEmpty() ? names : names.stream().filter(only::contains).toList();
    }

    private static void tell(List<String> lines) {
        lines.forEach(System.out::println);
    }

    private String title() {
        return String.format(Locale.ROOT, "Benchmark: %,d users", people.size());
    }

    private static List<String> about() {
        List<String> about = new ArrayList<>();
        about.add(LocalDate.now(ZoneOffset.UTC) + ", " + Runtime.getRuntime().availableProcessors()
                + " processors, Java " + System.getProperty("java.version"));
        about.add("server: WildFly " + Settings.jvm());
        about.add("PostgreSQL: " + MeasuredSystem.MEASURED);
        about.add(Settings.workers() + " workers, " + Settings.pauseMicros() + " µs between requests, "
                + Settings.rounds() + " rounds of " + Settings.seconds()
                + " s on each side in turn, after " + Settings.warmupRequests() + " requests or "
                + Settings.warmupSeconds()
                + " s to warm up; medians");
        return about;
    }
}
