package org.roster.scim.it.readme;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each shell block of the README, run as it stands in a copy of the sources. Not named {@code …IT}: it belongs to no
 * lane, and the build runs it once.
 */
class ReadmeCheck {

    private static final String UP = "Ctrl-C stops it.";
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    @TempDir
    Path folder;

    @Test
    void the_test_command_is_what_the_build_machine_runs() throws IOException {
        String command = Readme.ofProject().command("mvn verify");
        List<String> run = Files.readAllLines(Readme.PROJECT.resolve(".ci/run"));
        assertThat(run).contains(command.replace("mvn ", "mvn -B -ntp "));
    }

    @Test
    void every_block_is_run_by_a_test() throws IOException {
        Readme readme = Readme.ofProject();
        List<String> run = new ArrayList<>(List.of(readme.command("mvn -Pdemo"), readme.command("mvn verify")));
        run.addAll(readme.requests());
        run.add(readme.command(DeployCheck.SCRIPTS + "wildfly/deploy.sh"));
        run.add(readme.command(DeployCheck.SCRIPTS + "payara/deploy.sh"));
        assertThat(readme.blocks()).containsExactlyInAnyOrderElementsOf(run);
    }

    @Test
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void a_fresh_clone_answers_the_commands_of_the_readme_and_keeps_its_data() throws Exception {
        Readme readme = Readme.ofProject();
        Path sources = folder.resolve("roster");
        Clone.copy(Readme.PROJECT.toRealPath(), sources);
        if ("offline=true".equals(System.getProperty("maven.mode"))) {
            Files.writeString(sources.resolve(".mvn/maven.config"), "-o\n", CREATE, APPEND);
        }
        Shell shell = new Shell(sources, folder, Map.of("ROSTER_DEMO_PORT", Integer.toString(Ports.free())));

        List<String> answers = new ArrayList<>();
        try (RunningDemo demo = RunningDemo.start(shell, readme.command("mvn -Pdemo"))) {
            for (String printed : demo.printedCommands()) {
                assertThat(shell.run(printed)).contains("\"guest-");
            }
            for (String block : readme.requests()) {
                answers.add(shell.run(block));
            }
        }
        assertThat(answers).hasSize(3);
        assertThat(answers.get(0)).startsWith("HTTP/1.1 201").contains("ada@example.com");
        assertThat(answers.get(1)).startsWith("HTTP/1.1 200").contains("\"totalResults\":1");
        assertThat(answers.get(2)).startsWith("HTTP/1.1 200").contains("\"active\":false");

        try (RunningDemo again = RunningDemo.start(shell, readme.command("mvn -Pdemo"))) {
            assertThat(shell.run(readme.requests().get(1))).contains("\"totalResults\":1", "\"active\":false");
            String curl = shell.folderWithCurl() + "/curl";
            assertThat(shell.run(again.printedCommands().get(1).replaceFirst("^curl", curl)))
                    .contains("\"totalResults\":0");
        }
    }

    /** The demo command in a process of its own, ended as by a person who closes the window. */
    private record RunningDemo(Process process, Path output, Path folder) implements AutoCloseable {

        static RunningDemo start(Shell shell, String command) throws IOException, InterruptedException {
            Path output = Files.createTempFile(shell.papers(), "demo", ".log");
            RunningDemo demo = new RunningDemo(shell.start("exec " + command, output), output, shell.folder());
            Instant deadline = Instant.now().plus(PATIENCE);
            try {
                while (!Files.readString(output).contains(UP)) {
                    if (!demo.process.isAlive() || Instant.now().isAfter(deadline)) {
                        throw new IllegalStateException("the demo did not come up:\n" + Files.readString(output));
                    }
                    Thread.sleep(200);
                }
                return demo;
            } catch (IOException | InterruptedException | IllegalStateException e) {
                Shell.end(demo.process);
                throw e;
            }
        }

        List<String> printedCommands() throws IOException {
            return Files.readAllLines(output).stream()
                    .filter(line -> line.startsWith("curl "))
                    .toList();
        }

        @Override
        public void close() {
            List<ProcessHandle> children = process.descendants().toList();
            process.destroy();
            process.onExit().completeOnTimeout(process, 60, TimeUnit.SECONDS).join();
            boolean endedItself = !process.isAlive() && children.stream().noneMatch(ProcessHandle::isAlive);
            Shell.end(process);
            children.forEach(ProcessHandle::destroyForcibly);
            assertThat(endedItself)
                    .as("the demo and its server end at a signal")
                    .isTrue();
            assertThat(folder.resolve(".roster/server.pid")).doesNotExist();
        }
    }
}
