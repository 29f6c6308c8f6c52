package org.roster.scim.it.recording;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One replay against a server that creates whatever it is sent and otherwise always gives the same answer. */
class ReplayTest {
    private static final String REQUEST = """
            GET {{basePath}}/Users?filter=id+eq%20%22{{userId}}%22 HTTP/1.1
            Host: {{host}}
            Authorization: Bearer {{token}}

            """;

    private final List<String> seen = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void a_recording_is_given_sent_checked_and_cleared_away() {
        assertThat(replay("""
                {"given": [{"as": "userId", "post": "/Users", "times": 2, "body": {"userName": "u{{n}}@{{host}}"}}],
                 "expect": {"status": [200], "json": {"/ID": "fixed"}},
                 "house": {"headers": {"content-type": {"$startsWith": "application/scim"}}, "capture": {"seen": "/id"}},
                 "after": [{"get": "/Users/{{seen}}", "status": [200], "json": {"/name/familyName": "{{seen}}"}}]}
                """)).isEmpty();
        assertThat(seen)
                .containsExactly(
                        "POST /scim/v2/Users {\"userName\":\"u1@" + host() + "\"}",
                        "POST /scim/v2/Users {\"userName\":\"u2@" + host() + "\"}",
                        "GET /scim/v2/Users?filter=id+eq%20%22id-2%22 ",
                        "GET /scim/v2/Users/fixed ",
                        "DELETE /scim/v2/Users/id-2 ",
                        "DELETE /scim/v2/Users/id-1 ");
    }

    @Test
    void a_wrong_status_hides_everything_else() {
        assertThat(replay("""
                {"given": [{"as": "userId", "post": "/Users", "body": {}}],
                 "expect": {"status": [404, 501], "json": {"/id": "other"}},
                 "house": {"json": {"/id": "other"}},
                 "after": [{"get": "/Users/1", "status": [404]}]}
                """)).singleElement().asString().contains("status 200", "[404, 501]");
    }

    @Test
    void what_the_house_promises_is_checked_too() {
        assertThat(replay("""
                {"given": [{"as": "userId", "post": "/Users", "body": {}}],
                 "expect": {"status": [200]},
                 "house": {"body": "none", "headers": {"ETag": {"$present": true}}, "json": {"/id": "{{userId}}"}}}
                """))
                .hasSize(3)
                .anySatisfy(fault -> assertThat(fault).contains("/id", "\"fixed\"", "\"id-1\""));
    }

    @Test
    void what_is_left_behind_is_checked_too() {
        assertThat(replay("""
                {"given": [{"as": "userId", "post": "/Users", "body": {}}],
                 "expect": {"status": [200]},
                 "after": [{"get": "/Users/1", "json": {"/members": {"$size": 1}}}]}
                """)).singleElement().asString().contains("after /Users/1", "/members", "absent");
    }

    private List<String> replay(String expectation) {
        try (JsonReader reader = Json.createReader(new StringReader(expectation))) {
            Recording recording = new Recording("test/01", REQUEST, reader.readObject());
            return new Replay("http://" + host() + "/scim/v2", "secret").faults(recording);
        }
    }

    private String host() {
        return server.getAddress().getAddress().getHostAddress() + ":"
                + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String method = exchange.getRequestMethod();
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        seen.add(method + " " + exchange.getRequestURI() + " " + body);
        boolean create = method.equals("POST");
        String id = create ? "id-" + seen.size() : "fixed";
        byte[] answer = Json.createObjectBuilder()
                .add("id", id)
                .add("name", Json.createObjectBuilder().add("familyName", id))
                .build()
                .toString()
                .getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/scim+json");
        exchange.sendResponseHeaders(create ? 201 : 200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }
}
