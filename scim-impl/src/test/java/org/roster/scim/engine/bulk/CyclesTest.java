package org.roster.scim.engine.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who is in a circle with whom. */
class CyclesTest {

    private static final long SEED = 20_260_802;

    @Test
    void nodes_that_reach_each_other_are_together_and_what_is_needed_comes_first() {
        List<Set<Integer>> edges = List.of(Set.of(1), Set.of(2), Set.of(1, 3), Set.of(), Set.of(0, 4));

        assertThat(Cycles.of(edges)).containsExactly(List.of(3), List.of(1, 2), List.of(0), List.of(4));
    }

    @Test
    void a_ring_and_a_chain_of_a_hundred_thousand_need_no_stack() {
        int size = 100_000;
        List<Set<Integer>> ring =
                IntStream.range(0, size).mapToObj(i -> Set.of((i + 1) % size)).toList();
        List<Set<Integer>> chain = IntStream.range(0, size)
                .mapToObj(i -> i == size - 1 ? Set.<Integer>of() : Set.of(i + 1))
                .toList();

        assertThat(Cycles.of(ring)).hasSize(1);
        assertThat(Cycles.of(chain)).hasSize(size);
    }

    @Test
    void on_random_graphs_it_agrees_with_following_every_edge() {
        Random random = new Random(SEED);
        for (int round = 0; round < 2_000; round++) {
            List<Set<Integer>> edges = graph(random);
            List<List<Integer>> groups = Cycles.of(edges);
            List<Set<Integer>> reachable = IntStream.range(0, edges.size())
                    .mapToObj(n -> reachable(edges, n))
                    .toList();

            assertThat(groups.stream().flatMap(List::stream))
                    .hasSize(edges.size())
                    .doesNotHaveDuplicates();
            Set<Integer> done = new HashSet<>();
            for (List<Integer> group : groups) {
                done.addAll(group);
                for (int node : group) {
                    assertThat(group)
                            .as("%s in %s", node, edges)
                            .containsExactlyElementsOf(IntStream.range(0, edges.size())
                                    .filter(other -> other == node
                                            || (reachable.get(node).contains(other)
                                                    && reachable.get(other).contains(node)))
                                    .boxed()
                                    .toList());
                    assertThat(done).containsAll(reachable.get(node));
                }
            }
        }
    }

    private static List<Set<Integer>> graph(Random random) {
        int size = 1 + random.nextInt(12);
        List<Set<Integer>> edges = new ArrayList<>();
        for (int node = 0; node < size; node++) {
            Set<Integer> to = new TreeSet<>();
            for (int i = random.nextInt(3); i > 0; i--) {
                to.add(random.nextInt(size));
            }
            edges.add(to);
        }
        return edges;
    }

    private static Set<Integer> reachable(List<Set<Integer>> edges, int from) {
        Set<Integer> found = new HashSet<>();
        List<Integer> next = new ArrayList<>(edges.get(from));
        while (!next.isEmpty()) {
            int node = next.remove(next.size() - 1);
            if (found.add(node)) {
                next.addAll(edges.get(node));
            }
        }
        return found;
    }
}
