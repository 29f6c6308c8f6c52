package org.roster.scim.engine.bulk;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.roster.scim.engine.bulk.BulkOperation.Call;
import org.roster.scim.engine.bulk.BulkOperation.Misfit;
import org.roster.scim.engine.operation.Operations;
import org.roster.scim.error.ScimException;
import org.roster.scim.schema.ResourceType;

/**
 * Operations that follow one another and share a commit, which alone would cost as much as an operation does. At first they are
 * expected to succeed. If one is refused, all of them are undone and carried out once more, so that each can be undone without
 * the others: one that is refused leaves no trace, and the others stay. If the commit fails, or anything that is nobody's own
 * mistake, nothing of all this has happened, and each operation gets a transaction of its own.
 */
final class Batch {

    /** PostgreSQL keeps 64 savepoints of a transaction at hand; more of them would cost every reader a search. */
    private static final int LARGEST = 50;

    /** What is written stays locked until the commit. */
    private static final Duration LONGEST = Duration.ofSeconds(1);

    private static final int MOST_ATTEMPTS = 2;

    private static final System.Logger LOG = System.getLogger(Batch.class.getName());

    private final Job job;
    private final List<BulkOperation> operations;

    private Batch(Job job, List<BulkOperation> operations) {
        this.job = job;
        this.operations = operations;
    }

    /**
     * The operations that some steps begin with, as many as may share a commit and are in no circle; at least one. One with a
     * password is alone: hashing it takes a while, and then nothing is locked.
     */
    static Batch beginning(List<Plan.Step> steps, Job job) {
        List<BulkOperation> quick = steps.stream()
                .takeWhile(step -> !step.circular())
                .limit(LARGEST)
                .map(step -> step.operations().get(0))
                .takeWhile(operation -> !takesLong(operation, job))
                .toList();
        return new Batch(
                job, quick.isEmpty() ? List.of(steps.get(0).operations().get(0)) : quick);
    }

    private static boolean takesLong(BulkOperation operation, Job job) {
        return operation instanceof Call call
                && job.recipes()
                        .registry()
                        .byEndpoint(call.line().endpoint())
                        .filter(type -> job.recipes().operations().takesLong(type, call.data()))
                        .isPresent();
    }

    /**
     * Carries the operations out.
     *
     * @param errorsLeft after so many errors the rest is not tried
     * @param faultless whether nothing was refused so far, and so each is expected to succeed
     * @return the results of all, or of those that came first if there was no time for all
     */
    List<BulkResult> results(int errorsLeft, boolean faultless) {
        Set<ResourceType> types = types();
        if (operations.size() > 1 && job.recipes().operations().mayShareCommit(types)) {
            Optional<List<BulkResult>> together = together(types, errorsLeft, faultless);
            if (together.isPresent()) {
                return together.get();
            }
        }
        return untilEnough(errorsLeft, new SingleOperation(job)::result);
    }

    private Set<ResourceType> types() {
        Set<ResourceType> types = new HashSet<>();
        for (BulkOperation operation : operations) {
            if (operation instanceof Call call) {
                job.recipes().registry().byEndpoint(call.line().endpoint()).ifPresent(types::add);
            }
        }
        return types;
    }

    /** All of them in one transaction; empty if that failed, and nothing has happened. */
    private Optional<List<BulkResult>> together(Set<ResourceType> types, int errorsLeft, boolean faultless) {
        AtomicInteger attempts = new AtomicInteger();
        try {
            Attempt done = job.recipes().operations().tentatively(types, inside -> {
                if (attempts.incrementAndGet() > MOST_ATTEMPTS) {
                    throw new IllegalStateException("others change the same resources all the time");
                }
                return (faultless ? faultless(inside, types, errorsLeft) : Optional.<Attempt>empty())
                        .orElseGet(() -> attempt(inside, errorsLeft, (here, op) -> undoable(here, types, op)));
            });
            job.ids().learn(done.ids());
            return Optional.of(done.results());
        } catch (ScimException error) {
            // Where the directory does not answer it would not for one of them either.
            return error.status() == 503
                    ? Optional.of(List.of(job.failed(operations.get(0), error)))
                    : Optional.empty();
        } catch (RuntimeException failure) {
            LOG.log(System.Logger.Level.DEBUG, "Operations of a bulk request get transactions of their own", failure);
            return Optional.empty();
        }
    }

    /** What is true if the transaction commits. */
    private record Attempt(List<BulkResult> results, BulkIds ids) {}

    /** A way to carry out an operation by the operations of a job, within a transaction. */
    private interface Step {
        BulkResult result(Job job, BulkOperation operation);
    }

    /** All of them as one part of the transaction; empty if one was refused, and the part is undone. */
    private Optional<Attempt> faultless(Operations inside, Set<ResourceType> types, int errorsLeft) {
        try {
            return Optional.of(inside.tentatively(types, part -> attempt(part, errorsLeft, Batch::succeeding)));
        } catch (ScimException refused) {
            return Optional.empty();
        }
    }

    private Attempt attempt(Operations inside, int errorsLeft, Step step) {
        BulkIds ids = job.ids().copy();
        Job here = new Job(job.recipes().with(inside), job.context(), job.renderer(), ids);
        return new Attempt(untilEnough(errorsLeft, operation -> step.result(here, operation)), ids);
    }

    /** Its mistakes end all, but one that says nothing has not even begun. */
    private static BulkResult succeeding(Job job, BulkOperation operation) {
        return operation instanceof Misfit misfit
                ? job.failed(operation, misfit.fault())
                : new SingleOperation(job).carryOut(operation);
    }

    /** Within the transaction only the mistakes of the operation itself are its result. */
    private static BulkResult undoable(Job job, Set<ResourceType> types, BulkOperation operation) {
        try {
            return job.recipes()
                    .operations()
                    .atomically(types, inside -> new SingleOperation(job.with(inside)).carryOut(operation));
        } catch (ScimException error) {
            return job.failed(operation, error);
        }
    }

    private List<BulkResult> untilEnough(int errorsLeft, Function<BulkOperation, BulkResult> step) {
        BulkResponse sofar = new BulkResponse();
        long end = System.nanoTime() + LONGEST.toNanos();
        for (BulkOperation operation : operations) {
            sofar.add(List.of(step.apply(operation)));
            if (sofar.ends(errorsLeft) || System.nanoTime() > end) {
                break;
            }
        }
        return sofar.results();
    }
}
