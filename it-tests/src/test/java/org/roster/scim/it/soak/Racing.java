package org.roster.scim.it.soak;

import static org.roster.scim.it.http.ScimHttp.target;
import static org.roster.scim.it.sample.GroupBuilder.aGroup;
import static org.roster.scim.it.sample.PatchBuilder.aPatch;
import static org.roster.scim.it.sample.UserBuilder.aUser;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.roster.scim.it.http.ScimAnswer;
import org.roster.scim.it.http.ScimHttp;
import org.roster.scim.it.http.Workers;
import org.roster.scim.it.sample.PatchBuilder;

/** Many writers of one thing, over both servers (RFC 7644 §3.14, §3.3, §3.5.2). */
final class Racing implements Story {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int MOST_REFUSALS = 100;

    @Override
    public void tell(Findings findings) throws IOException, SQLException {
        try (Cluster cluster = Cluster.start("racing", Settings.clients() * Settings.adds())) {
            names(cluster, findings);
            versions(cluster, findings);
            mirror(cluster, findings);
            members(cluster, findings);
            new DirectoryCheck(cluster).into(findings);
        }
    }

    private static void members(Cluster cluster, Findings findings) throws SQLException {
        int all = Settings.clients() * Settings.adds();
        List<String> users =
                cluster.texts("select id from scim_resource where type = 'User' and created < 1748736000000"
                        + " order by created limit " + all);
        String group =
                cluster.client(0).post("/Groups", aGroup().json()).expect(201).id();
        LongAdder refused = new LongAdder();
        AtomicInteger done = new AtomicInteger();
        long start = System.nanoTime();
        long end = start + Duration.ofMinutes(Settings.minutes()).toNanos();
        try (Crowd crowd = new Crowd()) {
            for (int client = 0; client < Settings.clients(); client++) {
                List<String> own = users.subList(client * Settings.adds(), (client + 1) * Settings.adds());
                ScimHttp http = cluster.client(client);
                crowd.add(() -> {
                    for (String user : own) {
                        if (System.nanoTime() > end) {
                            break;
                        }
                        add(http, group, user, refused);
                        tellProgress(done.incrementAndGet(), start);
                    }
                    return true;
                });
            }
            crowd.await(PATIENCE.plusMinutes(Settings.minutes()));
        }
        long seconds = Math.max(1, (System.nanoTime() - start) / 1_000_000_000);
        int added = done.get();
        findings.figure(
                "add-member, " + Settings.clients() + " clients x " + Settings.adds() + " on one group over two nodes",
                added + " acknowledged" + (added < all ? ", time was up" : "") + ", " + seconds + " s, "
                        + added / seconds + "/s");
        findings.figure("answers 503 with Retry-After among them, sent again", refused.sum());
        findings.require(
                "members in the database",
                (long) added,
                cluster.number("select count(*) from scim_member where group_id = '" + group + "'"));
        for (int node = 0; node < Cluster.NODES; node++) {
            findings.require(
                    "members that node " + node + " shows",
                    added,
                    cluster.client(node)
                            .get("/Groups/" + group + "?attributes=members")
                            .expect(200)
                            .json()
                            .getJsonArray("members")
                            .size());
        }
        findings.require(
                "version of the group, one for each member and one for the group",
                added + 1L,
                cluster.number("select version from scim_resource where id = '" + group + "'"));
    }

    private static void tellProgress(int done, long start) {
        if (done % 8_000 == 0) {
            System.out.println(done + " members after " + (System.nanoTime() - start) / 1_000_000_000 + " s");
        }
    }

    /** As a client does it: when told to come back it does. */
    private static void add(ScimHttp http, String group, String user, LongAdder refused) {
        String body =
                aPatch().add("members", PatchBuilder.members(List.of(user))).json();
        for (int attempt = 0; attempt < MOST_REFUSALS; attempt++) {
            ScimAnswer answer = http.patch("/Groups/" + group, body);
            if (answer.status() != 503) {
                if (answer.status() != 204) {
                    answer.expect(200);
                }
                return;
            }
            refused.increment();
            Crowd.pause(1_000L * Integer.parseInt(answer.header("Retry-After").orElseThrow()));
        }
        throw new IllegalStateException("refused " + MOST_REFUSALS + " times: " + user);
    }

