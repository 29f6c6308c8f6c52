package org.roster.scim.it.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * A closed loop: each worker sends its next request when it has the answer to the last one.
 *
 * @param port of the server
 * @param serverPid whose CPU time counts
 * @param postmasterPid whose CPU time counts, with that of its children
 */
record Round(int port, long serverPid, long postmasterPid) {

    private static final int SLICE_SECONDS = 5;

    /** Which part of the server's CPU time may be the compilers'. */
    private static final double QUIET = 0.03;

    /** Asks as long as is measured. */
    Sample run(Operation operation, int workers) {
        return run(operation, workers, Settings.seconds());
    }

    /**
     * Asks until the compilers of the server have seen enough, or as long as is set. They are what a server of some days
     * does not do any more, and in its first minute take as much as the requests.
     */
    void warmUp(Operation operation, int workers) {
        long end = System.nanoTime() + Settings.warmupSeconds() * 1_000_000_000L;
        boolean quiet = false;
        while (!quiet && System.nanoTime() < end) {
            double before = CpuTime.ofCompilers(serverPid);
            Sample sample = run(operation, workers, Math.min(SLICE_SECONDS, Settings.warmupSeconds()));
            quiet = CpuTime.ofCompilers(serverPid) - before < QUIET * sample.server() * sample.requests();
        }
    }

    private Sample run(Operation operation, int workers, int seconds) {
        ExecutorService pool = Executors.newFixedThreadPool(workers);
        try {
            CpuTime before = CpuTime.now(serverPid, postmasterPid);
            long start = System.nanoTime();
            long end = start + seconds * 1_000_000_000L;
            List<Future<Asked>> futures = new ArrayList<>();
            for (int worker = 0; worker < workers; worker++) {
                Operation.Script script = operation.script(worker, workers);
                futures.add(pool.submit(() -> ask(script, end)));
            }
            List<Asked> asked = new ArrayList<>();
            for (Future<Asked> future : futures) {
                asked.add(future.get());
            }
            double elapsed = (System.nanoTime() - start) / 1e9;
            CpuTime cpu = CpuTime.now(serverPid, postmasterPid).minus(before);
            return Sample.of(asked, elapsed, cpu);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            pool.shutdownNow();
        }
    }

    /** What one worker saw. */
    static final class Asked {
        long[] nanos = new long[4096];
        int requests;
        int errors;
        String firstError = "";

        void add(long duration) {
            if (requests == nanos.length) {
                nanos = Arrays.copyOf(nanos, nanos.length * 2);
            }
            nanos[requests++] = duration;
        }

        void error(String what) {
            errors++;
            if (firstError.isEmpty()) {
                firstError = what;
            }
        }
    }

    private Asked ask(Operation.Script script, long end) throws IOException {
        Asked asked = new Asked();
        try (HttpConnection connection = new HttpConnection(port)) {
            while (System.nanoTime() < end) {
                Exchange exchange = script.next();
                LockSupport.parkNanos(Settings.pauseMicros() * 1000L);
                long sent = System.nanoTime();
                Answer answer = connection.send(exchange.request());
                asked.add(System.nanoTime() - sent);
                if (!exchange.right(answer)) {
                    asked.error(answer.brief());
                }
            }
        }
        return asked;
    }
}
