package org.roster.scim.engine.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.fixture.Body.aGroup;
import static org.roster.scim.fixture.Body.aUser;
import static org.roster.scim.fixture.BulkBody.aBulk;
import static org.roster.scim.fixture.TestSchemas.USER;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.roster.scim.engine.store.memory.MemoryResourceStore;
import org.roster.scim.error.ScimException;
import org.roster.scim.fixture.BulkBody;
import org.roster.scim.fixture.Directory;
import org.roster.scim.fixture.TestSchemas;
import org.roster.scim.query.Projection;
import org.roster.scim.resource.Meta;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.schema.DateTimes;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.spi.RequestContext;
import org.roster.scim.spi.ResourceStore;
import org.roster.scim.spi.StoreFeatures;

/** Bulk requests on stores that can less, or cannot any more. */
class TroubleTest {

    /** Creates, and nothing else; a user whose name begins with an x makes trouble. */
    private record OnlyCreates(RuntimeException trouble) implements ResourceStore.Creates {

        @Override
        public boolean keeps(ResourceType type) {
            return true;
        }

        @Override
        public StoreFeatures features() {
            return new StoreFeatures(false, false, false, false);
        }

        @Override
        public ScimResource create(
                RequestContext context, ResourceType type, JsonObject attributes, Projection projection) {
            if (attributes.getString("userName", "").startsWith("x")) {
                throw trouble;
            }
            return new ScimResource("1", new Meta(type.name(), DateTimes.now(), DateTimes.now(), "1"), attributes);
        }
    }

    /** Cannot carry out several calls as one after all: it tries, and then everything is undone. */
    private record Unlucky(MemoryResourceStore store, RuntimeException trouble)
            implements ResourceStore.Creates, ResourceStore.Atomic {

        @Override
        public boolean keeps(ResourceType type) {
            return true;
        }

        @Override
        public StoreFeatures features() {
            return store.features();
        }

        @Override
        public ScimResource create(
                RequestContext context, ResourceType type, JsonObject attributes, Projection projection) {
            return store.create(context, type, attributes, projection);
        }

        @Override
        public <T> T atomically(Function<ResourceStore, T> work) {
            return store.atomically(inside -> {
                T unused = work.apply(inside);
                throw trouble;
            });
        }
    }

    private static Answered send(RuntimeException trouble, BulkBody bulk) {
        return new Desk(new Directory(new OnlyCreates(trouble), "t")).send(bulk);
    }

    @Test
    @Tag("P-3.7.1-01")
    void a_store_that_cannot_do_it_at_once_refuses_a_circle_and_creates_nothing_of_it() {
        Answered answer = send(
                        new IllegalStateException(),
                        aBulk().post("a", Desk.member(aGroup("A"), "b"))
                                .post("b", Desk.member(aGroup("B"), "a"))
                                .post("c", aUser()))
                .expect("409", "409", "201");

        assertThat(List.of(answer.detail(0), answer.detail(1))).allMatch(d -> d.contains("circle"));
    }

    @Test
    @Tag("P-3.7-04")
    void what_nobody_foresaw_fails_one_operation_and_tells_nothing_of_the_inside() {
        Answered answer = send(
                        new IllegalStateException("secret"),
                        aBulk().post("a", aUser("a")).post("x", aUser("x")).post("b", aUser("b")))
                .expect("201", "500", "201");

        assertThat(answer.detail(1)).contains("reference").doesNotContain("secret");
    }

    @Test
    @Tag("P-3.7-04")
    void when_the_directory_does_not_answer_the_rest_is_not_tried() {
        send(
                        ScimException.of(503, "busy"),
                        aBulk().post("a", aUser("a")).post("x", aUser("x")).post("b", aUser("b")))
                .expect("201", "503");
    }

    @Test
    @Tag("P-3.7-04")
    void when_a_commit_that_operations_share_fails_each_of_them_has_its_own() {
        MemoryResourceStore store = new MemoryResourceStore(TestSchemas.REGISTRY);
        Desk desk = new Desk(new Directory(new Unlucky(store, new IllegalStateException()), "t"));

        Answered answer = desk.send(aBulk().post("a", aUser("a"))
                        .post("again", aUser("A"))
                        .post("g", Desk.member(aGroup("G"), "a"))
                        .post("b", aUser("b")))
                .expect("201", "409", "201", "201");

        Directory kept = new Directory(store, "t");
        assertThat(kept.names(USER, "userName pr")).containsExactlyInAnyOrder("a", "b");
        assertThat(Desk.members(kept.find("Group", answer.id(2)).orElseThrow())).containsExactly(answer.id(0));
    }

    @Test
    @Tag("P-3.7-04")
    void when_the_directory_does_not_answer_operations_together_they_are_not_tried_one_by_one() {
        MemoryResourceStore store = new MemoryResourceStore(TestSchemas.REGISTRY);
        Desk desk = new Desk(new Directory(new Unlucky(store, ScimException.of(503, "busy")), "t"));

        desk.send(aBulk().post("a", aUser("a")).post("b", aUser("b"))).expect("503");

        assertThat(new Directory(store, "t").all(USER)).isEmpty();
    }
}
