package org.roster.scim.it.http;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A few threads that send requests side by side; the first failure is the caller's. */
public final class Workers {
    private static final int THREADS = 4;
    private static final long PATIENCE_SECONDS = 300;

    private Workers() {}

    /** Does the work for each item, in no order between them. */
    public static <T> void each(Collection<T> items, Consumer<? super T> work) {
        run(
                THREADS,
                items.stream()
                        .<Supplier<Boolean>>map(item -> () -> {
                            work.accept(item);
                            return true;
                        })
                        .toList());
    }

    /** Starts all the calls at the same moment, each on a thread of its own; results in the order of the calls. */
    public static <R> List<R> race(List<Supplier<R>> calls) {
        CountDownLatch gate = new CountDownLatch(calls.size());
        return run(
                calls.size(),
                calls.stream()
                        .<Supplier<R>>map(call -> () -> {
                            gate.countDown();
                            await(gate);
                            return call.get();
                        })
                        .toList());
    }

    private static <R> List<R> run(int threads, List<Supplier<R>> calls) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<R>> futures = new ArrayList<>();
            calls.forEach(call -> futures.add(pool.submit(call::get)));
            List<R> results = new ArrayList<>();
            for (Future<R> future : futures) {
                results.add(future.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
            }
            return results;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AssertionError failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (TimeoutException e) {
            throw new IllegalStateException("a request took more than " + PATIENCE_SECONDS + " s", e);
        } finally {
            pool.shutdownNow();
        }
    }

    private static void await(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
