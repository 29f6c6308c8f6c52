package org.roster.scim.it.benchmark;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.roster.scim.it.benchmark.floor.FloorApplication;
import org.roster.scim.it.server.RosterServer;
import org.wildfly.core.launcher.StandaloneCommandBuilder;

/** The server with both WARs, in the directory that {@code lanes.xml} made. */
final class WildFly implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 60;

    private final Process process;

    private WildFly(Process process) {
        this.process = process;
    }

    /** Starts it, and returns when the service answers. */
    static WildFly start() throws IOException {
        Path home = Path.of(Settings.required("server.home"));
        Path lane = Path.of(Settings.required("lane.directory"));
        Path deployments = Files.createDirectories(lane.resolve("deployments"));
        Files.copy(
                Path.of(Settings.required("scim.war")),
                deployments.resolve("scim.war"),
                StandardCopyOption.REPLACE_EXISTING);
        ShrinkWrap.create(WebArchive.class, "floor.war")
                .addPackage(FloorApplication.class.getPackage())
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
                .as(ZipExporter.class)
                .exportTo(deployments.resolve("floor.war").toFile(), true);
        List<String> command = StandaloneCommandBuilder.of(home)
                .setBaseDirectory(lane)
                .setJavaHome(System.getProperty("java.home"))
                .addModuleDirs(
                        home.resolve("modules").toString(),
                        lane.resolve("modules").toString())
                .setJavaOptions(options())
                .build();
        File console = Settings.output().resolve("server-console.log").toFile();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(console))
                .start();
        WildFly server = new WildFly(process);
        try {
            RosterServer.current().awaitAnswer();
        } catch (IllegalStateException e) {
            server.close();
            throw e;
        }
        return server;
    }

    private static List<String> options() {
        List<String> options = new ArrayList<>(List.of(Settings.jvm().strip().split("\\s+")));
        options.addAll(List.of(
                "-Djava.net.preferIPv4Stack=true",
                "-Djboss.bind.address=127.0.0.1",
                "-Djboss.bind.address.management=127.0.0.1",
                "-Djboss.http.port=" + Settings.required("http.port"),
                "-Djboss.https.port=" + Settings.required("https.port"),
                "-Djboss.management.http.port=" + Settings.required("admin.port"),
                "-Droster.bootstrap.token=" + Settings.required("roster.bootstrap.token")));
        if (Settings.jfr()) {
            Path recording = Settings.output().resolve("server.jfr").toAbsolutePath();
            options.add("-XX:StartFlightRecording=filename=" + recording + ",settings=profile,dumponexit=true");
        }
        return options;
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
