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
import java.util.Optional;
import java.util.Set;

/** Starts everything, loads, measures, and writes {@code target/benchmark/USERS-users.md}. The profile calls it. */
public final class Benchmark {

    private static final List<String> WALKS = List.of("walk-cursor", "walk-index");
    private static final Set<String> WRITING =
            Set.of("post", "bulk-100", "mix", "patch", "post-rows", "bulk-rows", "patch-rows", "floor-post");

    private final MeasuredSystem system;
    private final ResultsPage page;

    private Benchmark(MeasuredSystem system) {
        this.system = system;
        this.page = new ResultsPage(title(system.people().size()), about());
    }

    /** Takes its settings from system properties. */
    public static void main(String[] args) throws IOException, SQLException {
        Files.createDirectories(Settings.output());
        Place place = Place.measured();
        try (MeasuredSystem system = Settings.serverPid() > 0
                ? MeasuredSystem.running(place, Settings.serverPid())
                : MeasuredSystem.start(place)) {
            Benchmark benchmark = new Benchmark(system);
            Optional<Place> beside = Place.beside();
            if (beside.isEmpty()) {
                benchmark.run();
                return;
            }
            try (MeasuredSystem other = MeasuredSystem.start(beside.get())) {
                benchmark.runBeside(other);
            }
        }
    }

    private void run() throws IOException, SQLException {
        warmUp(system);
        for (String name : selected(system.catalogue().names())) {
            compare(name);
        }
        List<String> walks = selected(WALKS);
        if (walks.contains("walk-cursor")) {
            Walk.Result walk = walk("cursor=").byCursor(system.people().size());
            comparePages(walk);
            tell(page.add(walk));
        }
        if (walks.contains("walk-index")) {
            tell(page.add(walk("startIndex=1").byIndex(system.people().size())));
        }
        tell(List.of("", "written to " + write()));
    }

    /** What may not grow with the directory, by turns with a directory of another size. */
    private void runBeside(MeasuredSystem other) throws IOException, SQLException {
        warmUp(other);
        warmUp(system);
        for (String name : selected(List.copyOf(system.catalogue().growing()))) {
            Comparison comparison = new Comparison(
                    system.catalogue().growing(name, name),
                    Optional.of(
                            other.catalogue().growing(name, title(other.people().size()))),
                    name.startsWith("floor-") ? Goal.none() : Goal.multiple(1.5));
            tell(page.add(comparison.run(Settings.workers())));
            write();
            restore(other, name);
            restore(system, name);
        }
        tell(List.of("", "written to " + write()));
    }

    private static void warmUp(MeasuredSystem system) throws SQLException {
        system.round().warmUp(system.catalogue().warmUp(), Settings.workers());
        system.people().restore();
    }

    private Walk walk(String parameter) {
        system.round().warmUp(system.catalogue().pageBy(parameter), 1);
        return new Walk(system.service(), system.round());
    }

    private Path write() throws IOException {
        Path file = Settings.output().resolve(system.people().size() + "-users.md");
        Files.writeString(file, page.markdown());
        return file;
    }

    private void compare(String name) throws IOException, SQLException {
        // Two who change one group wait for each other, and an identity provider changes it from one place.
        int workers = name.startsWith("member-") ? 1 : Settings.workers();
        tell(page.add(system.catalogue().comparison(name).run(workers)));
        write();
        restore(system, name);
    }

    private static void restore(MeasuredSystem system, String name) throws SQLException {
        if (WRITING.contains(name) || name.startsWith("member-")) {
            system.people().restore();
        }
    }

    /** Pages at some places of the walk, each beside an early one whose users are in as many groups. */
    private void comparePages(Walk.Result walk) throws IOException, SQLException {
        List<String> cursors = walk.cursors();
        int ordinary = system.people().largestGroup() / Walk.PAGE;
        comparePages("cursor-page-2", cursors.get(1), cursors.get(0));
        if (ordinary < walk.pages() / 2) {
            comparePages("cursor-page-middle", cursors.get(walk.pages() / 2), cursors.get(ordinary));
            comparePages("cursor-page-last", cursors.get(walk.pages() - 1), cursors.get(ordinary));
        }
    }

    private void comparePages(String name, String cursor, String early) throws IOException, SQLException {
        system.catalogue().addPage(name, cursor, early);
        compare(name);
    }

    private static List<String> selected(List<String> names) {
        Set<String> only = Settings.only();
        return only.isEmpty() ? names : names.stream().filter(only::contains).toList();
    }

    private static void tell(List<String> lines) {
        lines.forEach(System.out::println);
    }

    private static String title(int users) {
        return String.format(Locale.ROOT, "%,d users", users);
    }

    private static List<String> about() {
        List<String> about = new ArrayList<>();
        about.add(LocalDate.now(ZoneOffset.UTC) + ", " + Runtime.getRuntime().availableProcessors()
                + " processors, Java " + System.getProperty("java.version"));
        about.add("server: WildFly " + Settings.jvm());
        about.add("PostgreSQL: " + MeasuredSystem.SETTINGS);
        about.add(Settings.workers() + " workers, " + Settings.pauseMicros() + " µs between requests, "
                + Settings.rounds() + " rounds of " + Settings.seconds()
                + " s on each side in turn, when its compilers are quiet or after " + Settings.warmupSeconds()
                + " s to warm up; medians");
        return about;
    }
}
