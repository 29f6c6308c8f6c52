package org.roster.scim.it.server;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import org.jboss.arquillian.container.spi.Container;
import org.jboss.arquillian.container.spi.client.container.LifecycleException;

/**
 * The server process of this lane, for tests that restart it. A client-side test gets it injected, in a field or a
 * parameter with {@code @ArquillianResource}. What is deployed stays deployed: the server starts it again by itself.
 *
 * <p>Arquillian's own {@code ContainerController} only works on containers that it does not start by itself; all other
 * tests would have to start theirs. So this goes to the container behind it.
 */
public final class ManagedServer {

    private final Container<?> container;

    ManagedServer(Container<?> container) {
        this.container = container;
    }

    /** Ends the server process as an operator does, and returns when it is gone. */
    public void stop() throws LifecycleException {
        if (isDomain()) {
            asadmin("stop-domain");
        } else {
            container.stop();
        }
    }

    /** Starts the server process again, and returns when the service answers, whatever it says. */
    public void start() throws LifecycleException {
        if (isDomain()) {
            asadmin("start-domain");
        } else {
            container.start();
        }
        RosterServer.current().awaitAnswer();
    }

    /** Stops and starts. */
    public void restart() throws LifecycleException {
        stop();
        start();
    }

    /**
     * Whether the server is stopped and started by asadmin: Payara's adapter starts it at the first deployment only,
     * and the adapters of both can stop it no more than once, because they collect the arguments in a shared list.
     */
    private static boolean isDomain() {
        Lane.Server server = Lane.current().server();
        return server == Lane.Server.PAYARA || server == Lane.Server.GLASSFISH;
    }

    private static void asadmin(String command) throws LifecycleException {
        Lane lane = Lane.current();
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path asadmin = Path.of(TestProperty.required("server.home"), "glassfish", "modules", "admin-cli.jar");
        Path log = lane.directory().resolve("logs/asadmin.log");
        try {
            Process process = new ProcessBuilder(java.toString(), "-jar", asadmin.toString(), command, lane.name())
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(log.toFile()))
                    .start();
            if (process.waitFor() != 0) {
                throw new LifecycleException("asadmin " + command + " failed, see " + log);
            }
        } catch (IOException e) {
            throw new LifecycleException("asadmin did not run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
