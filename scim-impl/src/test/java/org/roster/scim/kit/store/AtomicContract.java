package org.roster.scim.kit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.roster.scim.fixture.Body.aGroup;
import static org.roster.scim.fixture.Body.aUser;
import static org.roster.scim.fixture.Refusal.refused;
import static org.roster.scim.fixture.TestSchemas.GROUP;
import static org.roster.scim.fixture.TestSchemas.USER;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.roster.scim.fixture.Directory;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.spi.ResourceStore;

/** Several calls as one: all of them or none, and nobody sees a part. */
interface AtomicContract extends TwoTenants {

    @Test
    default void resources_can_refer_to_one_another_from_the_start() {
        directory().needsNestedGroups();
        ScimResource first = atomically(inside -> {
            ScimResource a = inside.create(aGroup("a"));
            ScimResource b = inside.create(aGroup("b").withMember(a));
            return inside.patch(a, "[{'op': 'add', 'path': 'members', 'value': [{'value': '" + b.id() + "'}]}]");
        });

        assertThat(directory().read(first)).isEqualTo(first);
        assertThat(directory().names(GROUP, "members.value eq \"" + first.id() + "\""))
                .containsExactly("b");
    }

    @Test
    default void if_one_call_is_refused_none_has_happened() {
        ScimResource before = directory().create(aUser("before"));

        refused(() -> atomically(inside -> {
                    inside.create(aUser("one"));
                    inside.patch(before, "[{'op': 'add', 'path': '{title}', 'value': 'x'}]");
                    inside.delete(inside.create(aUser("two")));
                    return inside.create(aUser("BEFORE"));
                }))
                .as(409, "uniqueness");

        assertThat(directory().all(USER)).containsExactly(before);
        assertThat(directory().names(USER, "{title} pr")).isEmpty();
        directory().create(aUser("one"));
    }

    @Test
    default void if_the_work_itself_fails_nothing_has_happened() {
        directory().with(ResourceStore.Atomic.class);
        directory().with(ResourceStore.Creates.class);
        assertThatThrownBy(() -> atomically(inside -> {
                    inside.create(aUser());
                    throw new IllegalStateException("the work failed");
                }))
                .hasMessage("the work failed");

        assertThat(directory().all(USER)).isEmpty();
    }

    @Test
    default void calls_can_be_atomic_inside_of_others() {
        refused(() -> atomically(outer -> {
                    atomically(outer, inner -> inner.create(aUser("one")));
                    return outer.create(aUser("one"));
                }))
                .as(409, "uniqueness");

        assertThat(directory().all(USER)).isEmpty();
    }

    @Test
    default void what_fails_inside_of_others_leaves_no_trace_and_they_go_on() {
        ScimResource group = directory().create(aGroup("group"));

        atomically(outer -> {
            ScimResource one = outer.create(aUser("one"));
            refused(() -> atomically(outer, inner -> {
                        ScimResource two = inner.create(aUser("two"));
                        inner.patch(
                                group, "[{'op': 'add', 'path': 'members', 'value': [{'value': '" + two.id() + "'}]}]");
                        refused(() -> atomically(inner, innermost -> {
                                    innermost.delete(one);
                                    return innermost.create(aUser("TWO"));
                                }))
                                .as(409, "uniqueness");
                        return inner.create(aUser("ONE"));
                    }))
                    .as(409, "uniqueness");
            return outer.create(aUser("three"));
        });

        assertThat(directory().names(USER, "userName pr")).containsExactlyInAnyOrder("one", "three");
        assertThat(directory().read(group)).isEqualTo(group);
        directory().create(aUser("two"));
    }

    @Test
    default void nobody_sees_one_without_the_other() throws ExecutionException, InterruptedException {
        directory().with(ResourceStore.Atomic.class);
        directory().with(ResourceStore.Queries.class);
        CountDownLatch watching = new CountDownLatch(1);
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try {
            Future<Set<Integer>> seen = pool.submit(() -> watched(watching));
            watching.await();
            for (int i = 0; i < 50; i++) {
                String pair = "pair" + i;
                atomically(inside -> {
                    inside.create(aUser(pair + "a"));
                    return inside.create(aUser(pair + "b"));
                });
            }
            assertThat(seen.get()).allMatch(number -> number % 2 == 0);
        } finally {
            pool.shutdownNow();
        }
    }

    private Set<Integer> watched(CountDownLatch watching) {
        Set<Integer> seen = new HashSet<>();
        do {
            seen.add(directory().names(USER, "userName sw \"pair\"").size());
            watching.countDown();
        } while (!seen.contains(100) && !Thread.currentThread().isInterrupted());
        return seen;
    }

    private <T> T atomically(Function<Directory, T> work) {
        return atomically(directory(), work);
    }

    private static <T> T atomically(Directory directory, Function<Directory, T> work) {
        return directory.with(ResourceStore.Atomic.class).atomically(inside -> work.apply(directory.in(inside)));
    }
}
