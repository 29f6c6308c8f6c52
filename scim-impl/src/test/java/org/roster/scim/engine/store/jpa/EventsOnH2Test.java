package org.roster.scim.engine.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.roster.scim.fixture.Body.aUser;
import static org.roster.scim.fixture.TestSchemas.REGISTRY;
import static org.roster.scim.fixture.TestSchemas.USER;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.roster.scim.engine.database.Transactions;
import org.roster.scim.engine.event.ResourceEvents;
import org.roster.scim.engine.operation.EventsContract;
import org.roster.scim.engine.operation.Operations;
import org.roster.scim.error.ScimException;
import org.roster.scim.event.ResourceChange;
import org.roster.scim.fixture.Directory;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.spi.Brake;

/** An observer who writes into the same database does so in the transaction of the change. */
@ExtendWith(Databases.class)
class EventsOnH2Test extends EventsContract {

    private final Spied spied;

    private final Directory directory;

    EventsOnH2Test(Databases.OnH2 database) {
        spied = new Spied(database.transactions());
        directory = new Directory(
                new JpaResourceStore(spied, REGISTRY, Brake.OFF),
                UUID.randomUUID().toString());
    }

    @Override
    protected Directory directory() {
        return directory;
    }

    /** Shows which transaction is running. */
    private record Spied(Transactions transactions, AtomicReference<EntityManager> running, AtomicInteger number)
            implements Transactions {

        Spied(Transactions transactions) {
            this(transactions, new AtomicReference<>(), new AtomicInteger());
        }

        @Override
        public <T> T call(Function<EntityManager, T> work) {
            number.incrementAndGet();
            return transactions.call(em -> {
                running.set(em);
                return work.apply(em);
            });
        }

        @Override
        public <T> T read(Function<EntityManager, T> work) {
            number.incrementAndGet();
            return transactions.read(work);
        }
    }

    @BeforeEach
    void anEmptyTableOfTheProduct() {
        spied.transactions().call(em -> {
            execute(em, "create table if not exists product_note (text varchar(100))");
            return execute(em, "delete from product_note");
        });
    }

    private static int execute(EntityManager em, String statement) {
        return em.createNativeQuery(statement).executeUpdate();
    }

    private void note(ResourceChange change) {
        execute(
                spied.running().get(),
                "insert into product_note (text) values ('" + change.kind() + " "
                        + change.resource().id() + "')");
    }

    private List<?> notes() {
        return spied.read(
                em -> em.createNativeQuery("select text from product_note").getResultList());
    }

    @Test
    void what_an_observer_writes_is_stored_with_the_change() {
        Operations noting = operations(ResourceEvents.changing(event -> note(event.change())));

        ScimResource ada = create(noting, aUser("ada"));
        delete(noting, ada);

        assertThat(notes())
                .map(Object::toString)
                .containsExactlyInAnyOrder("CREATED " + ada.id(), "DELETED " + ada.id());
    }

    @Test
    void what_an_observer_has_written_is_gone_when_another_one_refuses() {
        ScimResource ada = directory().create(aUser("ada"));
        ScimException veto = ScimException.of(409, "no");
        Operations refusing = operations(ResourceEvents.changing(event -> {
            note(event.change());
            throw veto;
        }));

        assertThatThrownBy(() -> delete(refusing, ada)).isSameAs(veto);
        assertThatThrownBy(() -> create(refusing, aUser("bob"))).isSameAs(veto);

        assertThat(notes()).isEmpty();
        assertThat(directory().all(USER)).containsExactly(ada);
    }

    @Test
    void a_transaction_that_is_tried_again_asks_again_and_tells_once() {
        ScimResource ada = directory().create(aUser("ada"));
        List<ResourceChange> asked = new ArrayList<>();
        List<ResourceChange> told = new ArrayList<>();
        Operations unlucky = operations(ResourceEvents.both(
                event -> {
                    note(event.change());
                    asked.add(event.change());
                    if (asked.size() < 3) {
                        throw new PersistenceException("a lost race");
                    }
                },
                event -> told.add(event.change())));

        patch(unlucky, ada, "[{'op': 'replace', 'path': 'title', 'value': 'Countess'}]");

        assertThat(asked).hasSize(3);
        assertThat(told).containsExactly(asked.get(2));
        assertThat(notes()).map(Object::toString).containsExactly("CHANGED " + ada.id());
    }

    @Test
    void observers_cost_a_change_no_transaction() {
        List<ResourceChange> told = new ArrayList<>();
        List<Integer> counts = new ArrayList<>();
        for (ResourceEvents events : List.of(
                new ResourceEvents(),
                ResourceEvents.changed(event -> told.add(event.change())),
                ResourceEvents.changing(event -> told.add(event.change())))) {
            Operations operations = operations(events);
            int before = spied.number().get();
            ScimResource ada = create(operations, aUser("ada"));
            patch(operations, ada, "[{'op': 'replace', 'path': 'title', 'value': 'Countess'}]");
            delete(operations, ada);
            counts.add(spied.number().get() - before);
        }

        assertThat(counts).containsExactly(3, 3, 3);
        assertThat(told).hasSize(6);
    }
}
