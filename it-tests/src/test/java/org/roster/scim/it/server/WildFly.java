package org.roster.scim.it.server;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.wildfly.core.launcher.StandaloneCommandBuilder;

/**
 * A WildFly with the shipped WAR outside Arquillian, for the programs that measure, in a base directory that
 * {@code lanes.xml} made. It is the process itself that starts and ends, without a script in between.
 */
public final class WildFly implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 60;
    private static final String WAR = "scim.war";

    private final Process process;
    private final RosterServer service;

    private WildFly(Process process, RosterServer service) {
        this.process = process;
        this.service = service;
    }

    /**
     * Where one of several servers lives.
     *
     * @param base its directory; another WAR in {@code deployments} is deployed as well
     * @param portOffset is added to the ports that the build names
     * @param options of its JVM
     * @param console takes what it prints
     */
    public record Node(Path base, int portOffset, List<String> options, Path console) {

        /** The service as a client of this node knows it. */
        public RosterServer service() {
            int port = Integer.parseInt(TestProperty.required("http.port")) + portOffset;
            return new RosterServer(
                    URI.create("http://127.0.0.1:" + port + "/scim/v2"),
                    TestProperty.required("roster.bootstrap.token"));
        }
    }

    /** Starts it, and returns when the service answers. */
    public static WildFly start(Node node) throws IOException {
        WildFly server = launch(node);
        try {
            server.service.awaitAnswer();
        } catch (IllegalStateException e) {
            server.close();
            throw e;
        }
        return server;
    }

    /** Starts it, and returns at once; the service answers later. */
    public static WildFly launch(Node node) throws IOException {
        Path home = Path.of(TestProperty.required("server.home"));
        deploy(Files.createDirectories(node.base().resolve("deployments")));
        List<String> command = StandaloneCommandBuilder.of(home)
                .setBaseDirectory(node.base())
                .setJavaHome(System.getProperty("java.home"))
                .addModuleDirs(
                        home.resolve("modules").toString(),
                        node.base().resolve("modules").toString())
                .setJavaOptions(options(node))
                .build();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(node.console().toFile()))
                .start();
        return new WildFly(process, node.service());
    }

    /** A server that was killed leaves marks of what it had deployed or was about to. */
    private static void deploy(Path deployments) throws IOException {
        for (String mark : List.of(".deployed", ".isdeploying", ".pending", ".failed", ".undeployed")) {
            Files.deleteIfExists(deployments.resolve(WAR + mark));
        }
        Files.copy(
                Path.of(TestProperty.required("scim.war")),
                deployments.resolve(WAR),
                StandardCopyOption.REPLACE_EXISTING);
    }

    private static List<String> options(Node node) {
        List<String> options = new ArrayList<>(node.options());
        options.addAll(List.of(
                "-Djava.net.preferIPv4Stack=true",
                "-Djboss.bind.address=127.0.0.1",
                "-Djboss.bind.address.management=127.0.0.1",
                "-Djboss.http.port=" + TestProperty.required("http.port"),
                "-Djboss.https.port=" + TestProperty.required("https.port"),
                "-Djboss.management.http.port=" + TestProperty.required("admin.port"),
                "-Djboss.socket.binding.port-offset=" + node.portOffset(),
                "-Droster.bootstrap.token=" + TestProperty.required("roster.bootstrap.token")));
        return options;
    }

    public long pid() {
        return process.pid();
    }

    /** The service as a client of this server knows it. */
    public RosterServer service() {
        return service;
    }

    /** Ends it by {@code kill -9}, and returns when it is gone. */
    public void kill() {
        process.destroyForcibly();
        ended();
    }

    @Override
    public void close() {
        process.destroy();
        if (!ended()) {
            process.destroyForcibly();
        }
    }

    private boolean ended() {
        try {
            return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
