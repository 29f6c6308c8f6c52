package org.roster.scim.it.soak;

import static org.roster.scim.it.sample.UserBuilder.aUser;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.roster.scim.it.http.ScimAnswer;
import org.roster.scim.it.http.ScimHttp;

/** The database is stopped for a while; the servers stay, say so, and go on when it is back. */
final class Outage implements Story {

    private static final int CLIENTS = 8;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Map<String, AtomicLong> answers = new ConcurrentSkipListMap<>();
    private final ConcurrentLinkedQueue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final Map<String, Long> slowest = new ConcurrentHashMap<>();

    @Override
    public void tell(Findings findings) throws IOException, SQLException {
        try (Cluster cluster = Cluster.start("outage", 0)) {
            AtomicBoolean over = new AtomicBoolean();
            String reader =
                    cluster.client(0).post("/Users", aUser().json()).expect(201).id();
            try (Crowd crowd = new Crowd()) {
                Crowd.pause(2_000);
                cluster.stopDatabase();
                long start = System.nanoTime();
                for (int n = 0; n < CLIENTS; n++) {
                    ScimHttp http = cluster.client(n / 2);
                    boolean writes = n % 2 == 0;
                    crowd.add(() -> {
                        while (!over.get()) {
                            ask(http, writes, reader);
                            Crowd.pause(200);
                        }
                        return true;
                    });
                }
                Crowd.pause(Settings.outageSeconds() * 1_000L);
                over.set(true);
                crowd.await(PATIENCE);
                answers.forEach((answer, times) -> findings.figure(
                        "database away for " + (System.nanoTime() - start) / 1_000_000_000 + " s: " + answer,
                        times + " times, the slowest after " + slowest.get(answer) + " ms"));
                findings.require("all of them 503 with Retry-After", "[503 with Retry-After]", "" + answers.keySet());
            }
            cluster.startDatabase();
            findings.figure("milliseconds until both nodes read again, not restarted", cluster.awaitRecovery());
            afterwards(cluster, findings);
            new DirectoryCheck(cluster).into(findings);
        }
    }

    private void ask(ScimHttp http, boolean writes, String reader) {
        long start = System.nanoTime();
        ScimAnswer answer = writes ? http.post("/Users", aUser().json()) : http.get("/Users/" + reader);
        long millis = (System.nanoTime() - start) / 1_000_000;
        if (answer.status() == 201) {
            acknowledged.add(answer.id());
        }
        String name = answer.status() + (answer.header("Retry-After").isPresent() ? " with Retry-After" : "");
        answers.computeIfAbsent(name, n -> new AtomicLong()).incrementAndGet();
        slowest.merge(name, millis, Math::max);
    }

    private void afterwards(Cluster cluster, Findings findings) {
        int requests = 200;
        int good = 0;
        for (int n = 0; n < requests; n++) {
            good += cluster.client(n / 2).post("/Users", aUser().json()).status() == 201 ? 1 : 0;
        }
        findings.require("creates at both nodes from then on: 201", requests, good);
        findings.require(
                "acknowledged creates that are not there",
                0L,
                acknowledged.stream()
                        .filter(id -> cluster.client(0).get("/Users/" + id).status() != 200)
                        .count());
    }
}
