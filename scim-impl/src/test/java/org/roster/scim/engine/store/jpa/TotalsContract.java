package org.roster.scim.engine.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.roster.scim.fixture.Body.aUser;
import static org.roster.scim.fixture.TestSchemas.USER;

import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.roster.scim.error.ScimException;
import org.roster.scim.filter.Filter;
import org.roster.scim.fixture.Directory;
import org.roster.scim.query.Page;
import org.roster.scim.query.Sort;
import org.roster.scim.resource.ScimResource;

/** {@code totalResults} (RFC 7644 §3.4.2) is exact, although nobody counts. */
interface TotalsContract {

    int ENOUGH_TO_MOVE_ON = 1_100;

    JpaResourceStore store();

    private Directory directory() {
        return new Directory(store(), "totals-" + UUID.randomUUID());
    }

    private static long total(Directory directory) {
        return directory
                .query(USER, Filter.ALL, Sort.BY_ID, new Page.ByIndex(1, 1))
                .totalResults()
                .orElseThrow();
    }

    private static ScimResource create(Directory directory, String name) {
        return directory.create(aUser().with("userName", name));
    }

    @Test
    default void a_total_counts_what_came_before_anybody_asked_and_after() {
        Directory directory = directory();
        List<ScimResource> users =
                IntStream.range(0, 5).mapToObj(n -> create(directory, "u" + n)).toList();
        directory.delete(users.get(0));
        assertThat(total(directory)).isEqualTo(4);

        create(directory, "v");
        directory.delete(users.get(1));
        directory.delete(users.get(2));
        directory.patch(users.get(3), "[{'op': 'replace', 'path': 'title', 'value': 't'}]");

        assertThat(total(directory)).isEqualTo(3);
        assertThat(total(directory())).isZero();
    }

    @Test
    default void what_was_refused_does_not_count() {
        Directory directory = directory();
        create(directory, "a");
        create(directory, "b");
        assertThat(total(directory)).isEqualTo(2);

        assertThatThrownBy(() -> create(directory, "A")).isInstanceOf(ScimException.class);

        assertThat(total(directory)).isEqualTo(2);
    }

    @Test
    @Timeout(180)
    default void a_total_is_exact_while_many_write_and_ask() throws ExecutionException, InterruptedException {
        Directory directory = directory();
        create(directory, "first");
        assertThat(total(directory)).isEqualTo(1);
        Queue<ScimResource> created = new ConcurrentLinkedQueue<>();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> tasks = IntStream.range(0, ENOUGH_TO_MOVE_ON)
                    .<Future<?>>mapToObj(n -> threads.submit(() -> {
                        created.add(create(directory, "user " + n));
                        if (n % 3 == 0) {
                            directory.delete(created.remove());
                        }
                        if (n % 50 == 0) {
                            total(directory);
                        }
                    }))
                    .toList();
            for (Future<?> task : tasks) {
                task.get();
            }
        } finally {
            threads.shutdownNow();
        }

        // The first of these makes a wave of what lies behind, the second begins at it.
        assertThat(total(directory)).isEqualTo(created.size() + 1L);
        assertThat(total(directory)).isEqualTo(created.size() + 1L);
        directory.delete(created.remove());
        assertThat(total(directory)).isEqualTo(created.size() + 1L);
        assertThat(directory.all(USER)).hasSize(created.size() + 1);
    }
}
