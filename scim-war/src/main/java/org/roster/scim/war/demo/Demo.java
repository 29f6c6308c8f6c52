package org.roster.scim.war.demo;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** The demo command: starts the service, says how to talk to it, and stops it with Ctrl-C. */
public final class Demo {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final PrintStream console;
    private final DemoSettings settings;
    private final AtomicBoolean stopping = new AtomicBoolean();

    private Demo(PrintStream console, DemoSettings settings) {
        this.console = console;
        this.settings = settings;
    }

    /**
     * Runs the demo until it is stopped.
     *
     * @param arguments Payara Micro, the WAR, the usual folder of the demo, and the folder with its schemas
     * @throws IOException if that folder cannot be written
     * @throws InterruptedException if somebody stops this thread
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        // Maven has put colours and its own formats around System.out; the demo only has plain lines.
        PrintStream console =
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.US_ASCII);
        try {
            DemoSettings settings = DemoSettings.read(System::getProperty, System.getenv(), Path.of(arguments[2]));
            if (System.getProperty("roster.schemas") == null && System.getenv("ROSTER_SCHEMAS") == null) {
                System.setProperty("roster.schemas", arguments[3]);
            }
            new Demo(console, settings).run(Path.of(arguments[0]), Path.of(arguments[1]));
        } catch (CannotStart e) {
            console.println();
            console.println(e.getMessage());
            // Not by an exception: Maven would print a page about it.
            System.exit(1);
        }
    }

    private void run(Path jar, Path war) throws IOException, InterruptedException {
        refuseSecondDemo();
        refuseUsedPort();
        PrivateFile.createDirectory(settings.directory());
        Credentials credentials = Credentials.of(settings);
        Instant start = Instant.now();
        PayaraMicro server = PayaraMicro.start(settings, credentials, jar, war);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "demo-stop"));
        awaitAnswer(server, start);
        long seconds = Duration.between(start, Instant.now()).toSeconds();
        console.print(new Greeting(settings, credentials).text(seconds, start));
        int code = server.waitFor();
        if (!stopping.get()) {
            throw new CannotStart("The server has ended by itself (exit code " + code + "). Its log: " + server.log());
        }
    }

    private void refuseSecondDemo() throws IOException {
        Optional<Long> other = PayaraMicro.runningIn(settings.directory());
        if (other.isPresent()) {
            throw new CannotStart("A demo already runs in " + settings.directory() + ": process " + other.get() + ", "
                    + Credentials.lastBaseUrl(settings).orElse("")
                    + ". Stop it with Ctrl-C where it was started, or: kill "
                    + other.get());
        }
    }

    private void refuseUsedPort() throws IOException {
        try {
            new ServerSocket(settings.port(), 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1})).close();
        } catch (BindException e) {
            throw new CannotStart("Port " + settings.port() + " of 127.0.0.1 is not free: " + e.getMessage()
                    + ". Choose another one, such as: mvn -Pdemo -Droster.demo.port=9090");
        }
    }

    private void awaitAnswer(PayaraMicro server, Instant start) throws InterruptedException {
        console.print("\nStarting Payara Micro with scim.war on 127.0.0.1:" + settings.port() + " ");
        HttpRequest question = HttpRequest.newBuilder(URI.create(settings.baseUrl() + "/ServiceProviderConfig"))
                .timeout(Duration.ofSeconds(10))
                .build();
        HttpClient client = HttpClient.newHttpClient();
        while (!answers(client, question)) {
            if (!server.isAlive()) {
                throw new CannotStart("The server ended before it answered. Its log: " + server.log());
            }
            if (start.plus(PATIENCE).isBefore(Instant.now())) {
                throw new CannotStart(
                        "The server did not answer for " + PATIENCE.toMinutes() + " minutes. Its log: " + server.log());
            }
            console.print('.');
            console.flush();
            Thread.sleep(PAUSE.toMillis());
        }
        console.println();
    }

    private static boolean answers(HttpClient client, HttpRequest question) throws InterruptedException {
        try {
            return client.send(question, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private void stop(PayaraMicro server) {
        stopping.set(true);
        if (server.isAlive()) {
            console.println("\nStopping the server ...");
        }
        server.stop();
        console.println("Stopped. " + settings.directory() + " keeps the data for the next start.");
    }
}
