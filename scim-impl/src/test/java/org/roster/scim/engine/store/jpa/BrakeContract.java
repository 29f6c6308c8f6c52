package org.roster.scim.engine.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.fixture.Body.aGroup;
import static org.roster.scim.fixture.Body.aThing;
import static org.roster.scim.fixture.Body.aUser;
import static org.roster.scim.fixture.Refusal.refused;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.roster.scim.engine.brake.AccidentBrake;
import org.roster.scim.engine.brake.BrakeStatus;
import org.roster.scim.engine.configuration.Configuration;
import org.roster.scim.engine.database.Transactions;
import org.roster.scim.error.ScimException;
import org.roster.scim.fixture.Acts;
import org.roster.scim.fixture.Directory;
import org.roster.scim.fixture.TestClock;
import org.roster.scim.fixture.TestSchemas;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.spi.BrakeTripped;
import org.roster.scim.spi.ResourceStore;

/** Too many deactivations and deletions are an accident, and end before they are done. */
abstract class BrakeContract {

    private static final String DEACTIVATE = "[{'op': 'replace', 'path': 'active', 'value': false}]";
    private static final Duration WINDOW = Duration.ofHours(1);

    private final Transactions transactions;
    private final String tenant = "brake-" + UUID.randomUUID();
    private final List<BrakeTripped> alerts = new CopyOnWriteArrayList<>();
    private final TestClock watch = new TestClock();

    BrakeContract(Transactions transactions) {
        this.transactions = transactions;
    }

    private AccidentBrake brake(String mode, String most) {
        Map<String, String> settings = Map.of("roster.brake", mode, "roster.brake.most", most);
        return new AccidentBrake(
                new Configuration(settings::get, Map.of()), new JpaBrakeBook(transactions), watch, alerts::add);
    }

    private Directory node(AccidentBrake brake) {
        return new Directory(new JpaResourceStore(transactions, TestSchemas.REGISTRY, brake), tenant);
    }

    private Directory holding(int most) {
        return node(brake("hold", Integer.toString(most)));
    }

