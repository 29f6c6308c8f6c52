package org.roster.scim.it.soak;

import static org.roster.scim.it.http.ScimHttp.target;
import static org.roster.scim.it.sample.GroupBuilder.aGroup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.roster.scim.it.http.ScimHttp;

/**
 * A server, one of the two by turns, is killed under writers, and then the database, again and again. Each time all is looked
 * at when both servers read again.
 */
final class Crashing implements Story {

    private static final int SHORTEST_MILLIS = 300;
    private static final int LONGEST_MILLIS = 1_500;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Random random = new Random(7);
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicBoolean over = new AtomicBoolean();
    private final ReadWriteLock gate = new ReentrantReadWriteLock(true);
    private final Map<String, Long> violations = new LinkedHashMap<>();
    private int idle;

    /** One crash, until whatever crashed has been started again. */
    private interface Crash {
        void happen(int cycle) throws IOException, SQLException;
    }

    @Override
    public void tell(Findings findings) throws IOException, SQLException {
        try (Cluster cluster = Cluster.start("crashing", 0);
                Crowd crowd = new Crowd()) {
            List<Writer> writers = writers(cluster.client(0));
            for (int n = 0; n < writers.size(); n++) {
                int first = n;
                crowd.add(() -> write(cluster, writers.get(first), first));
            }
            try {
                repeat("database", cluster, writers, findings, cycle -> {
                    cluster.killDatabase();
                    cluster.startDatabase();
                });
                repeat("server", cluster, writers, findings, cycle -> {
                    cluster.killServer(cycle % Cluster.NODES);
                    cluster.startServer(cycle % Cluster.NODES);
                });
            } finally {
                over.set(true);
            }
            crowd.await(PATIENCE);
            check(cluster, writers);
            findings.figure("writes acknowledged", acknowledged);
            findings.figure("writes without an acknowledgement", open);
            findings.require("crashes while nobody had been writing", 0, idle);
            violations.forEach((what, count) -> findings.require(what, 0L, count));
        }
    }

    private static List<Writer> writers(ScimHttp http) {
        String group = http.post("/Groups", aGroup().json()).expect(201).id();
        List<Writer> writers = new ArrayList<>();
        for (int n = 0; n < 2; n++) {
            writers.add(new CreatingWriter());
            writers.add(new PatchingWriter(http));
            writers.add(new JoiningWriter(http, group));
            writers.add(new CirclingWriter());
        }
        return writers;
    }

    private boolean write(Cluster cluster, Writer writer, int first) {
        for (int n = first; !over.get(); n++) {
            boolean taken;
            gate.readLock().lock();
            try {
                taken = writer.step(cluster.client(n));
            } catch (UncheckedIOException e) {
                taken = false;
            } finally {
                gate.readLock().unlock();
            }
            (taken ? acknowledged : open).incrementAndGet();
            if (!taken) {
                // What a dead server had sent to the database shall be over before something else is sent.
                Crowd.pause(250);
            }
        }
        return true;
    }

    private void repeat(String what, Cluster cluster, List<Writer> writers, Findings findings, Crash crash)
            throws IOException, SQLException {
        if (!Settings.kills().contains(what)) {
            return;
        }
        long longest = 0;
        long all = 0;
        int cycle = 0;
        long end = System.nanoTime() + Duration.ofMinutes(Settings.minutes()).toNanos();
        for (; cycle < Settings.cycles() && System.nanoTime() < end; cycle++) {
            int before = acknowledged.get();
            Crowd.pause(SHORTEST_MILLIS + random.nextInt(LONGEST_MILLIS - SHORTEST_MILLIS));
            idle += acknowledged.get() > before ? 0 : 1;
            crash.happen(cycle);
            long recovery = cluster.awaitRecovery();
            longest = Math.max(longest, recovery);
            all += recovery;
            check(cluster, writers);
            System.out.println(what + " killed " + (cycle + 1) + " times; " + acknowledged + " acknowledged, "
                    + violations.values().stream().mapToLong(v -> v).sum() + " violations");
        }
        findings.figure(
                "kill -9 of the " + what + " under " + writers.size() + " writers",
                cycle + " times" + (cycle < Settings.cycles() ? " of " + Settings.cycles() + ", time was up" : "")
                        + "; from its start until both nodes read: " + all / Math.max(1, cycle)
                        + " ms on average, " + longest + " at most");
    }

    private void check(Cluster cluster, List<Writer> writers) throws SQLException {
        gate.writeLock().lock();
        try {
            Writer.Losses losses = (what, count) -> violations.merge(what, count, Long::sum);
            for (Writer writer : writers) {
                writer.check(cluster, losses);
            }
            new DirectoryCheck(cluster).counts().forEach(losses::add);
            for (int node = 0; node < Cluster.NODES; node++) {
                int told = cluster.client(node)
                        .get(target("/Users", "count", "0"))
                        .expect(200)
                        .totalResults();
                long there = cluster.number("select count(*) from scim_resource where type = 'User'");
                losses.add("totalResults that are not the number of users", told == there ? 0 : 1);
            }
        } finally {
            gate.writeLock().unlock();
        }
    }
}
