package org.roster.scim.it.jwt;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.roster.scim.it.server.Lane;

/**
 * Writes the file with the issuers into the lane's directory before Arquillian starts the server, and publishes the keys of
 * one of them as long as the tests run. JUnit finds this class by {@code META-INF/services}.
 */
public final class LaneIssuerSession implements LauncherSessionListener {

    private @Nullable HttpServer publisher;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (publisher != null || System.getProperty("lane.name") == null) {
            return;
        }
        try {
            publisher = publisher();
            write(Lane.current().directory(), publisher.getAddress().getPort());
        } catch (IOException e) {
            throw new UncheckedIOException("no issuers for the lane", e);
        }
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (publisher != null) {
            publisher.stop(0);
            publisher = null;
        }
    }

    private static HttpServer publisher() throws IOException {
        byte[] keys = LaneIssuer.HTTP.keySet().toString().getBytes(UTF_8);
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
        server.createContext("/keys", exchange -> {
            exchange.sendResponseHeaders(200, keys.length);
            try (exchange) {
                exchange.getResponseBody().write(keys);
            }
        });
        server.start();
        return server;
    }

    private static void write(Path lane, int port) throws IOException {
        Path folder = Files.createDirectories(lane.resolve("jwt"));
        Files.writeString(folder.resolve("keys.json"), LaneIssuer.FILE.keySet().toString());
        Files.writeString(
                folder.resolve("keys-groups.json"), LaneIssuer.GROUPS.keySet().toString());
        Files.writeString(
                folder.resolve("issuers.json"),
                Json.createArrayBuilder()
                        .add(LaneIssuer.FILE.entry("file:keys.json"))
                        .add(LaneIssuer.GROUPS.entry("file:keys-groups.json"))
                        .add(LaneIssuer.HTTP.entry("http://127.0.0.1:" + port + "/keys"))
                        .build()
                        .toString());
    }
}
