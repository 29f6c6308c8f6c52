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
 * @param patience for the whole answer: the time-out of a request ends with the headers of the answer
 */
record HttpKeySource(HttpClient client, URI address, Duration patience) implements KeySource {

    private static final Duration CONNECT = Duration.ofSeconds(3);

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
                .timeout(patience)
                .build();
        CompletableFuture<HttpResponse<byte[]>> exchange =
                client.sendAsync(request, answer -> new LimitedBody(LONGEST));
        CompletableFuture<byte[]> document = exchange.thenCompose(HttpKeySource::document);
        Executor later = CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS);
        later.execute(() -> {
            document.completeExceptionally(new IOException("no whole answer within " + patience.toMillis() + " ms"));
            exchange.cancel(true);
        });
        return document;
    }

    private static CompletableFuture<byte[]> document(HttpResponse<byte[]> answer) {
        return answer.statusCode() == 200
                ? CompletableFuture.completedFuture(answer.body())
                : CompletableFuture.failedFuture(new IOException("the answer is " + answer.statusCode()));
    }
}
