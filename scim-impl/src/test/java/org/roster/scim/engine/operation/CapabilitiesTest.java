package org.roster.scim.engine.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.fixture.Refusal.refused;
import static org.roster.scim.fixture.TestSchemas.DEVICE;
import static org.roster.scim.fixture.TestSchemas.GROUP;
import static org.roster.scim.fixture.TestSchemas.USER;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.roster.scim.engine.schema.SchemaSources;
import org.roster.scim.engine.store.memory.MemoryResourceStore;
import org.roster.scim.fixture.TestSchemas;
import org.roster.scim.query.Projection;
import org.roster.scim.query.Query;
import org.roster.scim.query.QueryResult;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.spi.Precondition;
import org.roster.scim.spi.RequestContext;
import org.roster.scim.spi.ResourceKey;
import org.roster.scim.spi.ResourceStore;
import org.roster.scim.spi.ResourceUpdate;
import org.roster.scim.spi.StoreFeatures;

/** What the service claims and publishes follows from its stores (RFC 7643 §5, RFC 7644 §4). */
class CapabilitiesTest {

    /** Keeps some types, and knows how to find and to change what is in them, in its own plain way. */
    private record Plain(Set<String> types)
            implements ResourceStore.Queries, ResourceStore.Updates, ResourceStore.Deletes {
        @Override
        public boolean keeps(ResourceType type) {
            return types.contains(type.name());
        }

        @Override
        public StoreFeatures features() {
            return new StoreFeatures(false, false, false, false);
        }

        @Override
        public QueryResult query(RequestContext context, Query query) {
            return QueryResult.of(List.of(), 0);
        }

        @Override
        public ScimResource update(
                RequestContext context, ResourceKey key, ResourceUpdate update, Projection projection) {
            throw new IllegalStateException("asked to update");
        }

        @Override
        public ScimResource delete(RequestContext context, ResourceKey key, Precondition precondition) {
            throw new IllegalStateException("asked to delete");
        }
    }

    /** Keeps some types and can do nothing with them. */
    private record Mute(Set<String> types) implements ResourceStore {
        @Override
        public boolean keeps(ResourceType type) {
            return types.contains(type.name());
        }

        @Override
        public StoreFeatures features() {
            return new StoreFeatures(true, true, true, true);
        }
    }

    private static Capabilities of(List<ResourceType> types, ResourceStore... stores) {
        return Capabilities.of(Stores.of(List.of(stores)), types);
    }

    @Test
    @Tag("S-5-01")
    void what_every_type_has_is_claimed() {
        assertThat(of(List.of(USER, GROUP), new MemoryResourceStore(TestSchemas.REGISTRY)))
                .isEqualTo(new Capabilities(true, true, true, true, true, true));
    }

    @Test
    @Tag("S-5-01")
    void what_one_type_lacks_is_not_claimed() {
        assertThat(of(List.of(USER, GROUP), new Plain(Set.of("Group")), new MemoryResourceStore(TestSchemas.REGISTRY)))
                .isEqualTo(new Capabilities(true, true, true, false, false, false));
    }

    @Test
    void order_and_cursors_need_something_to_query() {
        assertThat(of(List.of(USER), new Mute(Set.of("User"))))
                .isEqualTo(new Capabilities(false, false, false, false, true, false));
    }

    @Test
    void a_type_that_nobody_keeps_has_nothing() {
        assertThat(of(List.of(USER, DEVICE), new Plain(Set.of("User"))))
                .isEqualTo(new Capabilities(false, true, false, false, false, false));
        assertThat(of(List.of())).isEqualTo(new Capabilities(false, false, false, false, false, false));
    }

    @Test
    @Tag("P-4-01")
    void types_that_no_store_keeps_are_left_out() {
        List<ResourceStore> stores = List.of(new Plain(Set.of("User")), new Mute(Set.of("Device")));

        assertThat(SchemaSources.kept(stores, List.of(USER, GROUP, DEVICE))).containsExactly(USER, DEVICE);
        assertThat(SchemaSources.kept(List.of(), List.of(USER))).isEmpty();
    }

    @Test
    @Tag("P-3.14-03")
    void a_condition_on_a_version_is_refused_where_there_are_none() {
        Stores stores = Stores.of(List.of(new Plain(Set.of("User"))));
        Precondition one = new Precondition(List.of("1"));

        refused(() -> stores.changing(ResourceStore.Updates.class, USER, one))
                .as(501)
                .saying("User", "version");
        refused(() -> stores.changing(ResourceStore.Deletes.class, USER, one)).as(501);
        assertThat(stores.changing(ResourceStore.Deletes.class, USER, Precondition.NONE))
                .isNotNull();
    }
}
