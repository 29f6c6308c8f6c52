package org.roster.scim.it.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.roster.scim.it.benchmark.Comparison.Outcome;
import org.roster.scim.it.benchmark.Comparison.Result;

/** The page for people: one table of operations, and one for each walk. */
final class ResultsPage {

    private final List<String> lines = new ArrayList<>();
    private final List<String> profiles = new ArrayList<>();

    ResultsPage(String title, List<String> about) {
        lines.add("# Benchmark: " + title);
        lines.add("");
        about.forEach(line -> lines.add("- " + line));
        lines.add("");
        lines.add(
                "CPU milliseconds of one request; in brackets the least and the greatest of the rounds. p50, p95 and p99 "
                        + "are milliseconds that the client waited.");
        lines.add("");
        lines.add(
                "| operation | req/s | p50 | p95 | p99 | CPU server | CPU database | CPU | multiple | goal | errors |");
        lines.add("|---|--:|--:|--:|--:|--:|--:|--:|--:|---|--:|");
    }

    /** Adds an operation and what it is held beside, and returns what was added. */
    List<String> add(Result result) {
        List<String> added = new ArrayList<>();
        Outcome measured = result.measured();
        added.add(row(
                measured.name(),
                measured.series(),
                multiple(result),
                result.goal().text()));
        result.beside().ifPresent(other -> added.add(row("&nbsp; " + other.name(), other.series(), "", "")));
        lines.addAll(added);
        if (Settings.profile()) {
            List<String> told = Stream.concat(Stream.of(measured), result.beside().stream())
                    .map(outcome -> "Profile of `" + measured.name() + "`, " + outcome.name() + ": "
                            + outcome.profile().text())
                    .toList();
            profiles.addAll(told);
            added.addAll(told);
        }
        return added;
    }

    private static String row(String name, Series series, String multiple, String goal) {
        return String.format(
                Locale.ROOT,
                "| %s | %.0f | %.2f | %.2f | %.2f | %.3f | %.3f | %.3f (%.3f-%.3f) | %s | %s | %s |",
                name,
                series.median(Sample::perSecond),
                series.median(Sample::p50),
                series.median(Sample::p95),
                series.median(Sample::p99),
                series.median(Sample::server),
                series.median(Sample::database),
                series.median(Sample::cpu),
                series.least(Sample::cpu),
                series.greatest(Sample::cpu),
                multiple,
                goal,
                errors(series));
    }

    private static String errors(Series series) {
        return series.errors() == 0
                ? ""
                : series.errors() + ": `" + series.firstError().replace("|", "\\|") + "`";
    }

    private static String multiple(Result result) {
        Optional<Outcome> beside = result.beside();
        if (beside.isEmpty()) {
            return "";
        }
        Series own = result.measured().series();
        Series other = beside.get().series();
        double cpu = own.median(Sample::cpu) / other.median(Sample::cpu);
        double rate = own.median(Sample::perSecond) / other.median(Sample::perSecond);
        return String.format(Locale.ROOT, "%.2f x (%.0f %% req/s)", cpu, rate * 100);
    }

    /** Adds a walk, and returns what was added. */
    List<String> add(Walk.Result walk) {
        List<String> added = new ArrayList<>();
        added.add("");
        added.add(String.format(
                Locale.ROOT,
                "Walk by %s: %d pages of 100%s, CPU %.2f ms a page; heap at most %.0f MB in use, %.0f MB live afterwards.",
                walk.way(),
                walk.pages(),
                walk.whole() ? "" : " (time was up before the end)",
                walk.cpu(),
                walk.heap(),
                walk.live()));
        added.add("");
        added.add("| tenth | pages | CPU server | CPU database | CPU | heap in use, MB |");
        added.add("|--:|--:|--:|--:|--:|--:|");
        int tenth = 1;
        for (Walk.Result.Tenth part : walk.tenths()) {
            added.add(String.format(
                    Locale.ROOT,
                    "| %d | %d | %.2f | %.2f | %.2f | %.0f |",
                    tenth++,
                    part.pages(),
                    part.server(),
                    part.database(),
                    part.cpu(),
                    part.heap()));
        }
        lines.addAll(added);
        return added;
    }

    String markdown() {
        List<String> all = new ArrayList<>(lines);
        profiles.forEach(profile -> all.addAll(List.of("", profile)));
        return String.join("\n", all) + "\n";
    }
}
