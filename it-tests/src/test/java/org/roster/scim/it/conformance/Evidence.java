package org.roster.scim.it.conformance;

import static java.util.stream.Collectors.toCollection;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.roster.scim.it.conformance.TestResult.Outcome;
import org.roster.scim.it.conformance.TestResult.Stage;

/** The results of all runs of the build, asked by requirement. */
record Evidence(List<TestResult> results) {

    static Evidence of(List<TestRun> runs) {
        return new Evidence(runs.stream().flatMap(run -> run.results().stream()).toList());
    }

    List<TestResult> of(Requirement requirement) {
        return results.stream()
                .filter(result -> result.tags().contains(requirement.id()))
                .toList();
    }

    /** Failed when one of its tests failed there, else passed when one passed; empty when none ran there. */
    Optional<Outcome> verdict(Requirement requirement, Set<Stage> stages) {
        Set<Outcome> outcomes = of(requirement).stream()
                .filter(result -> stages.contains(result.stage()))
                .map(TestResult::outcome)
                .collect(toCollection(() -> EnumSet.noneOf(Outcome.class)));
        return List.of(Outcome.FAILED, Outcome.PASSED, Outcome.SKIPPED).stream()
                .filter(outcomes::contains)
                .findFirst();
    }

    boolean passed(Requirement requirement, Stage stage) {
        return verdict(requirement, EnumSet.of(stage)).equals(Optional.of(Outcome.PASSED));
    }

    Set<String> tags() {
        return results.stream().flatMap(result -> result.tags().stream()).collect(toCollection(TreeSet::new));
    }
}