    private static List<ScimResource> people(Directory directory, int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> directory.create(aUser("p" + i).with("active", true)))
                .toList();
    }

    private BrakeStatus status() {
        return brake("hold", "3").status(tenant, "User");
    }

    @Test
    void one_too_many_is_refused_whole_and_everything_else_goes_on() {
        Directory directory = holding(3);
        List<ScimResource> people = people(directory, 5);
        people.subList(0, 3).forEach(p -> directory.patch(p, DEACTIVATE));

        refused(
                        () -> directory.patch(
                                people.get(3),
                                "[{'op': 'replace', 'path': 'title', 'value': 'Dr'}, {'op': 'replace', 'path': 'active', 'value': false}]"))
                .as(429)
                .saying("the brake holds: more than 3 resources of type User", "3600 s", "an administrator");
        refused(() -> directory.delete(people.get(4))).as(429);

        assertThat(directory.read(people.get(3))).isEqualTo(people.get(3));
        assertThat(directory.has(people.get(4))).isTrue();
        directory.create(aUser("new"));
        directory.patch(people.get(3), "[{'op': 'replace', 'path': 'title', 'value': 'Dr'}]");
        directory.patch(people.get(0), "[{'op': 'replace', 'path': 'active', 'value': true}]");
    }

    @Test
    void the_answer_says_when_to_ask_again() {
        Directory directory = holding(1);
        List<ScimResource> people = people(directory, 2);
        directory.delete(people.get(0));
        assertThat(refused(() -> directory.delete(people.get(1))).error().retryAfter())
                .hasValue(300);
    }

    @Test
    void what_counts_is_to_become_less_active_or_to_go() {
        Directory directory = holding(4);
        List<ScimResource> people = people(directory, 6);
        directory.patch(people.get(0), DEACTIVATE);
        directory.patch(people.get(0), DEACTIVATE);
        directory.patch(people.get(0), "[{'op': 'replace', 'path': 'active', 'value': true}]");
        assertThat(status().changes()).as("by PATCH, and again without effect").isEqualTo(1);
        directory.replace(people.get(1), aUser("p1").with("active", false));
        directory.replace(people.get(2), aUser("p2"));
        assertThat(status().changes())
                .as("by PUT, with and without the attribute")
                .isEqualTo(3);
        directory.patch(people.get(3), "[{'op': 'replace', 'path': 'title', 'value': 'Dr'}]");
        directory.delete(people.get(3));
        assertThat(status().changes()).as("by DELETE").isEqualTo(4);
        refused(() -> directory.replace(people.get(4), aUser("p4"))).as(429);
    }

    @Test
    void every_type_and_every_tenant_counts_for_itself() {
        Directory directory = holding(1);
        List<ScimResource> people = people(directory, 2);
        directory.delete(people.get(0));
        refused(() -> directory.delete(people.get(1))).as(429);
        ScimResource one = directory.create(aGroup("one"));
        ScimResource two = directory.create(aGroup("two"));
        directory.delete(one);
        refused(() -> directory.delete(two)).as(429).saying("type Group");
        directory.delete(directory.create(aThing("box")));
        Directory elsewhere = new Directory(directory.store(), tenant + "-b");
        elsewhere.delete(elsewhere.create(aUser("p")));
    }

    @Test
    void a_change_that_fails_does_not_count() {
        Directory directory = holding(1);
        List<ScimResource> people = people(directory, 2);
        refused(
                        () -> directory.patch(
                                people.get(0),
                                "[{'op': 'replace', 'path': 'active', 'value': false}, {'op': 'replace', 'path': 'userName', 'value': 'p1'}]"))
                .as(409);
        assertThat(status().changes()).isZero();
        directory.patch(people.get(0), DEACTIVATE);
    }

    @Test
    void when_the_window_has_passed_as_many_may_go_again() {
        Directory directory = holding(3);
        List<ScimResource> people = people(directory, 9);
        people.subList(0, 3).forEach(directory::delete);
        watch.pass(WINDOW.plusMinutes(1));
        people.subList(3, 6).forEach(directory::delete);
        watch.pass(WINDOW.minusSeconds(1));
        refused(() -> directory.delete(people.get(6))).as(429);
    }

    @Test
    void once_it_holds_it_does_so_on_all_nodes_until_somebody_lifts_it() {
        Directory directory = holding(2);
        List<ScimResource> people = people(directory, 9);
        people.subList(0, 2).forEach(directory::delete);
        refused(() -> directory.delete(people.get(2))).as(429);
        watch.pass(WINDOW.multipliedBy(50));
        refused(() -> directory.delete(people.get(2))).as(429);
        AccidentBrake other = brake("hold", "2");
        refused(() -> node(other).delete(people.get(2))).as(429);
        assertThat(status().tripped()).isPresent();

        other.lift(tenant, "User", watch.instant(), Acts.act());

        assertThat(status().tripped()).isEmpty();
        people.subList(2, 4).forEach(directory::delete);
        refused(() -> directory.delete(people.get(4))).as(429);
    }

    @Test
    void while_it_is_lifted_everything_is_let_through_and_afterwards_it_counts_anew() {
        AccidentBrake brake = brake("hold", "2");
        Directory directory = node(brake);
        List<ScimResource> people = people(directory, 12);
        brake.lift(tenant, "User", watch.instant().plus(Duration.ofHours(2)), Acts.act());
        assertThat(status().lifted()).isPresent();
        people.subList(0, 8).forEach(directory::delete);
        watch.pass(Duration.ofHours(2));
        assertThat(status().lifted()).isEmpty();
        people.subList(8, 10).forEach(directory::delete);
        refused(() -> directory.delete(people.get(10))).as(429);
    }

    @Test
    void the_alert_comes_once_until_the_brake_is_lifted() {
        AccidentBrake brake = brake("hold", "1");
        Directory directory = node(brake);
        List<ScimResource> people = people(directory, 4);
        directory.delete(people.get(0));
        assertThat(alerts).isEmpty();
        refused(() -> directory.delete(people.get(1)));
        refused(() -> directory.delete(people.get(1)));
        refused(() -> node(brake("hold", "1")).delete(people.get(1)));
        assertThat(alerts).containsExactly(new BrakeTripped(tenant, "User", "test", 1, 1, WINDOW, true));
        brake.lift(tenant, "User", watch.instant(), Acts.act());
        directory.delete(people.get(1));
        refused(() -> directory.delete(people.get(2)));
        assertThat(alerts).hasSize(2);
    }

    @Test
    void a_brake_that_warns_lets_everything_through_and_tells_once() {
        Directory directory = node(brake("warn", "2"));
        List<ScimResource> people = people(directory, 10);
        people.subList(0, 6).forEach(p -> directory.patch(p, DEACTIVATE));
        assertThat(alerts).containsExactly(new BrakeTripped(tenant, "User", "test", 3, 2, WINDOW, false));
        watch.pass(WINDOW.multipliedBy(2));
        directory.delete(people.get(6));
        assertThat(status().tripped()).isEmpty();
        people.subList(7, 9).forEach(directory::delete);
        assertThat(alerts).hasSize(2);
    }

    @Test
    void a_percentage_is_of_the_resources_and_at_least_twenty() {
        Directory directory = node(brake("hold", "10%"));
        List<ScimResource> people = people(directory, 230);
        people.subList(0, 23).forEach(p -> directory.patch(p, DEACTIVATE));
        refused(() -> directory.delete(people.get(100))).as(429).saying("more than 23 resources");
        List<ScimResource> groups = IntStream.range(0, 21)
                .mapToObj(i -> directory.create(aGroup("g" + i)))
                .toList();
        groups.subList(0, 20).forEach(directory::delete);
        refused(() -> directory.delete(groups.get(20))).as(429).saying("more than 20 resources");
    }

    @Test
    void of_a_hundred_at_once_exactly_as_many_as_allowed_get_through() throws Exception {
        List<Directory> nodes = List.of(holding(10), holding(10));
        List<ScimResource> people = people(nodes.get(0), 100);
        ExecutorService threads = Executors.newFixedThreadPool(32);
        List<Integer> results = new ArrayList<>();
        try {
            List<Callable<Integer>> calls = IntStream.range(0, 100)
                    .<Callable<Integer>>mapToObj(i ->
                            () -> status(() -> nodes.get(i % 2).patch(people.get(i), DEACTIVATE)))
                    .toList();
            for (Future<Integer> result : threads.invokeAll(calls)) {
                results.add(result.get());
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(results)
                .containsOnly(200, 429)
                .filteredOn(status -> status == 200)
                .hasSize(10);
        assertThat(people.stream()
                        .filter(p -> !nodes.get(0).read(p).attributes().getBoolean("active"))
                        .count())
                .isEqualTo(10);
        assertThat(alerts).hasSize(1);
    }

    private static int status(Runnable change) {
        try {
            change.run();
            return 200;
        } catch (ScimException e) {
            return e.status();
        }
    }

    @Test
    void in_a_bulk_each_operation_is_let_through_or_refused_for_itself() {
        Directory directory = holding(3);
        List<ScimResource> people = people(directory, 5);
        List<Integer> results = ((ResourceStore.Atomic) directory.store())
                .atomically(bulk -> people.stream()
                        .map(p -> status(() -> ((ResourceStore.Atomic) bulk)
                                .atomically(part -> new Directory(part, tenant).patch(p, DEACTIVATE))))
                        .toList());
        assertThat(results).containsExactly(200, 200, 200, 429, 429);
        assertThat(people)
                .extracting(p -> directory.read(p).attributes().getBoolean("active"))
                .containsExactly(false, false, false, true, true);
        assertThat(status().tripped()).isPresent();
        assertThat(alerts).hasSize(1);
    }

    @Test
    void a_part_of_a_bulk_that_is_undone_does_not_count() {
        Directory directory = holding(1);
        List<ScimResource> people = people(directory, 2);
        ((ResourceStore.Atomic) directory.store()).atomically(bulk -> {
            refused(() -> ((ResourceStore.Atomic) bulk).atomically(part -> {
                new Directory(part, tenant).patch(people.get(0), DEACTIVATE);
                throw ScimException.of(400, "undone");
            }));
            return new Directory(bulk, tenant).patch(people.get(1), DEACTIVATE);
        });
        assertThat(status().changes()).isEqualTo(1);
    }

    @Test
    void a_brake_that_is_off_writes_nothing() {
        Directory directory = node(brake("off", "1"));
        people(directory, 30).forEach(directory::delete);
        Object rows = transactions.call(em -> em.createNativeQuery("select count(*) from scim_brake where tenant = ?1")
                .setParameter(1, tenant)
                .getSingleResult());
        assertThat(((Number) rows).intValue()).isZero();
        assertThat(alerts).isEmpty();
    }
}
