package org.roster.scim.engine.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.roster.scim.fixture.Body.aUser;
import static org.roster.scim.fixture.Refusal.refused;
import static org.roster.scim.fixture.TestSchemas.REGISTRY;
import static org.roster.scim.fixture.TestSchemas.USER;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.roster.scim.engine.configuration.Configuration;
import org.roster.scim.engine.cursor.Cursors;
import org.roster.scim.engine.event.ResourceEvents;
import org.roster.scim.engine.security.RoleAuthorizer;
import org.roster.scim.engine.security.Secrets;
import org.roster.scim.engine.store.memory.MemoryResourceStore;
import org.roster.scim.error.ScimException;
import org.roster.scim.event.ResourceChange;
import org.roster.scim.fixture.Body;
import org.roster.scim.fixture.Directory;
import org.roster.scim.query.Projection;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.spi.Caller;
import org.roster.scim.spi.Precondition;
import org.roster.scim.spi.RequestContext;
import org.roster.scim.spi.ResourceKey;
import org.roster.scim.spi.ResourceStore;
import org.roster.scim.spi.ResourceUpdate;
import org.roster.scim.spi.StoreFeatures;

/** Where a change cannot be undone, observers are asked before it. */
class EventsWithoutTransactionsTest {

    private static final RequestContext CONTEXT = new RequestContext("t", new Caller("idp", Set.of("scim-admin")));
    private static final String TITLE = "[{'op': 'replace', 'path': 'title', 'value': 'Countess'}]";

    private final MemoryResourceStore memory = new MemoryResourceStore(REGISTRY);
    private final Directory directory = new Directory(memory, "t");
    private final List<ResourceChange> asked = new ArrayList<>();
    private final List<ResourceChange> told = new ArrayList<>();
    private final ScimResource ada = directory.create(aUser("ada"));

    /** A store that can do no more than it must. */
    private record Plain(MemoryResourceStore memory)
            implements ResourceStore.Reads, ResourceStore.Creates, ResourceStore.Updates, ResourceStore.Deletes {

        @Override
        public boolean keeps(ResourceType type) {
            return true;
        }

        @Override
        public StoreFeatures features() {
            return memory.features();
        }

        @Override
        public Optional<ScimResource> read(RequestContext context, ResourceKey key, Projection projection) {
            return memory.read(context, key, projection);
        }

        @Override
        public ScimResource create(
                RequestContext context, ResourceType type, JsonObject attributes, Projection projection) {
            return memory.create(context, type, attributes, projection);
        }

        @Override
        public ScimResource update(
                RequestContext context, ResourceKey key, ResourceUpdate update, Projection projection) {
            return memory.update(context, key, update, projection);
        }

        @Override
        public ScimResource delete(RequestContext context, ResourceKey key, Precondition precondition) {
            return memory.delete(context, key, precondition);
        }
    }

    private Operations operations(ResourceEvents events) {
        Configuration configuration = new Configuration(Map.<String, String>of()::get, Map.of());
        return new Operations(
                new Permission(new RoleAuthorizer()),
                Stores.of(List.of(new Plain(memory))),
                new Secrets(),
                new Cursors(name -> new byte[32], configuration),
                Sessions.of(List.of()),
                events,
                configuration);
    }

    private static void create(Operations with, Body body) {
        with.create().create(CONTEXT, body.type(), body.json(), Projection.DEFAULT);
    }

    private void patch(Operations with) {
        with.patch()
                .patch(
                        CONTEXT,
                        new ResourceKey(USER, ada.id()),
                        new Change(Directory.request(TITLE), Precondition.NONE),
                        Projection.DEFAULT);
    }

    private void delete(Operations with, Precondition precondition) {
        with.delete().delete(CONTEXT, new ResourceKey(USER, ada.id()), precondition);
    }

    @Test
    void a_veto_leaves_everything_as_it_was() {
        ScimException veto = ScimException.of(409, "no");
        Operations refusing = operations(ResourceEvents.both(
                event -> {
                    throw veto;
                },
                event -> told.add(event.change())));

        assertThatThrownBy(() -> create(refusing, aUser("bob"))).isSameAs(veto);
        assertThatThrownBy(() -> patch(refusing)).isSameAs(veto);
        assertThatThrownBy(() -> delete(refusing, Precondition.NONE)).isSameAs(veto);

        assertThat(directory.all(USER)).containsExactly(ada);
        assertThat(told).isEmpty();
    }

    @Test
    void what_is_asked_is_what_is_told_but_for_what_only_the_store_knows() {
        Operations listening =
                operations(ResourceEvents.both(event -> asked.add(event.change()), event -> told.add(event.change())));
        create(listening, aUser("bob"));
        patch(listening);
        patch(listening);
        delete(listening, Precondition.NONE);

        assertThat(asked).hasSize(3);
        assertThat(asked.get(0).resource().id()).isEmpty();
        assertThat(told.get(0).resource().id()).isNotEmpty();
        assertThat(asked)
                .extracting(ResourceChange::kind)
                .isEqualTo(told.stream().map(ResourceChange::kind).toList());
        assertThat(asked)
                .extracting(change -> change.resource().attributes())
                .isEqualTo(told.stream()
                        .map(change -> change.resource().attributes())
                        .toList());
    }

    @Test
    void what_cannot_happen_is_not_asked() {
        Operations listening = operations(ResourceEvents.changing(event -> asked.add(event.change())));

        refused(() -> delete(listening, new Precondition(List.of("7")))).as(412);
        directory.delete(ada);
        refused(() -> delete(listening, Precondition.NONE)).as(404);
        refused(() -> patch(listening)).as(404);

        assertThat(asked).isEmpty();
    }
}
