package org.roster.scim.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Runs Jazzer on each target, in a JVM of its own, and writes what came of it into {@code target/fuzz/results.txt}. Only the
 * profile {@code fuzz} asks for this class: {@code -Dfuzz.seconds=600} for each target, {@code -Dfuzz.target=patch} for one of
 * them. Jazzer's corpus and findings are in {@code target/fuzz}, and a corpus that is there is gone on with.
 */
@Timeout(value = 4, unit = TimeUnit.HOURS)
class FuzzRun {

    private static final long SECONDS = Long.getLong("fuzz.seconds", 60);
    private static final String ONLY = System.getProperty("fuzz.target", "");
    private static final Path HOME = Path.of("target", "fuzz").toAbsolutePath();
    private static final Pattern EXECUTIONS = Pattern.compile("stat::number_of_executed_units:\\s*(\\d+)");

    @ParameterizedTest
    @EnumSource
    void nothing_but_a_scim_error_comes_out(Seeds seeds) throws IOException, InterruptedException {
        if (!ONLY.isEmpty() && !ONLY.equals(seeds.keyword())) {
            return;
        }
        Path home = Files.createDirectories(HOME.resolve(seeds.keyword()));
        Path corpus = Files.createDirectories(home.resolve("corpus"));
        Path log = home.resolve("log.txt");
        Process jazzer = new ProcessBuilder(command(seeds, corpus))
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        boolean ended = jazzer.waitFor(SECONDS + 300, TimeUnit.SECONDS);
        jazzer.destroy();
        String told = Files.readString(log, StandardCharsets.ISO_8859_1);
        List<String> findings = findings(told);
        write(seeds, told, findings);
        assertThat(findings).as("findings; see %s", log).isEmpty();
        assertThat(ended && jazzer.exitValue() == 0)
                .as("Jazzer came to its end; see %s", log)
                .isTrue();
    }

    private static List<String> command(Seeds seeds, Path corpus) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-XX:+EnableDynamicAgentLoading",
                "-Dbasedir=" + Path.of(System.getProperty("basedir", ".")).toAbsolutePath(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + seeds.target().getName(),
                "--instrumentation_includes=org.roster.scim.**:org.eclipse.parsson.**",
                "--reproducer_path=" + corpus.getParent(),
                "-artifact_prefix=" + corpus.getParent() + "/",
                "-dict=" + Seeds.words().toAbsolutePath(),
                "-max_total_time=" + SECONDS,
                "-max_len=6000",
                "-timeout=300",
                "-rss_limit_mb=3000",
                "-print_final_stats=1",
                corpus.toString(),
                seeds.folder().toAbsolutePath().toString());
    }

    private static List<String> findings(String told) {
        return told.lines()
                .filter(line -> line.startsWith("== Java Exception:") || line.contains("ERROR: libFuzzer:"))
                .toList();
    }

    private static void write(Seeds seeds, String told, List<String> findings) throws IOException {
        String executions = EXECUTIONS
                .matcher(told)
                .results()
                .reduce((first, second) -> second)
                .map((MatchResult last) -> last.group(1))
                .orElse("?");
        String line = String.format(
                Locale.ROOT,
                "%s: %s executions in %d s, %d findings%n",
                seeds.keyword(),
                executions,
                SECONDS,
                findings.size());
        Files.writeString(
                HOME.resolve("results.txt"),
                line,
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
