package org.roster.scim.it.readme;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs blocks of the README as a person's shell would, in a folder. Where there is no {@code curl}, {@link Curl} takes
 * its place.
 *
 * @param folder where the shell stands, and where what it prints is kept
 * @param port for the demo
 */
record Shell(Path folder, int port) {

    private static final long SECONDS = 60;

    /** Runs a block to its end; what it printed. */
    String run(String block) throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "block", ".log");
        Process process = start("set -eu\n" + block, output);
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("a block did not end within " + SECONDS + " s: " + block);
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
        String home = System.getProperty("maven.home", "");
        String path = System.getenv().getOrDefault("PATH", "");
        builder.environment().put("PATH", (home.isEmpty() ? "" : home + "/bin" + File.pathSeparator) + withCurl(path));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("ROSTER_DEMO_PORT", Integer.toString(port));
        String repository = System.getProperty("maven.repo.local", "");
        if (!repository.isEmpty()) {
            builder.environment().put("MAVEN_OPTS", "-Dmaven.repo.local=" + repository);
        }
        return builder.start();
    }

    private String withCurl(String path) throws IOException {
        boolean there = Stream.of(path.split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "curl")));
        return there ? path : folderWithCurl() + File.pathSeparator + path;
    }

    /** A folder with a command {@code curl} that is {@link Curl}. */
    Path folderWithCurl() throws IOException {
        Path commands = Files.createDirectories(folder.resolve(".commands"));
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
