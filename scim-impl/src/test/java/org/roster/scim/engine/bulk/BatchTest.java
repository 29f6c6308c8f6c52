package org.roster.scim.engine.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.fixture.Body.aUser;
import static org.roster.scim.fixture.BulkBody.aBulk;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.roster.scim.engine.store.memory.MemoryResourceStore;
import org.roster.scim.fixture.Directory;
import org.roster.scim.fixture.TestSchemas;
import org.roster.scim.query.Projection;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.spi.RequestContext;
import org.roster.scim.spi.ResourceStore;
import org.roster.scim.spi.StoreFeatures;

/** Which operations of a bulk request share a commit. */
class BatchTest {

    /** Notes who is created with a commit of his own. */
    private record Noting(ResourceStore store, boolean shared, List<String> alone)
            implements ResourceStore.Creates, ResourceStore.Atomic {

        @Override
        public boolean keeps(ResourceType type) {
            return store.keeps(type);
        }

        @Override
        public StoreFeatures features() {
            return store.features();
        }

        @Override
        public ScimResource create(
                RequestContext context, ResourceType type, JsonObject attributes, Projection projection) {
            if (!shared) {
                alone.add(attributes.getString("userName"));
            }
            return ((ResourceStore.Creates) store).create(context, type, attributes, projection);
        }

        @Override
        public <T> T atomically(Function<ResourceStore, T> work) {
            return ((ResourceStore.Atomic) store).atomically(inside -> work.apply(new Noting(inside, true, alone)));
        }
    }

    @Test
    void a_password_is_hashed_while_nothing_is_locked() {
        List<String> alone = new ArrayList<>();
        Noting store = new Noting(new MemoryResourceStore(TestSchemas.REGISTRY), false, alone);

        new Desk(new Directory(store, "t"))
                .send(aBulk().post("a", aUser("a"))
                        .post("b", aUser("b"))
                        .post("c", aUser("c").with("password", "t1meMa$heen"))
                        .post("d", aUser("d").with("PassWord", "t1meMa$heen"))
                        .post("e", aUser("e"))
                        .post("f", aUser("f")))
                .expect("201", "201", "201", "201", "201", "201");

        assertThat(alone).containsExactly("c", "d");
    }
}
