package org.roster.scim.war.demo;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What can be set for the demo: system property {@code roster.demo.port}, else environment variable
 * {@code ROSTER_DEMO_PORT}, and the same for {@code roster.demo.directory}.
 *
 * @param port of 127.0.0.1
 * @param directory absolute; everything that the demo writes is below it
 */
record DemoSettings(int port, Path directory) {

    private static final int DEFAULT_PORT = 8080;
    private static final int HIGHEST_PORT = 65_535;

    /**
     * Reads the settings.
     *
     * @param properties system properties
     * @param environment environment variables
     * @param usualDirectory if no directory is set
     * @throws CannotStart if the port is no port
     */
    static DemoSettings read(
            Function<String, @Nullable String> properties, Map<String, String> environment, Path usualDirectory) {
        Optional<String> port = Optional.ofNullable(properties.apply("roster.demo.port"))
                .or(() -> Optional.ofNullable(environment.get("ROSTER_DEMO_PORT")));
        Optional<String> directory = Optional.ofNullable(properties.apply("roster.demo.directory"))
                .or(() -> Optional.ofNullable(environment.get("ROSTER_DEMO_DIRECTORY")));
        return new DemoSettings(
                port.map(DemoSettings::port).orElse(DEFAULT_PORT),
                directory.map(Path::of).orElse(usualDirectory).toAbsolutePath().normalize());
    }

    /** The SCIM base URL of the demo. */
    String baseUrl() {
        return "http://127.0.0.1:" + port + "/scim/v2";
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text.strip());
            if (port >= 1 && port <= HIGHEST_PORT) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            // told below
        }
        throw new CannotStart("roster.demo.port is \"" + text + "\"; it must be a number from 1 to " + HIGHEST_PORT
                + ", such as -Droster.demo.port=9090");
    }
}
