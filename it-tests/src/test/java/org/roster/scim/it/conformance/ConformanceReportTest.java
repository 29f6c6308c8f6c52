package org.roster.scim.it.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What counts as a proof, and what the report says of the rest. */
class ConformanceReportTest {
    private static final String API = "org.roster.scim.filter.FilterTest";
    private static final String STORE = "org.roster.scim.engine.store.memory.MemoryResourceStoreTest";
    private static final String WIRE = "org.roster.scim.it.protocol.ProtocolIT";

    @TempDir
    private Path directory;

    @Test
    void a_green_test_proves_its_requirement_where_it_ran() throws IOException {
        List<TestRun> runs = List.of(
                run("scim-api", test("1", API, "one", "SUCCESSFUL")),
                run("scim-impl", test("1", STORE, "two", "SUCCESSFUL")),
                run("wildfly-h2", test("1", WIRE, "three", "SUCCESSFUL")));
        assertThat(row(runs))
                .isEqualTo("| P-3.6-01 | M | RFC 7644 §3.6 | DELETE is 204 | pass | pass | pass |  |"
                        + " `FilterTest#one` scim-api<br>`MemoryResourceStoreTest#two` scim-impl<br>"
                        + "`ProtocolIT#three` wildfly-h2 |");
        assertThat(report(runs)).contains("| RFC 7644 | must | 1 | 0 | 1 | 0 | 0 |");
    }

    @Test
    void on_both_servers_means_a_green_test_on_each_and_no_failure() throws IOException {
        TestRun wildfly = run("wildfly-h2", test("1", WIRE, "one", "SUCCESSFUL"));
        TestRun payara = run("payara-h2", test("1", WIRE, "one", "SUCCESSFUL"));
        assertThat(report(List.of(wildfly, payara))).contains("| RFC 7644 | must | 1 | 1 | 0 | 0 | 0 |");
        TestRun other = run("payara-postgresql", test("1", WIRE, "one", "FAILED"));
        assertThat(report(List.of(wildfly, payara, other)))
                .contains("| RFC 7644 | must | 1 | 0 | 0 | 1 | 0 |")
                .contains("`ProtocolIT#one` wildfly-h2 payara-h2, **FAIL**: payara-postgresql");
    }

    @Test
    void one_failed_invocation_fails_the_method() throws IOException {
        String method = started("1", "", WIRE, "many", "CONTAINER", "P-3.6-01")
                + started("2", "1", "", "", "TEST", "")
                + finished("2", "SUCCESSFUL")
                + started("3", "1", "", "", "TEST", "")
                + finished("3", "FAILED")
                + finished("1", "SUCCESSFUL");
        assertThat(row(List.of(run("payara-h2", method)))).contains("**FAIL**: payara-h2");
    }

    @Test
    void what_was_skipped_or_never_finished_or_had_nothing_to_run_proves_nothing() throws IOException {
        String none = started("1", "", WIRE, "none", "CONTAINER", "P-3.6-01") + finished("1", "SUCCESSFUL");
        Stream.of(test("1", WIRE, "skipped", "SKIPPED"), test("1", WIRE, "aborted", "ABORTED"), none)
                .map(events -> run("payara-h2", events))
                .forEach(run -> assertThat(report(List.of(run)))
                        .contains("| RFC 7644 | must | 1 | 0 | 0 | 0 | 1 |")
                        .contains("its tests were skipped"));
        assertThat(row(List.of(run("payara-h2", started("1", "", WIRE, "cut off", "TEST", "P-3.6-01")))))
                .contains("**FAIL**");
    }

    @Test
    void a_requirement_without_a_test_comes_with_its_reason() throws IOException {
        assertThat(report(List.of()))
                .contains("| P-3.6-01 | M | RFC 7644 §3.6 | DELETE is 204 | nobody deletes |")
                .contains("| E-2-01 | M | RFC 9967 | events | no test of this build carries the ID");
    }

    @Test
    void a_tag_that_is_no_requirement_is_found_and_a_switch_of_the_build_is_none() throws IOException {
        assertThat(requirements().unknown(Set.of("P-3.6-01", "P-3.6-99", "postgresql", "s-2.1-01")))
                .containsExactly("P-3.6-99", "s-2.1-01");
    }

    @Test
    void our_own_list_reads_well_and_gives_reasons_for_what_is_in_it_only() throws IOException {
        Requirements ours =
                Requirements.read(Path.of(System.getProperty("basedir", ".")).resolve("src/test/conformance"));
        assertThat(ours.all()).hasSizeGreaterThan(400);
        assertThat(ours.reasons().keySet())
                .allSatisfy(pattern -> assertThat(ours.all())
                        .anyMatch(each -> new Requirements(List.of(), Map.of(pattern, ""))
                                .reason(each.id())
                                .isPresent()));
    }

    private String row(List<TestRun> runs) throws IOException {
        return report(runs)
                .lines()
                .filter(line -> line.startsWith("| P-3.6-01 ") && line.contains("`"))
                .findFirst()
                .orElseThrow();
    }

    private String report(List<TestRun> runs) {
        return new ConformanceReport(requirements(), runs).markdown();
    }

    private static Requirements requirements() {
        return new Requirements(
                Stream.of("P-3.6-01 M DELETE is 204", "E-2-01 M events")
                        .map(Requirement::parse)
                        .toList(),
                Map.of("P-*", "not this", "P-3.6*", "nobody deletes"));
    }

    private TestRun run(String name, String events) {
        Path file = directory.resolve(name + ".xml");
        try {
            Files.writeString(file, "<events>" + events + "</events>");
            return TestRun.read(name, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String test(String id, String className, String method, String status) {
        return started(id, "", className, method, "TEST", "P-3.6-01") + finished(id, status);
    }

    private static String started(String id, String parent, String className, String method, String type, String tag) {
        return "<started id='" + id + "' parentId='" + parent + "' time='2026-11-24T02:00:00Z'><metadata>"
                + (tag.isEmpty() ? "" : "<tags><tag>" + tag + "</tag></tags>")
                + "<type>" + type + "</type></metadata>"
                + (method.isEmpty()
                        ? ""
                        : "<sources><methodSource className='" + className + "' methodName='" + method
                                + "'/></sources>")
                + "</started>";
    }

    private static String finished(String id, String status) {
        return "<finished id='" + id + "'><result status='" + status + "'/></finished>";
    }
}
