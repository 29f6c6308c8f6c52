package org.roster.scim.it.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.roster.scim.it.benchmark.Comparison.Result;

/** The page for people: one table of operations, and one for each walk. */
final class ResultsPage {

    private final List<String> lines = new ArrayList<>();

    ResultsPage(String title, List<String> about) {
        lines.add("# " + title);
        lines.add("");
        about.forEach(line -> lines.add("- " + line));
        lines.add("");
        lines.add(
                "CPU milliseconds of one request; in brackets the least and the greatest of the rounds. p50, p95 and p99 "
                        + "are milliseconds that the client waited.");
        lines.add("");
        lines.add(
                "| operation | req/s | p50 | p95 | p99 | CPU server | CPU database | CPU | x floor | goal | errors |");
        lines.add("|---|--:|--:|--:|--:|--:|--:|--:|--:|---|--:|");
    }

    /** Adds an operation and its floor, and returns what was added. */
    List<String> add(Result result) {
        List<String> added = new ArrayList<>();
        added.add(row(
                result.name(), result.roster(), multiple(result), result.goal().text()));
        result.floor().ifPresent(floor -> added.add(row("&nbsp; floor", floor, "", "")));
        lines.addAll(added);
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
        Optional<Series> floor = result.floor();
        if (floor.isEmpty()) {
            return "";
        }
        double cpu = result.roster().median(Sample::cpu) / floor.get().median(Sample::cpu);
        double rate = result.roster().median(Sample::perSecond) / floor.get().median(Sample::perSecond);
        return String.format(Locale.ROOT, "%.2f (%.0f %% req/s)", cpu, rate * 100);
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

    void note(List<String> more) {
        lines.addAll(more);
    }

    String markdown() {
        return String.join("\n", lines) + "\n";
    }
}
