package org.roster.scim.engine.jwt;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Keys that an issuer publishes. Goes to the address that the operator wrote down and nowhere else: redirects are not
 * followed. Threads are those of the client, which end with it.
 *
 * @param client of all issuers
 * @param address of the JWK Set
 */
record HttpKeySource(HttpClient client, URI address) implements KeySource {

    private static final Duration CONNECT = Duration.ofSeconds(3);

    /** For the whole answer: the time-out of a request ends with the headers of the answer. */
    private static final int PATIENCE_SECONDS = 5;

    static HttpClient newClient() {
        return HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public CompletableFuture<byte[]> read() {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Accept", "application/jwk-set+json, application/json")
                .timeout(Duration.ofSeconds(PATIENCE_SECONDS))
                .build();
        CompletableFuture<HttpResponse<byte[]>> exchange =
                client.sendAsync(request, answer -> new LimitedBody(LONGEST));
        Executor later = CompletableFuture.delayedExecutor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        later.execute(() -> exchange.cancel(true));
        return exchange.thenCompose(HttpKeySource::document);
    }

    private static CompletableFuture<byte[]> document(HttpResponse<byte[]> answer) {
        return answer.statusCode() == 200
                ? CompletableFuture.completedFuture(answer.body())
                : CompletableFuture.failedFuture(new IOException("the answer is " + answer.statusCode()));
    }
}
