package org.roster.scim.war.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The server as a process of its own, with one port, on the loopback interface alone. */
final class PayaraMicro {

    private static final long SECONDS_TO_STOP = 20;

    /** Payara puts the value of the system property where the braces are, so a blank in the path does no harm. */
    private static final String DIRECTORY = "${roster.demo.directory}";

    /** Before the server opens anything: one address, no cluster, our database, our realm. */
    private static final List<String> SET_UP = List.of(
            "network-config.network-listeners.network-listener.http-listener.address=127.0.0.1",
            "hazelcast-config-specific-configuration.enabled=false",
            "security-service.auth-realm.file.property.file=" + DIRECTORY + "/realm");

    private static final String DATABASE =
            "set resources.jdbc-connection-pool.H2Pool.property.URL=jdbc:h2:" + DIRECTORY + "/database/roster";

    private final DemoSettings settings;
    private final Process process;

    private PayaraMicro(DemoSettings settings, Process process) {
        this.settings = settings;
        this.process = process;
    }

    /**
     * Starts the server.
     *
     * @param jar Payara Micro
     * @param war the service
     */
    static PayaraMicro start(DemoSettings settings, Credentials credentials, Path jar, Path war) throws IOException {
        Path directory = settings.directory();
        prepare(directory, credentials);
        Path log = log(directory);
        if (Files.exists(log)) {
            Files.move(log, directory.resolve("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        ProcessBuilder builder = new ProcessBuilder(commandLine(settings, jar, war))
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        // By the environment: a command line can be read by everybody on the machine.
        builder.environment().put("ROSTER_BOOTSTRAP_TOKEN", credentials.token());
        Process process = builder.start();
        PrivateFile.write(pidFile(directory), process.pid() + "\n");
        return new PayaraMicro(settings, process);
    }

    /** The server of another demo that works in this folder now. */
    static Optional<Long> runningIn(Path directory) throws IOException {
        if (!Files.exists(pidFile(directory))) {
            return Optional.empty();
        }
        long pid = Long.parseLong(Files.readString(pidFile(directory)).strip());
        // The number alone may meanwhile belong to somebody else.
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(found -> found.info()
                        .commandLine()
                        .map(line -> line.contains("-Droster.demo.directory=" + directory))
                        .orElse(true))
                .map(ProcessHandle::pid);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /** Where the server writes what it does. */
    Path log() {
        return log(settings.directory());
    }

    /** Waits for its end; the exit code. */
    int waitFor() throws InterruptedException {
        return process.waitFor();
    }

    /** Ends it, by force if asking does not help within some seconds. */
    void stop() {
        process.destroy();
        try {
            if (!process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS);
            }
            Files.deleteIfExists(pidFile(settings.directory()));
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void prepare(Path directory, Credentials credentials) throws IOException {
        deleteTree(directory.resolve("server"));
        PrivateFile.createDirectory(directory.resolve("server"));
        PrivateFile.createDirectory(directory.resolve("database"));
        PrivateFile.write(directory.resolve("realm"), credentials.realmLine("scim-admin"));
        StringBuilder commands = new StringBuilder(DATABASE).append('\n');
        SET_UP.forEach(setting -> commands.append("set configs.config.server-config.")
                .append(setting)
                .append('\n'));
        PrivateFile.write(setUpFile(directory), commands.toString());
    }

    private static List<String> commandLine(DemoSettings settings, Path jar, Path war) {
        Path directory = settings.directory();
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // Half the time to start, for less speed later than a real server has.
        line.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m"));
        line.add("-Droster.demo.directory=" + directory);
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("roster.")
                        && !name.startsWith("roster.demo.")
                        && !name.startsWith("roster.bootstrap."))
                .sorted()
                .forEach(name -> line.add("-D" + name + "=" + System.getProperty(name)));
        line.addAll(List.of("-jar", jar.toString()));
        line.addAll(List.of("--port", Integer.toString(settings.port())));
        line.addAll(List.of("--nocluster", "--disablephonehome"));
        line.addAll(List.of("--rootdir", directory.resolve("server").toString()));
        line.addAll(List.of("--unpackdir", directory.resolve("payara-micro").toString()));
        line.addAll(List.of("--prebootcommandfile", setUpFile(directory).toString()));
        line.addAll(List.of("--deploy", war.toString(), "--contextroot", "/scim"));
        return line;
    }

    private static void deleteTree(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(directory)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static Path log(Path directory) {
        return directory.resolve("server.log");
    }

    private static Path pidFile(Path directory) {
        return directory.resolve("server.pid");
    }

    private static Path setUpFile(Path directory) {
        return directory.resolve("set-up.asadmin");
    }
}
