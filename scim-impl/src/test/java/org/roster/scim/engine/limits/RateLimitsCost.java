package org.roster.scim.engine.limits;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.roster.scim.engine.security.RecordedResponse;

/**
 * What the filter costs: {@code mvn test -Dtest=RateLimitsCost} writes {@code target/limits.md}. CPU time of the thread, with
 * a request and an answer that are proxies; what these cost alone is the first row. No test of the build looks at it.
 */
@Timeout(300)
class RateLimitsCost {

    private static final int REQUESTS = 100_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    @Test
    void of_a_request() throws IOException {
        List<String> lines = new ArrayList<>(List.of("| requests | CPU microseconds |", "|---|--:|"));
        lines.add(row("without limits", new Door(), 200));
        lines.add(row(
                "admitted, four limits",
                new Door(
                        "roster.limit.rate", "1000000",
                        "roster.limit.burst", "1000000",
                        "roster.limit.concurrent", "100",
                        "roster.limit.tenant.rate", "1000000",
                        "roster.limit.tenant.burst", "1000000",
                        "roster.limit.tenant.concurrent", "100"),
                200));
        Door full = new Door("roster.limit.rate", "1");
        full.ask("hr@acme");
        lines.add(row("refused", full, 429));
        Files.write(Path.of("target", "limits.md"), lines);
    }

    private static String row(String title, Door door, int status) {
        double[] rounds = new double[9];
        for (int round = -3; round < rounds.length; round++) {
            long before = THREADS.getCurrentThreadCpuTime();
            for (int i = 0; i < REQUESTS; i++) {
                HttpServletRequest request = door.request(Door.token("hr@acme"), "192.0.2.1");
                RecordedResponse answer = door.send(request, (given, response) -> {});
                assertThat(answer.status() == status).isTrue();
            }
            if (round >= 0) {
                rounds[round] = (THREADS.getCurrentThreadCpuTime() - before) / 1e3 / REQUESTS;
            }
            door.pass(Duration.ofMillis(status == 200 ? 1_000 : 0));
        }
        Arrays.sort(rounds);
        return String.format(Locale.ROOT, "| %s | %.2f |", title, rounds[rounds.length / 2]);
    }
}
