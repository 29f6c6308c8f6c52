package org.roster.scim.it.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The shipped script that lets Roster's users log in to other applications, as an operator calls it on the server of this lane. */
public final class LoginScript {

    private static final Path SCRIPTS = Path.of("../scim-war/src/main/scripts");

    private LoginScript() {}

    /**
     * Calls it. The server runs, with Roster in it; twice on one server is once too often.
     *
     * @throws IllegalStateException if the script fails, with what it printed
     */
    public static void run() {
        Lane lane = Lane.current();
        String port = TestProperty.required("admin.port");
        List<String> command = new ArrayList<>(List.of(
                "sh",
                SCRIPTS.resolve(lane.server() == Lane.Server.WILDFLY ? "wildfly" : "payara")
                        .resolve("login.sh")
                        .toString(),
                TestProperty.required("server.home")));
        if (lane.server() == Lane.Server.WILDFLY) {
            command.add("--controller=127.0.0.1:" + port);
            if (lane.database() == Lane.Database.H2) {
                command.add("-Droster.datasource=ExampleDS");
            }
        }
        ProcessBuilder script = new ProcessBuilder(command).redirectErrorStream(true);
        script.environment().put("JAVA_HOME", System.getProperty("java.home"));
        script.environment().put("AS_ADMIN_PORT", port);
        // The JVM of the command line lives for seconds.
        script.environment().put("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        try {
            Process process = script.start();
            process.getOutputStream().close();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command + " failed: " + printed);
            }
        } catch (IOException e) {
            throw new IllegalStateException(command + " did not run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
