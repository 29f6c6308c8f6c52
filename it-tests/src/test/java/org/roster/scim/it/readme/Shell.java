package org.roster.scim.it.readme;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs blocks of the README as a person's shell would, in a folder. Where there is no {@code curl}, {@link Curl} takes
 * its place.
 *
 * @param folder where the shell stands
 * @param papers where what it prints is kept
 * @param variables of its environment, beside those of this JVM that are not Roster's
 */
record Shell(Path folder, Path papers, Map<String, String> variables) {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    Shell {
        variables = Map.copyOf(variables);
    }

    /** Runs a block to its end; what it printed. */
    String run(String block) throws IOException, InterruptedException {
        Path output = Files.createTempFile(papers, "block", ".log");
        Process process = start("set -eu\n" + block, output);
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException(
                        "a block did not end within " + PATIENCE + ": " + block + "\n" + Files.readString(output));
            }
        } finally {
            end(process);
        }
        String printed = Files.readString(output);
        if (process.exitValue() != 0) {
            throw new IllegalStateException(
                    "a block ended with " + process.exitValue() + ": " + block + "\n" + printed);
        }
        return printed;
    }

    /** Starts a block that stays. */
    Process start(String block, Path output) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", block)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("ROSTER_"));
        String home = System.getProperty("maven.home", "");
        String path = environment.getOrDefault("PATH", "");
        environment.put("PATH", (home.isEmpty() ? "" : home + "/bin" + File.pathSeparator) + withCurl(path));
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        String repository = System.getProperty("maven.repo.local", "");
        if (!repository.isEmpty()) {
            environment.merge("MAVEN_OPTS", "-Dmaven.repo.local=" + repository, (own, more) -> own + " " + more);
        }
        environment.putAll(variables);
        return builder.start();
    }

    /** Ends a block with everything that it started and that still hangs on it: kindly, and after a while by force. */
    static void end(Process process) {
        Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList()
                .forEach(Shell::end);
    }

    private static void end(ProcessHandle process) {
        process.destroy();
        process.onExit()
                .completeOnTimeout(process, 60, TimeUnit.SECONDS)
                .thenAccept(ProcessHandle::destroyForcibly)
                .join();
    }

    private String withCurl(String path) throws IOException {
        boolean there = Stream.of(path.split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "curl")));
        return there ? path : folderWithCurl() + File.pathSeparator + path;
    }

    /** A folder with a command {@code curl} that is {@link Curl}. */
    Path folderWithCurl() throws IOException {
        Path commands = Files.createDirectories(papers.resolve(".commands"));
        Path curl = commands.resolve("curl");
        Files.writeString(
                curl,
                "#!/bin/sh\nexec \"" + System.getProperty("java.home") + "/bin/java\" -cp \"" + classes() + "\" "
                        + Curl.class.getName() + " \"$@\"\n");
        Files.setPosixFilePermissions(curl, PosixFilePermissions.fromString("rwxr-xr-x"));
        return commands;
    }

    private static Path classes() {
        return Path.of(
                Curl.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    }
}
