package org.roster.scim.engine.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.fixture.Body.aGroup;
import static org.roster.scim.fixture.Body.aUser;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.roster.scim.engine.database.Transactions;
import org.roster.scim.engine.journal.Change;
import org.roster.scim.error.ScimException;
import org.roster.scim.fixture.Directory;
import org.roster.scim.resource.ScimResource;

/** Many write at once, others read, and no reader misses anything. */
@Timeout(120)
abstract class JournalOrderContract {

    private final JpaResourceStore store;
    final Transactions transactions;
    final String tenant = "order-" + UUID.randomUUID();
    final Directory directory;
    final ExecutorService threads = Executors.newCachedThreadPool();

    JournalOrderContract(JpaResourceStore store, Transactions transactions) {
        this.store = store;
        this.transactions = transactions;
        this.directory = new Directory(store, tenant);
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void a_change_that_is_committed_late_is_read_late_and_not_skipped() throws Exception {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        Future<ScimResource> late = threads.submit(() -> store.atomically(inside -> {
            ScimResource user = new Directory(inside, tenant).create(aUser("late"));
            written.countDown();
            await(commit);
            return user;
        }));
        await(written);
        ScimResource early = directory.create(aUser("early"));
        Replay reader = new Replay(transactions, tenant).follow(10);
        assertThat(reader.seen()).extracting(Change::resource).containsExactly(early.id());

        commit.countDown();
        String lateId = late.get(30, TimeUnit.SECONDS).id();

        reader.follow(10).mustBeTheState();
        assertThat(reader.seen()).extracting(Change::resource).containsExactly(early.id(), lateId);
        assertThat(reader.seen().get(1).place().change())
                .as("it was written first")
                .isLessThan(reader.seen().get(0).place().change());
        assertThat(new Replay(transactions, tenant).follow(1).seen())
                .as("another reader sees the same order")
                .isEqualTo(reader.seen());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatever_many_do_to_the_same_groups_at_once_the_journal_is_the_state() throws Exception {
        List<ScimResource> users = IntStream.range(0, 8)
                .mapToObj(i -> directory.create(aUser("u" + i)))
                .toList();
        List<ScimResource> groups = IntStream.range(0, 2)
                .mapToObj(i -> directory.create(aGroup("g" + i)))
                .toList();
        AtomicInteger number = new AtomicInteger();
        List<Callable<Replay>> parts = new ArrayList<>();
        for (int writer = 0; writer < 6; writer++) {
            Random random = new Random(writer);
            parts.add(() -> {
                for (int i = 0; i < 40; i++) {
                    write(random, users, groups.get(random.nextInt(2)), number);
                }
                return new Replay(transactions, tenant);
            });
        }
        for (int reader = 0; reader < 2; reader++) {
            int page = 1 + reader * 10;
            parts.add(() -> {
                Replay replay = new Replay(transactions, tenant);
                for (int i = 0; i < 50; i++) {
                    replay.follow(page);
                    Thread.sleep(10);
                }
                return replay;
            });
        }
        List<Replay> readers = new ArrayList<>();
        for (Future<Replay> part : threads.invokeAll(parts)) {
            readers.add(part.get());
        }
        readers.forEach(replay -> replay.follow(7).mustBeTheState());
        assertThat(readers.get(6).seen()).isEqualTo(readers.get(7).seen()).hasSizeGreaterThan(50);
    }

    /** Also people who come, are put into a group and leave for good, while others are at it. */
    private void write(Random random, List<ScimResource> users, ScimResource group, AtomicInteger number) {
        String some = random.ints(1 + random.nextInt(3), 0, users.size())
                .mapToObj(i -> "{'value': '" + users.get(i).id() + "'}")
                .toList()
                .toString();
        try {
            switch (random.nextInt(8)) {
                case 0, 1, 2 -> directory.patch(group, "[{'op': 'add', 'path': 'members', 'value': " + some + "}]");
                case 3, 4 -> directory.patch(group, "[{'op': 'remove', 'path': 'members', 'value': " + some + "}]");
                case 5 -> directory.patch(group, "[{'op': 'replace', 'path': 'members', 'value': " + some + "}]");
                case 6 -> directory.patch(group, "[{'op': 'remove', 'path': 'members'}]");
                default -> {
                    ScimResource guest = directory.create(aUser("guest" + number.incrementAndGet()));
                    directory.patch(
                            group, "[{'op': 'add', 'path': 'members', 'value': [{'value': '" + guest.id() + "'}]}]");
                    directory.delete(guest);
                }
            }
        } catch (ScimException e) {
            assertThat(e.status()).as("too many at once, and nothing else").isEqualTo(503);
        }
    }
}
