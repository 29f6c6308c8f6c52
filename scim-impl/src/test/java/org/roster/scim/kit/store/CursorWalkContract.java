package org.roster.scim.kit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.fixture.Body.aUser;
import static org.roster.scim.fixture.TestSchemas.USER;
import static org.roster.scim.fixture.TestSchemas.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.roster.scim.filter.Filter;
import org.roster.scim.query.Page;
import org.roster.scim.query.Position;
import org.roster.scim.query.QueryResult;
import org.roster.scim.query.Sort;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.spi.ResourceStore;

/** A walk by cursor while others work: what is there throughout is passed once, no more and no less (RFC 9865). */
interface CursorWalkContract extends TwoTenants {

    /** Users who stay, among others who come and go. */
    int STAYING = 120;

    int OTHERS_AT_A_TIME = 60;
    int WORKERS = 4;
    int WALKS = 3;

    @Test
    @Tag("C-D-01")
    default void a_walk_during_inserts_and_deletes_loses_and_doubles_nobody_who_was_there_throughout()
            throws Exception {
        directory().with(ResourceStore.Deletes.class);
        List<String> staying =
                IntStream.range(0, STAYING).mapToObj(this::create).toList();
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
        List<Future<?>> turmoil = IntStream.range(0, WORKERS)
                .<Future<?>>mapToObj(worker -> workers.submit(() -> comeAndGo(worker, done)))
                .toList();
        try {
            for (Sort sort : List.of(
                    Sort.BY_ID, Sort.by(path(USER, title()), true), Sort.by(path(USER, "name.familyName"), false))) {
                for (int walk = 0; walk < WALKS; walk++) {
                    assertThat(walk(sort, Position.START))
                            .as("%s", sort)
                            .doesNotHaveDuplicates()
                            .containsAll(staying);
                    assertThat(walk(sort, Position.END))
                            .as("%s", sort)
                            .doesNotHaveDuplicates()
                            .containsAll(staying);
                }
            }
        } finally {
            done.set(true);
            workers.shutdown();
            assertThat(workers.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        }
        requireQuiet(turmoil);
    }

    private static void requireQuiet(List<Future<?>> turmoil) throws InterruptedException, ExecutionException {
        for (Future<?> worker : turmoil) {
            worker.get();
        }
    }

    private void comeAndGo(int worker, AtomicBoolean done) {
        Random random = new Random(worker);
        List<ScimResource> guests = new ArrayList<>();
        int number = 0;
        while (!done.get()) {
            if (guests.size() < OTHERS_AT_A_TIME / WORKERS || random.nextBoolean()) {
                guests.add(guest("guest" + worker + "-" + number++, random.nextInt(10)));
            }
            if (guests.size() >= OTHERS_AT_A_TIME / WORKERS) {
                directory().delete(guests.remove(random.nextInt(guests.size())));
            }
        }
    }

    private String create(int number) {
        return guest("stay" + number, number % 10).id();
    }

    /** Some have no title, and many the same. */
    private ScimResource guest(String name, int kind) {
        var user = aUser(name).withName("x", name);
        return directory().create(kind < 3 ? user : user.with(title(), "title " + kind / 3));
    }

    private List<String> walk(Sort sort, Position from) {
        List<String> ids = new ArrayList<>();
        Optional<Position> position = Optional.of(from);
        while (position.isPresent()) {
            QueryResult page = directory().query(USER, Filter.ALL, sort, new Page.ByCursor(position.get(), 10));
            page.resources().forEach(user -> ids.add(user.id()));
            position = from.equals(Position.START) ? page.next() : page.previous();
        }
        return ids;
    }
}
