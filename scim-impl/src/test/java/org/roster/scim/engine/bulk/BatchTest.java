package org.roster.scim.engine.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.fixture.Body.aGroup;
import static org.roster.scim.fixture.Body.aUser;
import static org.roster.scim.fixture.BulkBody.aBulk;
import static org.roster.scim.fixture.TestSchemas.GROUP;
import static org.roster.scim.fixture.TestSchemas.USER;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.roster.scim.engine.operation.Attempts;
import org.roster.scim.engine.operation.Permission;
import org.roster.scim.engine.operation.Protection;
import org.roster.scim.engine.store.memory.MemoryResourceStore;
import org.roster.scim.error.ScimException;
import org.roster.scim.fixture.BulkBody;
import org.roster.scim.fixture.Directory;
import org.roster.scim.fixture.TestSchemas;
import org.roster.scim.query.Projection;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.spi.Authorizer;
import org.roster.scim.spi.Decision;
import org.roster.scim.spi.RequestContext;
import org.roster.scim.spi.ResourceStore;
import org.roster.scim.spi.StoreFeatures;

/** Which operations of a bulk request share a commit. */
class BatchTest {

    /** Notes who is created with a commit of his own, and what can be undone: a commit, or a part of one. */
    private record Noting(ResourceStore store, boolean shared, List<String> alone, List<String> undoable)
            implements ResourceStore.Creates, ResourceStore.Atomic {

        Noting() {
            this(new MemoryResourceStore(TestSchemas.REGISTRY), false, new ArrayList<>(), new ArrayList<>());
        }

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
            undoable.add(shared ? "part" : "commit");
            return ((ResourceStore.Atomic) store)
                    .atomically(inside -> work.apply(new Noting(inside, true, alone, undoable)));
        }
    }

    @Test
    void a_password_is_hashed_while_nothing_is_locked() {
        Noting store = new Noting();

        new Desk(new Directory(store, "t"))
                .send(aBulk().post("a", aUser("a"))
                        .post("b", aUser("b"))
                        .post("c", aUser("c").with("password", "t1meMa$heen"))
                        .post("d", aUser("d").with("PassWord", "t1meMa$heen"))
                        .post("e", aUser("e"))
                        .post("f", aUser("f")))
                .expect("201", "201", "201", "201", "201", "201");

        assertThat(store.alone()).containsExactly("c", "d");
    }

    @Test
    void what_succeeds_is_not_prepared_to_be_undone_alone() {
        Noting store = new Noting();

        new Desk(new Directory(store, "t"))
                .send(aBulk().post("a", aUser("a")).post("b", aUser("b")).post("c", aUser("c")))
                .expect("201", "201", "201");

        assertThat(store.undoable()).containsExactly("commit", "part");
    }

    @Test
    void once_something_is_refused_each_can_be_undone_from_then_on() {
        Noting store = new Noting();
        BulkBody bulk = aBulk().post("a", aUser("a")).post("again", aUser("a"));
        for (int i = 0; i < 60; i++) {
            bulk = bulk.post("b" + i, aUser("b" + i));
        }

        Answered answer = new Desk(new Directory(store, "t")).send(bulk);

        assertThat(answer.statuses().get(1)).isEqualTo("409");
        assertThat(store.undoable().stream().filter("commit"::equals)).hasSize(2);
        assertThat(store.undoable().stream().filter("part"::equals)).hasSize(1 + 62);
        assertThat(new Directory(store, "t").all(USER)).hasSize(61);
    }

    @Test
    void an_operation_without_an_answer_does_not_undo_those_before_it() {
        ScimException away = ScimException.of(503, "whoever decides does not answer");
        Authorizer forgetful = (context, operation, type) -> {
            if (type == GROUP) {
                throw away;
            }
            return Decision.permit("may create users");
        };

        new Desk(new Directory(new Noting(), "t"))
                .send(
                        aBulk().post("a", aUser("a")).post("g", aGroup("G")).post("b", aUser("b")),
                        new Permission(forgetful))
                .expect("201", "503");
    }

    @Test
    void what_says_nothing_is_no_reason_to_begin_anew() {
        Noting store = new Noting();

        new Desk(new Directory(store, "t"))
                .send(aBulk().post("a", aUser("a"))
                        .raw("{'method': 'BREW', 'path': '/Users'}")
                        .post("b", aUser("b")))
                .expect("201", "400", "201");

        assertThat(store.undoable()).containsExactly("commit", "part");
    }

    @Test
    void the_audit_learns_once_of_what_is_refused() {
        Attempts attempts = new Attempts();
        Authorizer createsUsers = (context, operation, type) ->
                type == USER ? Decision.permit("may create users") : Decision.deny("may only create users");

        new Desk(new Directory(new Noting(), "t"))
                .send(
                        aBulk().post("a", aUser("a")).post("g", aGroup("G")).post("h", aGroup("H")),
                        new Permission(createsUsers, new Protection(), attempts))
                .expect("201", "403", "403");

        assertThat(attempts.refused()).hasSize(2);
    }
}
