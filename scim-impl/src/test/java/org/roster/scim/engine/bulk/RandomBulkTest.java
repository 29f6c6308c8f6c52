package org.roster.scim.engine.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.fixture.Body.aGroup;
import static org.roster.scim.fixture.BulkBody.aBulk;
import static org.roster.scim.fixture.TestSchemas.GROUP;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.roster.scim.engine.store.memory.MemoryResourceStore;
import org.roster.scim.fixture.Body;
import org.roster.scim.fixture.BulkBody;
import org.roster.scim.fixture.Directory;
import org.roster.scim.fixture.TestSchemas;

/**
 * Groups that are members of each other at random, some of them bad. Whatever the graph: a bad one fails by its own error,
 * what depends on it by 409, and all others are there with exactly their members.
 */
@Tag("P-3.7.1-01")
@Tag("P-3.7-07")
class RandomBulkTest {

    private static final long SEED = 20_260_802;
    private static final int ROUNDS = 3_000;

    private record Graph(List<Set<Integer>> members, Set<Integer> bad) {

        static Graph random(Random random) {
            int size = 1 + random.nextInt(12);
            List<Set<Integer>> members = new ArrayList<>();
            Set<Integer> bad = new HashSet<>();
            for (int group = 0; group < size; group++) {
                Set<Integer> of = new TreeSet<>();
                for (int i = random.nextInt(3); i > 0; i--) {
                    of.add(random.nextInt(size));
                }
                of.remove(group);
                members.add(of);
                if (random.nextInt(10) == 0) {
                    bad.add(group);
                }
            }
            return new Graph(members, bad);
        }

        BulkBody bulk() {
            BulkBody bulk = aBulk();
            for (int group = 0; group < members.size(); group++) {
                Body body = aGroup("g" + group);
                for (int member : members.get(group)) {
                    body = Desk.member(body, "b" + member);
                }
                bulk = bulk.post("b" + group, bad.contains(group) ? body.without("displayName") : body);
            }
            return bulk;
        }

        /** The bad ones, those with a member that is lost, those with a member of these, and so on. */
        Set<Integer> lost() {
            Set<Integer> lost = new HashSet<>(bad);
            int before;
            do {
                before = lost.size();
                for (int group = 0; group < members.size(); group++) {
                    if (members.get(group).stream().anyMatch(lost::contains)) {
                        lost.add(group);
                    }
                }
            } while (lost.size() > before);
            return lost;
        }
    }

    @Test
    void what_can_be_created_is_there_and_the_rest_is_blamed_on_the_right_ones() {
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            Graph graph = Graph.random(random);
            Desk desk = new Desk(new Directory(new MemoryResourceStore(TestSchemas.REGISTRY), "t"));
            Answered answer = desk.send(graph.bulk());
            Set<Integer> lost = graph.lost();
            for (int group = 0; group < graph.members().size(); group++) {
                check(graph, lost, group, answer, desk);
            }
            assertThat(desk.directory().all(GROUP))
                    .as("round %s: %s", round, graph)
                    .hasSize(graph.members().size() - lost.size());
        }
    }

    private static void check(Graph graph, Set<Integer> lost, int group, Answered answer, Desk desk) {
        String status = answer.statuses().get(group);
        if (!lost.contains(group)) {
            assertThat(status).as("%s of %s", group, graph).isEqualTo("201");
            assertThat(Desk.members(desk.group(answer.id(group))))
                    .as("members of %s of %s", group, graph)
                    .containsExactlyInAnyOrderElementsOf(
                            graph.members().get(group).stream().map(answer::id).toList());
        } else if (!graph.bad().contains(group)) {
            assertThat(status).as("%s of %s", group, graph).isEqualTo("409");
        } else {
            // A bad one that also depends on a bad one may be told either.
            assertThat(status).as("%s of %s", group, graph).isIn("400", "409");
        }
        if (graph.bad().contains(group) && graph.members().get(group).stream().noneMatch(lost::contains)) {
            assertThat(status).as("%s of %s", group, graph).isEqualTo("400");
        }
    }
}
