package org.roster.scim.kit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.fixture.Body.aGroup;
import static org.roster.scim.fixture.Body.aUser;
import static org.roster.scim.fixture.TestSchemas.USER;
import static org.roster.scim.kit.store.MembershipContract.members;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;
import org.roster.scim.error.ScimException;
import org.roster.scim.fixture.Body;
import org.roster.scim.fixture.JsonText;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.spi.Precondition;

/** What is done at the same time is done as if one had waited for the other (RFC 7644 §3.14). */
public interface ConcurrencyContract extends TwoTenants {

    /** Starts all at once; what one throws is its result. */
    private static List<Object> atOnce(List<Callable<Object>> actions) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(actions.size());
        try {
            CyclicBarrier start = new CyclicBarrier(actions.size());
            List<Future<Object>> running = new ArrayList<>();
            for (Callable<Object> action : actions) {
                running.add(threads.submit(() -> {
                    start.await();
                    return action.call();
                }));
            }
            List<Object> results = new ArrayList<>();
            for (Future<Object> future : running) {
                try {
                    results.add(future.get());
                } catch (ExecutionException e) {
                    if (e.getCause() instanceof TestAbortedException aborted) {
                        throw aborted;
                    }
                    results.add(e.getCause());
                }
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<Object> refusals(List<Object> results, int status) {
        return results.stream()
                .filter(r -> r instanceof ScimException e && e.status() == status)
                .toList();
    }

    private static List<Object> successes(List<Object> results) {
        return results.stream().filter(r -> !(r instanceof Throwable)).toList();
    }

    private static OptionalLong number(ScimResource resource) {
        String version = resource.meta().version();
        return version.matches("[0-9]{1,9}") ? OptionalLong.of(Long.parseLong(version)) : OptionalLong.empty();
    }

    private static String addMember(ScimResource member) {
        return "[{'op': 'add', 'path': 'members', 'value': [{'value': '" + member.id() + "'}]}]";
    }

    @Test
    @Tag("P-3.14-03")
    default void two_members_added_at_once_both_stay_fifty_times_of_fifty() throws InterruptedException {
        ScimResource group = directory().create(aGroup("Guides"));
        Set<String> versions = new HashSet<>();
        for (int round = 0; round < 50; round++) {
            ScimResource one = directory().create(aUser("one" + round));
            ScimResource two = directory().create(aUser("two" + round));

            List<Object> results = atOnce(List.of(
                    () -> directory().patch(group, addMember(one)),
                    () -> directory().patch(group, addMember(two))));

            assertThat(successes(results)).as("%s", results).hasSize(2);
            results.forEach(r -> versions.add(((ScimResource) r).meta().version()));
        }
        ScimResource after = directory().read(group);
        assertThat(members(after)).hasSize(100);
        if (directory().store().features().versions()) {
            assertThat(versions)
                    .hasSize(100)
                    .contains(after.meta().version())
                    .doesNotContain(group.meta().version());
        }
    }

    @Test
    default void the_same_member_added_at_once_is_one_member() throws InterruptedException {
        ScimResource group = directory().create(aGroup("Guides"));
        for (int round = 0; round < 10; round++) {
            ScimResource user = directory().create(aUser("user" + round));
            Callable<Object> add = () -> directory().patch(group, addMember(user));

            List<Object> results = atOnce(List.of(add, add, add));

            assertThat(successes(results)).as("%s", results).hasSize(3);
        }
        assertThat(members(directory().read(group))).hasSize(10);
    }

    @Test
    default void no_update_is_lost() throws InterruptedException {
        ScimResource user = directory().create(aUser());
        List<Callable<Object>> adds = IntStream.range(0, 6)
                .<Callable<Object>>mapToObj(i -> () -> directory()
                        .patch(user, "[{'op': 'add', 'path': 'emails', 'value': [{'value': '" + i + "@x.org'}]}]"))
                .toList();

        List<Object> results = atOnce(adds);

        assertThat(successes(results)).as("%s", results).hasSize(6);
        assertThat(directory().read(user).attributes().getJsonArray("emails")).hasSize(6);
        assertThat(directory().names(USER, "emails.value eq \"0@x.org\" and emails.value eq \"5@x.org\""))
                .hasSize(1);
    }

    @Test
    @Tag("P-3.14-03")
    default void of_several_changes_meant_for_one_version_one_is_done() throws InterruptedException {
        ScimResource user = directory().create(aUser());
        ScimResource group = directory().create(aGroup("Guides"));
        List<ScimResource> members = IntStream.range(0, 4)
                .mapToObj(i -> directory().create(aUser("m" + i)))
                .toList();
        Precondition usersVersion = new Precondition(List.of(user.meta().version()));
        Precondition groupsVersion = new Precondition(List.of(group.meta().version()));

        List<Object> replaced = atOnce(IntStream.range(0, 4)
                .<Callable<Object>>mapToObj(i ->
                        () -> directory().replace(user, aUser().with(title(), title() + i), usersVersion))
                .toList());
        List<Object> added = atOnce(members.stream()
                .<Callable<Object>>map(m -> () -> directory().patch(group, addMember(m), groupsVersion))
                .toList());

        assertThat(successes(replaced))
                .as("%s", replaced)
                .hasSize(1)
                .containsExactly(directory().read(user));
        assertThat(refusals(replaced, 412)).hasSize(3);
        assertThat(successes(added)).as("%s", added).hasSize(1);
        assertThat(refusals(added, 412)).hasSize(3);
        assertThat(members(directory().read(group))).hasSize(1);
    }

    @Test
    @Tag("P-3.3-04")
    default void of_several_creates_with_one_userName_one_wins() throws InterruptedException {
        for (int round = 0; round < 10; round++) {
            String name = "user" + round;
            List<Object> results = atOnce(IntStream.range(0, 4)
                    .<Callable<Object>>mapToObj(i ->
                            () -> directory().create(aUser(i % 2 == 0 ? name : name.toUpperCase(Locale.ROOT))))
                    .toList());

            assertThat(successes(results)).as("%s", results).hasSize(1);
            assertThat(refusals(results, 409)).hasSize(3);
        }
        assertThat(directory().all(USER)).hasSize(10);
    }

    @Test
    default void of_several_renames_to_one_userName_one_wins() throws InterruptedException {
        List<ScimResource> users = IntStream.range(0, 3)
                .mapToObj(i -> directory().create(aUser("user" + i)))
                .toList();

        List<Object> results = atOnce(users.stream()
                .<Callable<Object>>map(
                        u -> () -> directory().patch(u, "[{'op': 'replace', 'path': 'userName', 'value': 'wanted'}]"))
                .toList());

        assertThat(successes(results)).as("%s", results).hasSize(1);
        assertThat(refusals(results, 409)).hasSize(2);
        assertThat(directory().names(USER, "userName eq \"wanted\"")).hasSize(1);
    }

    @Test
    default void a_member_that_is_deleted_while_it_is_added_leaves_no_trace() throws InterruptedException {
        ScimResource group = directory().create(aGroup("Guides"));
        for (int round = 0; round < 10; round++) {
            ScimResource user = directory().create(aUser("user" + round));

            List<Object> results = atOnce(List.of(() -> directory().patch(group, addMember(user)), () -> {
                directory().delete(user);
                return "deleted";
            }));

            assertThat(results).contains("deleted");
            assertThat(refusals(results, 400).size() + successes(results).size())
                    .as("%s", results)
                    .isEqualTo(2);
        }
        assertThat(members(directory().read(group))).isEmpty();
        assertThat(directory().all(USER)).isEmpty();
    }

    @Test
    default void members_that_are_deleted_at_once_each_give_their_group_a_new_version() throws InterruptedException {
        directory().needsVersions();
        for (int round = 0; round < 10; round++) {
            ScimResource one = directory().create(aUser("one" + round));
            ScimResource two = directory().create(aUser("two" + round));
            ScimResource group =
                    directory().create(aGroup("Guides").withMember(one).withMember(two));

            List<Object> results = atOnce(Stream.of(one, two)
                    .<Callable<Object>>map(user -> () -> {
                        directory().delete(user);
                        return "deleted";
                    })
                    .toList());

            assertThat(successes(results)).as("%s", results).hasSize(2);
            ScimResource after = directory().read(group);
            requireNewVersion(group, after);
            // Whoever counts his versions must have counted both.
            OptionalLong before = number(group);
            if (before.isPresent()) {
                assertThat(number(after)).hasValue(before.getAsLong() + 2);
            }
        }
    }

    @Test
    default void a_resource_that_is_deleted_twice_is_deleted_once() throws InterruptedException {
        ScimResource user = directory().create(aUser());
        Callable<Object> delete = () -> {
            directory().delete(user);
            return "deleted";
        };

        List<Object> results = atOnce(List.of(delete, delete, delete));

        assertThat(successes(results)).as("%s", results).hasSize(1);
        assertThat(refusals(results, 404)).hasSize(2);
    }

    @Test
    default void readers_see_whole_changes_only() throws InterruptedException {
        ScimResource user = directory().create(version(0));
        Callable<Object> write = () -> {
            for (int i = 1; i <= 30; i++) {
                directory().replace(user, version(i));
            }
            return "written";
        };
        Callable<Object> read = () -> {
            for (int i = 0; i < 60; i++) {
                ScimResource seen = directory().read(user);
                String title = seen.text(title()).orElseThrow();
                assertThat(seen.attributes()
                                .getJsonArray("emails")
                                .getJsonObject(0)
                                .getString("value"))
                        .isEqualTo(title);
            }
            return "read";
        };

        assertThat(atOnce(List.of(write, read, read))).containsExactlyInAnyOrder("written", "read", "read");
    }

    private Body version(int number) {
        return aUser().with(title(), "t" + number).with("emails", JsonText.array("[{'value': 't" + number + "'}]"));
    }
}
