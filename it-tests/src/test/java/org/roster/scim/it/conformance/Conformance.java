package org.roster.scim.it.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The last step of the build but the verdict: collects what JUnit reported of each module and each lane, and writes the
 * conformance report. Called with the folder of this module and the moment when the build began; what is older was
 * reported by another build and proves nothing.
 */
final class Conformance {
    private static final String REPORT = "open-test-report.xml";

    private Conformance() {}

    public static void main(String[] args) throws IOException {
        Path module = Path.of(args[0]);
        Instant since = Instant.parse(args[1]);
        Requirements requirements = Requirements.read(module.resolve("src/test/conformance"));
        List<TestRun> runs = runs(module).stream()
                .filter(run -> !run.started().isBefore(since))
                .toList();
        ConformanceReport report = new ConformanceReport(requirements, runs);
        Path file = module.resolve("target/conformance.md");
        Files.writeString(file, report.markdown());
        System.out.println(report.summary() + ": " + file);
        List<String> unknown = requirements.unknown(Evidence.of(runs).tags());
        if (!unknown.isEmpty()) {
            throw new IllegalStateException("tests carry tags that are no requirements: " + unknown);
        }
    }

    private static List<TestRun> runs(Path module) throws IOException {
        List<TestRun> runs = new ArrayList<>();
        for (String name : List.of("scim-api", "scim-impl", "it-tests")) {
            Path file = module.resolveSibling(name)
                    .resolve("target/surefire-reports")
                    .resolve(REPORT);
            if (Files.exists(file)) {
                runs.add(TestRun.read(name, file));
            }
        }
        Path lanes = module.resolve("target/failsafe-reports");
        if (Files.isDirectory(lanes)) {
            try (Stream<Path> directories = Files.list(lanes)) {
                for (Path lane : directories.sorted().toList()) {
                    if (Files.exists(lane.resolve(REPORT))) {
                        runs.add(TestRun.read(lane.getFileName().toString(), lane.resolve(REPORT)));
                    }
                }
            }
        }
        return runs;
    }
}
