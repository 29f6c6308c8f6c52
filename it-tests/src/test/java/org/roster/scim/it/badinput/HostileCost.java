package org.roster.scim.it.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.roster.scim.it.http.ScimAnswer;
import org.roster.scim.it.memory.MemoryServer;

/**
 * What hostile input costs: {@code mvn test -Dtest=HostileCost} writes {@code target/hostile.md}. The CPU time is that of the
 * one thread that serves a request in memory, from its first byte to its last: HTTP, JAX-RS and the engine. No test of the
 * build looks at it, because a busy machine would make it fail.
 */
@Timeout(1_800)
class HostileCost {
    private static final int WARM_UP = 5;
    private static final int ROUNDS = 9;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private record Row(String title, int status, String scimType, double milliseconds) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "| %s | %d | %s | %.1f |", title, status, scimType, milliseconds);
        }
    }

    @Test
    void hostile_input_is_answered_at_little_cost() throws IOException {
        List<Row> rows = new ArrayList<>();
        MemoryServer server = MemoryServer.start(Map.of()).asCurrent();
        try {
            Fixture fixture = new Fixture();
            Stream.of(HostileQueries.all(), HostilePaths.all(), HostileBodies.all())
                    .flatMap(requests -> requests)
                    .forEach(request -> rows.add(row(request, fixture)));
        } finally {
            server.close();
        }
        Path table = Path.of("target", "hostile.md");
        List<String> lines = new ArrayList<>(List.of("| input | status | scimType | CPU ms |", "|---|---|---|---|"));
        rows.stream().map(Row::toString).forEach(lines::add);
        Files.write(table, lines);
        assertThat(rows).allSatisfy(row -> assertThat(row.status()).isIn(400, 413));
    }

    private static Row row(BadRequest request, Fixture fixture) {
        double[] spent = new double[ROUNDS];
        ScimAnswer answer = request.send(fixture.names());
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            long before = cpu();
            request.send(fixture.names());
            if (round >= 0) {
                spent[round] = (cpu() - before) / 1e6;
            }
        }
        Arrays.sort(spent);
        return new Row(request.input(), answer.status(), answer.textAt("/scimType"), spent[ROUNDS / 2]);
    }

    private static long cpu() {
        return Arrays.stream(THREADS.getThreadInfo(THREADS.getAllThreadIds()))
                .filter(thread -> thread != null && thread.getThreadName().equals("memory-server"))
                .mapToLong(thread -> THREADS.getThreadCpuTime(thread.getThreadId()))
                .max()
                .orElseThrow();
    }
}
