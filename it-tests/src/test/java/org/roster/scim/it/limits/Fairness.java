package org.roster.scim.it.limits;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.roster.scim.it.benchmark.HttpConnection;
import org.roster.scim.it.sample.UserBuilder;
import org.roster.scim.it.server.RosterServer;

/**
 * What a tenant notices of another one that sends ten times its limit: {@code mvn verify -Dlane=wildfly-postgresql
 * -Dit.test=Fairness} writes {@code target/fairness.md}. The quiet tenant reads its users; rounds with and without the loud
 * one take turns. No test of the build looks at the times, because a busy machine would make it fail.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@Timeout(900)
class Fairness {

    private static final int ROUNDS = 7;
    private static final long SECONDS = 8;
    private static final int WARM_UP_SECONDS = 30;

    /** Ten times the 20 of {@link SmallLimits}, from four connections. */
    private static final int LOUD_PER_SECOND = 200;

    private static final int LOUD_CONNECTIONS = 4;
    private static final long SECOND = 1_000_000_000L;

    private final LongAdder admitted = new LongAdder();
    private final LongAdder refused = new LongAdder();

    @Deployment(testable = false)
    static WebArchive deployment() {
        return LimitedCallers.war();
    }

    @Test
    void a_tenant_at_ten_times_its_limit() throws Exception {
        String id = LimitedCallers.client("quiet@quiet")
                .post("/Users", UserBuilder.aUser().json())
                .expect(201)
                .id();
        byte[] get = request("quiet@quiet", "/Users/" + id);
        quietly(get, WARM_UP_SECONDS);
        List<double[]> alone = new ArrayList<>();
        List<double[]> beside = new ArrayList<>();
        loudly(() -> quietly(get, SECONDS));
        for (int round = 0; round < ROUNDS; round++) {
            alone.add(quietly(get, SECONDS));
            beside.add(loudly(() -> quietly(get, SECONDS)));
        }
        Files.writeString(
                Path.of("target", "fairness.md"),
                String.format(
                        Locale.ROOT,
                        "| the other tenant | requests | p50 ms | p99 ms | p99 of the rounds |%n|---|--:|--:|--:|---|%n%s%s"
                                + "of the loud tenant %d admitted, %d refused%n",
                        row("silent", alone),
                        row("ten times its limit", beside),
                        admitted.sum(),
                        refused.sum()));
        assertThat(admitted.sum()).isPositive();
        assertThat(refused.sum()).isGreaterThan(5 * admitted.sum());
    }

    private interface Work {
        double[] run() throws IOException;
    }

    /** Sends one request after another and returns their times in milliseconds, in order of size. */
    private static double[] quietly(byte[] request, long seconds) throws IOException {
        double[] times = new double[1 << 16];
        int count = 0;
        try (HttpConnection connection = connection()) {
            long end = System.nanoTime() + seconds * SECOND;
            while (System.nanoTime() < end && count < times.length) {
                long start = System.nanoTime();
                assertThat(connection.send(request).status()).isEqualTo(200);
                times[count++] = (System.nanoTime() - start) / 1e6;
                LockSupport.parkNanos(2_000_000);
            }
        }
        double[] sorted = Arrays.copyOf(times, count);
        Arrays.sort(sorted);
        return sorted;
    }

    private double[] loudly(Work work) throws Exception {
        AtomicBoolean stop = new AtomicBoolean();
        ExecutorService pool = Executors.newFixedThreadPool(LOUD_CONNECTIONS);
        try {
            for (int i = 0; i < LOUD_CONNECTIONS; i++) {
                pool.execute(() -> shout(stop));
            }
            return work.run();
        } finally {
            stop.set(true);
            pool.shutdown();
        }
    }

    private void shout(AtomicBoolean stop) {
        byte[] request = request("loud@loud", "/Users?filter=userName+co+%22a%22");
        long interval = SECOND * LOUD_CONNECTIONS / LOUD_PER_SECOND;
        try (HttpConnection connection = connection()) {
            long next = System.nanoTime();
            while (!stop.get()) {
                int status = connection.send(request).status();
                (status == 429 ? refused : admitted).increment();
                next += interval;
                LockSupport.parkNanos(Math.max(0, next - System.nanoTime()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpConnection connection() throws IOException {
        return new HttpConnection(RosterServer.current().baseUrl().getPort());
    }

    private static byte[] request(String credential, String path) {
        return ("GET /scim/v2" + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer test-" + credential
                        + "\r\nAccept: application/scim+json\r\n\r\n")
                .getBytes(UTF_8);
    }

    private static String row(String title, List<double[]> rounds) {
        double[] p99 =
                rounds.stream().mapToDouble(r -> quantile(r, 0.99)).sorted().toArray();
        double[] p50 =
                rounds.stream().mapToDouble(r -> quantile(r, 0.5)).sorted().toArray();
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.2f | %.2f | %s |%n",
                title,
                rounds.stream().mapToInt(r -> r.length).sum(),
                p50[p50.length / 2],
                p99[p99.length / 2],
                rounds.stream()
                        .map(r -> String.format(Locale.ROOT, "%.2f", quantile(r, 0.99)))
                        .toList());
    }

    private static double quantile(double[] sorted, double part) {
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(sorted.length * part))];
    }
}
