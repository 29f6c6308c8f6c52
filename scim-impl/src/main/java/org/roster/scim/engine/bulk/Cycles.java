package org.roster.scim.engine.bulk;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * Finds out which nodes of a graph are in a circle with which others: its strongly connected components, by Tarjan's
 * algorithm, without recursion because a chain may be as long as a request.
 */
final class Cycles {

    private static final int UNSEEN = 0;

    private final List<? extends Set<Integer>> edges;
    private final int[] seen;
    private final int[] earliest;
    private final boolean[] open;
    private final Deque<Integer> path = new ArrayDeque<>();
    private final Deque<Visit> visits = new ArrayDeque<>();
    private final List<List<Integer>> components = new ArrayList<>();
    private int counter = UNSEEN;

    private record Visit(int node, Iterator<Integer> next) {}

    private Cycles(List<? extends Set<Integer>> edges) {
        this.edges = edges;
        this.seen = new int[edges.size()];
        this.earliest = new int[edges.size()];
        this.open = new boolean[edges.size()];
    }

    /**
     * The nodes of a graph in groups: those of a group can reach each other. A node in no circle is a group by itself. Each
     * group comes after those that it can reach.
     */
    static List<List<Integer>> of(List<? extends Set<Integer>> edges) {
        Cycles cycles = new Cycles(edges);
        for (int node = 0; node < edges.size(); node++) {
            if (cycles.seen[node] == UNSEEN) {
                cycles.visit(node);
            }
        }
        return cycles.components;
    }

    private void visit(int root) {
        enter(root);
        while (!visits.isEmpty()) {
            Visit visit = visits.element();
            if (visit.next().hasNext()) {
                follow(visit.node(), visit.next().next());
            } else {
                visits.pop();
                leave(visit.node());
            }
        }
    }

    private void enter(int node) {
        seen[node] = ++counter;
        earliest[node] = counter;
        open[node] = true;
        path.push(node);
        visits.push(new Visit(node, edges.get(node).iterator()));
    }

    private void follow(int from, int to) {
        if (seen[to] == UNSEEN) {
            enter(to);
        } else if (open[to]) {
            earliest[from] = Math.min(earliest[from], seen[to]);
        }
    }

    private void leave(int node) {
        if (!visits.isEmpty()) {
            int parent = visits.element().node();
            earliest[parent] = Math.min(earliest[parent], earliest[node]);
        }
        if (earliest[node] == seen[node]) {
            components.add(component(node));
        }
    }

    private List<Integer> component(int root) {
        List<Integer> component = new ArrayList<>();
        int node;
        do {
            node = path.pop();
            open[node] = false;
            component.add(node);
        } while (node != root);
        component.sort(null);
        return component;
    }
}
