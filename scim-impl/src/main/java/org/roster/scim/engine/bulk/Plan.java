package org.roster.scim.engine.bulk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.roster.scim.engine.bulk.BulkOperation.Call;

/**
 * In which order the operations of a request are carried out: in that of the request, but that an operation waits until
 * everything is created that it refers to. Nothing else moves, so that a name is free where a DELETE before has freed it; and
 * what waits holds up later changes of the same resource. Operations that refer to one another in a circle are one step.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7644#section-3.7">RFC 7644 §3.7</a>
 */
final class Plan {

    /**
     * What is carried out at once.
     *
     * @param operations in the order of the request; one, unless they refer to one another
     * @param circular whether something in here refers to itself, by whatever way
     */
    record Step(List<BulkOperation> operations, boolean circular) {

        /** The operations of a circle, which are all POSTs: nothing can refer to the others. */
        List<Call> calls() {
            return operations.stream().map(Call.class::cast).toList();
        }
    }

    private final List<BulkOperation> operations;

    /** Of each operation those that have to be done before it, by their places in the request. */
    private final List<Set<Integer>> before = new ArrayList<>();

    private Plan(List<BulkOperation> operations) {
        this.operations = operations;
        Map<String, Integer> creators = creators();
        Map<String, Integer> changed = new HashMap<>();
        for (BulkOperation operation : operations) {
            Set<Integer> earlier = new TreeSet<>();
            if (operation instanceof Call call) {
                call.references().stream()
                        .flatMap(bulkId -> Optional.ofNullable(creators.get(bulkId)).stream())
                        .forEach(earlier::add);
                lastChange(call, changed).ifPresent(earlier::add);
            }
            before.add(earlier);
        }
    }

    private Map<String, Integer> creators() {
        Map<String, Integer> creators = new HashMap<>();
        operations.stream()
                .filter(Call.class::isInstance)
                .map(BulkOperation::label)
                .filter(Label::creates)
                .forEach(label -> creators.put(label.bulkId().orElseThrow(), label.index()));
        return creators;
    }

    private static Optional<Integer> lastChange(Call call, Map<String, Integer> changed) {
        return call.line().method() == Method.POST
                ? Optional.empty()
                : Optional.ofNullable(
                        changed.put(call.line().path(), call.label().index()));
    }

    /** The steps of a request, in the order in which they are to be done. */
    static List<Step> of(List<BulkOperation> operations) {
        return new Plan(operations).steps();
    }

    /**
     * An operation is due in its place, or when the last one that it waits for is done. Those that become due together stay
     * in the order in which they were found, which puts what is waited for first.
     */
    private List<Step> steps() {
        int[] due = new int[operations.size()];
        List<List<Integer>> groups = Cycles.of(before);
        for (List<Integer> group : groups) {
            int when = group.stream()
                    .flatMap(index -> Stream.concat(
                            Stream.of(index), before.get(index).stream().map(e -> due[e])))
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            group.forEach(index -> due[index] = when);
        }
        return groups.stream()
                .sorted(Comparator.comparing(group -> due[group.get(0)]))
                .map(this::step)
                .toList();
    }

    private Step step(List<Integer> group) {
        boolean circular = group.size() > 1 || before.get(group.get(0)).contains(group.get(0));
        return new Step(group.stream().map(operations::get).toList(), circular);
    }
}