    private static void names(Cluster cluster, Findings findings) {
        int racers = 200;
        int rounds = 5;
        int created = 0;
        int refused = 0;
        int found = 0;
        connect(cluster, racers);
        for (int round = 0; round < rounds; round++) {
            String name = "racing-" + UUID.randomUUID().toString().replaceAll("[^a-z]", "x");
            List<Supplier<ScimAnswer>> calls = IntStream.range(0, racers)
                    .<Supplier<ScimAnswer>>mapToObj(n -> () -> cluster.client(n)
                            .post("/Users", aUser().named(inCase(name, n)).json()))
                    .toList();
            for (ScimAnswer answer : Workers.race(calls)) {
                if (answer.status() == 201) {
                    created++;
                } else {
                    answer.expectError(409, "uniqueness");
                    refused++;
                }
            }
            for (int node = 0; node < Cluster.NODES; node++) {
                String filter = "userName eq \"" + name + "\"";
                found += cluster.client(node)
                        .get(target("/Users", "filter", filter))
                        .expect(200)
                        .totalResults();
            }
        }
        findings.require(
                racers + " racing creates of one userName in different case, " + rounds + " rounds: 201",
                rounds,
                created);
        findings.require("the others: 409 uniqueness", rounds * (racers - 1), refused);
        findings.require("found by that name, at both nodes", rounds * Cluster.NODES, found);
    }

    /** Opens connections beforehand, not all at the same moment: the race is about names, and a server may refuse a rush. */
    private static void connect(Cluster cluster, int connections) {
        try (Crowd crowd = new Crowd()) {
            for (int n = 0; n < connections; n++) {
                ScimHttp http = cluster.client(n);
                crowd.add(() -> http.get(target("/Users", "count", "1")).expect(200));
                Crowd.pause(10);
            }
            crowd.await(PATIENCE);
        }
    }

    /** The name with some letters in upper case, so that no two of the first 256 are the same text. */
    private static String inCase(String name, int n) {
        StringBuilder mixed = new StringBuilder(name);
        for (int bit = 0; bit < 8; bit++) {
            // Behind "racing-", which has six letters only.
            int at = bit < 6 ? bit : bit + 1;
            if ((n & 1 << bit) != 0) {
                mixed.replace(at, at + 1, name.substring(at, at + 1).toUpperCase(Locale.ROOT));
            }
        }
        return mixed.toString();
    }

    private static void versions(Cluster cluster, Findings findings) {
        int racers = 32;
        int rounds = 20;
        ScimAnswer user = cluster.client(0).post("/Users", aUser().json()).expect(201);
        String path = "/Users/" + user.id();
        String name = user.textAt("/userName");
        int won = 0;
        int late = 0;
        int same = 0;
        for (int round = 0; round < rounds; round++) {
            String version = cluster.client(round).get(path).expect(200).etag();
            int of = round;
            List<Supplier<ScimAnswer>> calls = IntStream.range(0, racers)
                    .<Supplier<ScimAnswer>>mapToObj(n -> () -> {
                        ScimHttp http = cluster.client(n / 2).with("If-Match", version);
                        String title = of + " by " + n;
                        return n % 2 == 0
                                ? http.put(
                                        path,
                                        aUser().named(name).with("title", title).json())
                                : http.patch(
                                        path,
                                        aPatch().replace("title", "\"" + title + "\"")
                                                .json());
                    })
                    .toList();
            List<ScimAnswer> answers = Workers.race(calls);
            for (ScimAnswer answer : answers) {
                if (answer.status() == 200) {
                    won++;
                    String title = answer.textAt("/title");
                    same += cluster.client(of + 1)
                                    .get(path)
                                    .expect(200)
                                    .textAt("/title")
                                    .equals(title)
                            ? 1
                            : 0;
                } else {
                    answer.expectError(412);
                    late++;
                }
            }
        }
        findings.require(
                racers + " racing PUTs and PATCHes with one If-Match, " + rounds + " versions: winners", rounds, won);
        findings.require("whose values the other node shows", rounds, same);
        findings.require("the others: 412", rounds * (racers - 1), late);
    }

    /** What one node has acknowledged the other one knows. */
    private static void mirror(Cluster cluster, Findings findings) {
        int rounds = 200;
        int fresh = 0;
        ScimAnswer user = cluster.client(0).post("/Users", aUser().json()).expect(201);
        String path = "/Users/" + user.id();
        for (int round = 0; round < rounds; round++) {
            String title = "round " + round;
            cluster.client(round)
                    .patch(path, aPatch().replace("title", "\"" + title + "\"").json())
                    .expect(200);
            ScimHttp other = cluster.client(round + 1);
            String filter = "userName eq \"" + user.textAt("/userName") + "\" and title eq \"" + title + "\"";
            boolean read = other.get(path).expect(200).textAt("/title").equals(title);
            boolean found =
                    other.get(target("/Users", "filter", filter)).expect(200).totalResults() == 1;
            fresh += read && found ? 1 : 0;
        }
        findings.require("written at one node and at once read and found at the other", rounds, fresh);
    }
}
