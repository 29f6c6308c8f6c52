package org.roster.scim.it.conformance;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;

import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collector;
import java.util.stream.Stream;
import org.roster.scim.it.conformance.Requirement.Family;
import org.roster.scim.it.conformance.Requirement.Level;
import org.roster.scim.it.conformance.TestResult.Outcome;
import org.roster.scim.it.conformance.TestResult.Stage;

/** The report as Markdown: totals, what is not proven and why, and every requirement with its tests. */
final class ConformanceReport {
    private static final Set<Stage> ALL = EnumSet.allOf(Stage.class);

    private final Requirements requirements;
    private final List<TestRun> runs;
    private final Evidence evidence;
    private final Set<Stage> columns;

    ConformanceReport(Requirements requirements, List<TestRun> runs) {
        this.requirements = requirements;
        this.runs = runs;
        this.evidence = Evidence.of(runs);
        this.columns = evidence.results().stream()
                .map(TestResult::stage)
                .collect(toCollection(() -> EnumSet.range(Stage.VALUES, Stage.PAYARA)));
    }

    /** The RFCs in one line, for the console. */
    String summary() {
        return Stream.of(Family.S, Family.P, Family.C)
                .map(family -> family.title() + " "
                        + Stream.of(Level.M, Level.N, Level.S)
                                .map(level -> count(family, level, this::isProven) + " of "
                                        + count(family, level, each -> true) + " " + level.words())
                                .collect(joining(", ")))
                .collect(joining("; ", "proven are ", ""));
    }

    String markdown() {
        return String.join(
                        "\n\n",
                        "# Conformance",
                        """
                What the standards ask for, and the tests that prove it. Written by the build from the results of its own tests:
                a requirement is proven when a test that carries its ID passed and none failed; a skipped test proves nothing, and
                a test proves its requirement where it ran and nowhere else.""",
                        table(
                                List.of("run", "began", "tests", "of them green"),
                                runs.stream().map(ConformanceReport::row)),
                        "## Totals",
                        table(
                                List.of(
                                        "",
                                        "",
                                        "requirements",
                                        "proven on WildFly and Payara",
                                        "proven elsewhere only",
                                        "failed",
                                        "not proven"),
                                totals()),
                        "## Not proven",
                        table(List.of("ID", "level", "text", "requirement", "why"), notProven()),
                        Stream.of(Family.values()).map(this::section).collect(joining("\n\n")))
                + "\n";
    }

    private Stream<List<String>> totals() {
        return Stream.of(Family.values())
                .flatMap(family -> Stream.of(Level.values())
                        .filter(level -> count(family, level, each -> true) > 0)
                        .map(level -> List.of(
                                family.title(),
                                level.words(),
                                count(family, level, each -> true),
                                count(family, level, this::isProvenOnBothServers),
                                count(family, level, each -> isProven(each) && !isProvenOnBothServers(each)),
                                count(family, level, each -> verdict(each).equals(Optional.of(Outcome.FAILED))),
                                count(
                                        family,
                                        level,
                                        each -> !isProven(each)
                                                && !verdict(each).equals(Optional.of(Outcome.FAILED)))))
                        .map(row -> row.stream().map(String::valueOf).toList()));
    }

    private Stream<List<String>> notProven() {
        return requirements.all().stream()
                .filter(each -> !isProven(each))
                .map(each -> List.of(each.id(), each.level().name(), each.text(), each.title(), why(each)));
    }

    private String why(Requirement requirement) {
        return verdict(requirement)
                .map(outcome -> outcome == Outcome.FAILED ? "a test failed" : "its tests were skipped")
                .or(() -> requirements.reason(requirement.id()))
                .orElse("no test of this build carries the ID, and no reason is given");
    }

    private String section(Family family) {
        List<String> header = Stream.of(
                        Stream.of("ID", "level", "text", "requirement"),
                        columns.stream().map(Stage::title),
                        Stream.of("tests"))
                .flatMap(part -> part)
                .toList();
        return "## " + family.title() + "\n\n"
                + table(
                        header,
                        requirements.all().stream()
                                .filter(each -> each.family() == family)
                                .map(this::row));
    }

    private List<String> row(Requirement requirement) {
        return Stream.of(
                        Stream.of(
                                requirement.id(), requirement.level().name(), requirement.text(), requirement.title()),
                        columns.stream()
                                .map(stage -> evidence.verdict(requirement, EnumSet.of(stage))
                                        .map(ConformanceReport::word)
                                        .orElse("")),
                        Stream.of(tests(requirement)))
                .flatMap(part -> part)
                .toList();
    }

    /** Each test once, with the runs in which it passed, was skipped or failed. */
    private String tests(Requirement requirement) {
        return evidence.of(requirement).stream()
                .collect(groupingBy(TestResult::test, LinkedHashMap::new, joiningRuns()))
                .entrySet()
                .stream()
                .map(each -> "`" + each.getKey() + "` " + each.getValue())
                .collect(joining("<br>"));
    }

    private static Collector<TestResult, ?, String> joiningRuns() {
        return collectingAndThen(
                groupingBy(TestResult::outcome, TreeMap::new, mapping(TestResult::run, joining(" "))),
                (Map<Outcome, String> byOutcome) -> byOutcome.entrySet().stream()
                        .map(each ->
                                (each.getKey() == Outcome.PASSED ? "" : word(each.getKey()) + ": ") + each.getValue())
                        .collect(joining(", ")));
    }

    private static List<String> row(TestRun run) {
        return List.of(
                run.name(),
                run.started().truncatedTo(ChronoUnit.SECONDS).toString(),
                String.valueOf(run.results().size()),
                String.valueOf(run.results().stream()
                        .filter(result -> result.outcome() == Outcome.PASSED)
                        .count()));
    }

    private Optional<Outcome> verdict(Requirement requirement) {
        return evidence.verdict(requirement, ALL);
    }

    private boolean isProven(Requirement requirement) {
        return verdict(requirement).equals(Optional.of(Outcome.PASSED));
    }

    private boolean isProvenOnBothServers(Requirement requirement) {
        return isProven(requirement)
                && evidence.passed(requirement, Stage.WILDFLY)
                && evidence.passed(requirement, Stage.PAYARA);
    }

    private long count(Family family, Level level, Predicate<Requirement> wanted) {
        return requirements.all().stream()
                .filter(each -> each.family() == family && each.level() == level)
                .filter(wanted)
                .count();
    }

    private static String word(Outcome outcome) {
        return switch (outcome) {
            case PASSED -> "pass";
            case SKIPPED -> "skipped";
            case FAILED -> "**FAIL**";
        };
    }

    private static String table(List<String> header, Stream<List<String>> rows) {
        List<String> rule = header.stream().map(each -> "---").toList();
        return Stream.concat(Stream.of(header, rule), rows)
                .map(row -> row.stream().map(cell -> cell.replace("|", "\\|")).collect(joining(" | ", "| ", " |")))
                .collect(joining("\n"));
    }
}
