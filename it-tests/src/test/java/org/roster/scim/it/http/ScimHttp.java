package org.roster.scim.it.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.roster.scim.it.server.RealmUser;
import org.roster.scim.it.server.RosterServer;

/**
 * A SCIM client for tests: immutable, safe for many threads, and without opinions on the answer.
 * Paths are relative to the base URL and sent as they are; build those with a query by {@link #target}.
 */
public final class ScimHttp {
    public static final String SCIM_JSON = "application/scim+json";

    /** For a bulk request with a thousand operations on a busy machine; whatever is faster shall say so in its test. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    private final String baseUrl;
    private final Map<String, String> headers;
    private final Gate gate;

    private ScimHttp(String baseUrl, Map<String, String> headers, Gate gate) {
        this.baseUrl = baseUrl;
        this.headers = headers;
        this.gate = gate;
    }

    /** A client of this service that shows no credential. */
    public static ScimHttp of(RosterServer server) {
        return new ScimHttp(server.baseUrl().toString(), new TreeMap<>(String.CASE_INSENSITIVE_ORDER), Gate.OPEN)
                .with("Accept", SCIM_JSON);
    }

    /** A client that shows no credential. */
    public static ScimHttp anonymous() {
        return of(RosterServer.current());
    }

    /** A client that may do everything, by bearer token. */
    public static ScimHttp admin() {
        return anonymous().with("Authorization", RosterServer.current().bearer());
    }

    /** A client with a user of the server's realm, by BASIC. */
    public static ScimHttp as(RealmUser user) {
        return anonymous().with("Authorization", user.basic());
    }

    /** A client that claims to be somebody, by BASIC. */
    public static ScimHttp as(String name, String password) {
        return anonymous().claimingToBe(name, password);
    }

    /** The same client, claiming to be somebody, by BASIC. */
    public ScimHttp claimingToBe(String name, String password) {
        String pair = Base64.getEncoder().encodeToString((name + ":" + password).getBytes(UTF_8));
        return with("Authorization", "Basic " + pair);
    }

    /** The same client at another base URL, without a slash at its end. */
    public ScimHttp at(String otherBaseUrl) {
        return new ScimHttp(otherBaseUrl, headers, gate);
    }

    /** The same client, with every request seen by a gate. */
    public ScimHttp through(Gate other) {
        return new ScimHttp(baseUrl, headers, other);
    }

    /** The same client, sending this header as well, in place of one with the same name. */
    public ScimHttp with(String header, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(header, value);
        return new ScimHttp(baseUrl, more, gate);
    }

    /** The same client without this header. */
    public ScimHttp without(String header) {
        Map<String, String> fewer = new TreeMap<>(headers);
        fewer.remove(header);
        return new ScimHttp(baseUrl, fewer, gate);
    }

    /** A path with query parameters, percent-encoded: {@code target("/Users", "filter", "userName pr", "count", "3")}. */
    public static String target(String path, String... namesAndValues) {
        StringBuilder target = new StringBuilder(path);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            target.append(i == 0 ? '?' : '&')
                    .append(URLEncoder.encode(namesAndValues[i], UTF_8))
                    .append('=')
                    .append(URLEncoder.encode(namesAndValues[i + 1], UTF_8));
        }
        return target.toString();
    }

    public String baseUrl() {
        return baseUrl;
    }

    public ScimAnswer get(String path) {
        return send("GET", path, new byte[0]);
    }

    public ScimAnswer post(String path, String body) {
        return send("POST", path, body.getBytes(UTF_8));
    }

    public ScimAnswer put(String path, String body) {
        return send("PUT", path, body.getBytes(UTF_8));
    }

    public ScimAnswer patch(String path, String body) {
        return send("PATCH", path, body.getBytes(UTF_8));
    }

    public ScimAnswer delete(String path) {
        return send("DELETE", path, new byte[0]);
    }

    /** Sends exactly these bytes as the body; an empty array is a request without a body. */
    public ScimAnswer send(String method, String path, byte[] body) {
        Gate.Request sent = new Gate.Request(method, path, headers, new String(body, UTF_8));
        gate.pass(sent);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(baseUrl + path)).timeout(PATIENCE);
        boolean bodied = body.length > 0 || !(method.equals("GET") || method.equals("DELETE") || method.equals("HEAD"));
        request.method(method, bodied ? BodyPublishers.ofByteArray(body) : BodyPublishers.noBody());
        if (bodied) {
            request.setHeader("Content-Type", SCIM_JSON);
        }
        headers.forEach(request::setHeader);
        try {
            var answer = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
            return gate.seen(
                    sent,
                    new ScimAnswer(
                            method + " " + path,
                            answer.statusCode(),
                            answer.headers().map(),
                            new String(answer.body(), UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(method + " " + path + " was interrupted", e);
        }
    }
}
