package org.roster.scim.it.soak;

import static org.roster.scim.it.http.ScimHttp.target;
import static org.roster.scim.it.sample.UserBuilder.aUser;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.roster.scim.it.http.ScimAnswer;
import org.roster.scim.it.http.ScimHttp;

/**
 * Somebody reads the whole directory while others delete and create: by cursor, whoever is there from the beginning to the
 * end is met once (RFC 9865 §2). For startIndex RFC 7644 §3.4.2.4 promises nothing, and it is only told how many are lost.
 */
final class Walking implements Story {

    private static final int PAGE = 100;
    private static final int OTHERS = 50;
    private static final int LONGEST_PAGES = 2_000;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @Override
    public void tell(Findings findings) throws IOException, SQLException {
        try (Cluster cluster = Cluster.start("walking", Settings.users())) {
            walk(cluster, findings, "by cursor, each page from the other node", seen -> byCursor(cluster, seen), true);
            // So many come and go between two pages that the store counts where each begins.
            walk(cluster, findings, "by startIndex 1, 101, 201, ...", seen -> byIndex(cluster, seen, false), false);
            walk(
                    cluster,
                    findings,
                    "by startIndex, each page from the other node",
                    seen -> byIndex(cluster, seen, true),
                    false);
            new DirectoryCheck(cluster).into(findings);
        }
    }

    private interface Way {
        /** Walks, and returns the number of pages. */
        int walk(Map<String, Integer> seen);
    }

    private static void walk(Cluster cluster, Findings findings, String name, Way way, boolean promised)
            throws SQLException {
        List<String> before = cluster.texts("select id from scim_resource where type = 'User'");
        Set<String> throughout = new HashSet<>(before);
        Collections.shuffle(before, new Random(42));
        List<String> leaving = before.subList(0, before.size() / 5);
        leaving.forEach(throughout::remove);
        ConcurrentLinkedQueue<String> victims = new ConcurrentLinkedQueue<>(leaving);
        AtomicBoolean over = new AtomicBoolean();
        LongAdder created = new LongAdder();
        LongAdder deleted = new LongAdder();
        Map<String, Integer> seen = new HashMap<>();
        int pages;
        try (Crowd crowd = new Crowd()) {
            for (int n = 0; n < OTHERS; n++) {
                ScimHttp http = cluster.client(n);
                crowd.add(() -> {
                    ArrayDeque<String> own = new ArrayDeque<>();
                    // Two go for each who comes, as long as there are any; so the directory shrinks under the walk.
                    while (!over.get()) {
                        own.add(http.post("/Users", aUser().json()).expect(201).id());
                        created.increment();
                        for (int i = 0; i < 2; i++) {
                            String victim = victims.isEmpty() ? own.poll() : victims.poll();
                            if (victim != null) {
                                http.delete("/Users/" + victim).expect(204);
                                deleted.increment();
                            }
                        }
                    }
                    return own.size();
                });
            }
            pages = way.walk(seen);
            over.set(true);
            crowd.await(PATIENCE);
        }
        long lost = throughout.stream().filter(id -> !seen.containsKey(id)).count();
        long doubled = seen.values().stream().filter(times -> times > 1).count();
        findings.figure(
                name,
                before.size() + " users, " + pages + " pages, meanwhile " + OTHERS + " others deleted " + deleted.sum()
                        + " and created " + created.sum());
        if (promised) {
            findings.require("lost of the " + throughout.size() + " who were there throughout", 0L, lost);
            findings.require("doubled", 0L, doubled);
        } else {
            findings.figure("lost of the " + throughout.size() + ", without a promise", lost);
            findings.figure("doubled, without a promise", doubled);
        }
    }

    private static int byCursor(Cluster cluster, Map<String, Integer> seen) {
        String cursor = "";
        for (int page = 0; page < LONGEST_PAGES; page++) {
            ScimAnswer answer = cluster.client(page)
                    .get(target("/Users", "count", "" + PAGE, "cursor", cursor))
                    .expect(200);
            note(answer, seen);
            cursor = answer.textAt("/nextCursor");
            if (cursor.isEmpty()) {
                return page + 1;
            }
        }
        throw new IllegalStateException("no end after " + LONGEST_PAGES + " pages");
    }

    /** As Okta does: on until the next index is beyond totalResults. */
    private static int byIndex(Cluster cluster, Map<String, Integer> seen, boolean changing) {
        for (int page = 0; page < LONGEST_PAGES; page++) {
            ScimAnswer answer = cluster.client(changing ? page : 0)
                    .get(target("/Users", "count", "" + PAGE, "startIndex", "" + (page * PAGE + 1)))
                    .expect(200);
            note(answer, seen);
            if ((page + 1) * PAGE >= answer.totalResults()) {
                return page + 1;
            }
        }
        throw new IllegalStateException("no end after " + LONGEST_PAGES + " pages");
    }

    private static void note(ScimAnswer answer, Map<String, Integer> seen) {
        for (JsonObject user : answer.resources()) {
            seen.merge(user.getString("id"), 1, Integer::sum);
        }
    }
}
