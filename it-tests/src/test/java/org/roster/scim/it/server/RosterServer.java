package org.roster.scim.it.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;

/**
 * The service of this lane as a client knows it.
 *
 * @param baseUrl the SCIM base URL, without a slash at its end
 * @param token the bootstrap bearer token
 */
public record RosterServer(URI baseUrl, String token) {

    /** The service of the lane that runs. */
    public static RosterServer current() {
        return new RosterServer(
                URI.create("http://127.0.0.1:" + TestProperty.required("http.port") + "/scim/v2"),
                TestProperty.required("roster.bootstrap.token"));
    }

    /** The SCIM base URL by TLS, with the certificate that the server made for itself. */
    public static URI secureBaseUrl() {
        return URI.create("https://127.0.0.1:" + TestProperty.required("https.port") + "/scim/v2");
    }

    /**
     * The address of an endpoint or a resource.
     *
     * @param path below the base URL, with its leading slash, already percent-encoded
     */
    public URI uri(String path) {
        return URI.create(baseUrl + path);
    }

    /** The value of an Authorization header with the bootstrap token. */
    public String bearer() {
        return "Bearer " + token;
    }

    /**
     * Waits until the service answers at all, such as by 401; a server that starts refuses connections first, and then
     * may say 404 until it has loaded its applications.
     *
     * @throws IllegalStateException after five minutes without an answer
     */
    public void awaitAnswer() {
        Instant deadline = Instant.now().plus(Duration.ofMinutes(5));
        while (!answers()) {
            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException(baseUrl + " did not answer for five minutes");
            }
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private boolean answers() {
        HttpRequest request = HttpRequest.newBuilder(uri("/Users"))
                .timeout(Duration.ofSeconds(30))
                .build();
        try {
            int status = HttpClient.newHttpClient()
                    .send(request, BodyHandlers.discarding())
                    .statusCode();
            return status != 404 && status != 503;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
