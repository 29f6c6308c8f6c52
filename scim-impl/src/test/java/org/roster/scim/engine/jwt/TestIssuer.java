package org.roster.scim.engine.jwt;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.roster.scim.fixture.TestClock;

/** Publishes keys on a port of this machine, and remembers what it was asked. */
final class TestIssuer implements AutoCloseable {

    final List<String> asked = new CopyOnWriteArrayList<>();
    private final String name;
    private final HttpServer server;
    private volatile int status = 200;
    private volatile String body = "{\"keys\":[]}";
    private volatile Map<String, String> headers = Map.of();
    private volatile int missing;
    private final CountDownLatch closed = new CountDownLatch(1);

    TestIssuer(String name) {
        this.name = name;
        try {
            server =
                    HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestURI().toString());
        headers.forEach((header, value) -> exchange.getResponseHeaders().set(header, value));
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length + missing);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
            exchange.getResponseBody().flush();
            if (missing > 0) {
                closed.await();
            }
        } catch (IOException gone) {
            // A client that has read enough goes away.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    TestIssuer publishing(TestKey... keys) {
        return publishing(Stream.of(keys).map(TestKey::jwk).collect(Collectors.joining(",", "{\"keys\":[", "]}")));
    }

    TestIssuer publishing(String document) {
        answering(200, document, Map.of());
        return this;
    }

    /** From now on the end of an answer does not come. */
    TestIssuer stalling() {
        missing = 1;
        return this;
    }

    void answering(int newStatus, String newBody, Map<String, String> newHeaders) {
        body = newBody;
        headers = newHeaders;
        status = newStatus;
    }

    /** The claim {@code iss}. */
    String issuer() {
        return "https://" + name + ".example.com/";
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** What an operator writes about it. More members come before the end. */
    String entry(String more) {
        return "{'name': '" + name + "', 'issuer': '" + issuer() + "', 'audience': 'https://scim.example.com', "
                + "'jwks': '" + url("/keys") + "', 'tenant': 'tenant-" + name + "', "
                + "'roles': {'provisioning': 'scim-admin', 'lookup': ['scim-read']}" + more + "}";
    }

    /** A token as this issuer makes them, good for an hour from the beginning of {@link TestClock}. */
    TestToken token() {
        long now = TestClock.BEGINNING.getEpochSecond();
        return TestToken.of(Map.of(
                "iss",
                issuer(),
                "aud",
                "https://scim.example.com",
                "sub",
                "client-1",
                "iat",
                now,
                "exp",
                now + 3_600,
                "roles",
                "provisioning"));
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
