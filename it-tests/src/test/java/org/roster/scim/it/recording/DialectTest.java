package org.roster.scim.it.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.roster.scim.engine.dialect.Dialect;
import org.roster.scim.it.memory.MemoryServer;

/**
 * Each rule of the dialect has a recording that fails without it: the engine in memory answers the recordings with all
 * rules, and with one of them switched off.
 */
class DialectTest {

    @TestFactory
    Stream<DynamicTest> the_engine_in_memory_answers_every_recording() {
        return recordings()
                .map(recording -> dynamicTest(
                        recording.name() + ": " + recording.title(),
                        () -> assertThat(faults(recording, ""))
                                .as(recording.name())
                                .isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> each_rule_has_a_recording_that_fails_without_it() {
        return Dialect.ruleIds().stream()
                .sorted()
                .map(rule -> dynamicTest(rule, () -> {
                    List<String> failed = recordings()
                            .filter(recording -> recording.tolerances().contains(rule))
                            .filter(recording -> !faults(recording, rule).isEmpty())
                            .map(Recording::name)
                            .toList();
                    assertThat(failed)
                            .as("recordings that fail without " + rule)
                            .isNotEmpty();
                }));
    }

    @Test
    void in_the_strict_profile_no_habit_is_understood() {
        Stream<Recording> habits = recordings()
                .filter(recording ->
                        recording.client().isEmpty() && !recording.tolerances().isEmpty());
        assertThat(habits.filter(recording -> !strict(recording).isEmpty()).map(Recording::name))
                .contains(
                        "entra/07-update-user-pathless",
                        "entra/08-fill-missing-typed-value",
                        "entra/09-disable-user",
                        "entra/14-create-group",
                        "entra/18-remove-members",
                        "okta/15-rename-group",
                        "ping/03-update-user-put",
                        "house/01-clear-with-empty-text");
    }

    private static Stream<Recording> recordings() {
        return Recording.folders().stream().flatMap(folder -> Recording.in(folder).stream());
    }

    private static List<String> strict(Recording recording) {
        return faults(recording, Map.of("roster.mode", "interop-profile"));
    }

    private static List<String> faults(Recording recording, String off) {
        return faults(recording, Map.of("roster.dialect.off", off, "roster.agents", RecordingConformance.AGENTS));
    }

    private static List<String> faults(Recording recording, Map<String, String> settings) {
        try (MemoryServer server = MemoryServer.start(settings)) {
            return new Replay(server.baseUrl().toString(), MemoryServer.TOKEN).faults(recording);
        }
    }
}
