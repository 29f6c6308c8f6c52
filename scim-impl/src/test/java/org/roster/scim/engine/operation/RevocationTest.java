package org.roster.scim.engine.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.fixture.Body.aGroup;
import static org.roster.scim.fixture.Body.aUser;
import static org.roster.scim.fixture.Refusal.refused;
import static org.roster.scim.fixture.TestSchemas.REGISTRY;
import static org.roster.scim.fixture.TestSchemas.USER;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.scim.engine.configuration.Configuration;
import org.roster.scim.engine.cursor.Cursors;
import org.roster.scim.engine.event.ResourceEvents;
import org.roster.scim.engine.patch.PatchCompiler;
import org.roster.scim.engine.patch.PatchUpdate;
import org.roster.scim.engine.security.RoleAuthorizer;
import org.roster.scim.engine.security.Secrets;
import org.roster.scim.engine.store.memory.MemoryResourceStore;
import org.roster.scim.error.ScimException;
import org.roster.scim.fixture.Body;
import org.roster.scim.fixture.Directory;
import org.roster.scim.query.Projection;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.spi.Caller;
import org.roster.scim.spi.Holding;
import org.roster.scim.spi.Precondition;
import org.roster.scim.spi.RequestContext;
import org.roster.scim.spi.ResourceKey;
import org.roster.scim.spi.Revocation;
import org.roster.scim.spi.Revocation.Reason;
import org.roster.scim.spi.SessionRevoker;

/** Whose sessions end, and when. */
class RevocationTest {

    private static final RequestContext CONTEXT = new RequestContext("t", new Caller("idp", Set.of("scim-admin")));
    private static final String OFF = "[{'op': 'replace', 'path': 'active', 'value': false}]";

    private final Directory directory = new Directory(new MemoryResourceStore(REGISTRY), "t");
    private final List<Revocation> told = new ArrayList<>();
    private final Operations operations = operations(told::add);
    private final ScimResource ada = directory.create(aUser("Ada").with("password", "hash"));

    private Operations operations(SessionRevoker... revokers) {
        Configuration configuration = new Configuration(Map.<String, String>of()::get, Map.of());
        return new Operations(
                new Permission(new RoleAuthorizer()),
                Stores.of(List.of(directory.store())),
                new Secrets(),
                new Cursors(name -> new byte[32], configuration),
                Sessions.of(List.of(revokers)),
                new ResourceEvents(),
                configuration);
    }

    private ResourceKey key() {
        return new ResourceKey(USER, ada.id());
    }

    private void patch(Operations with, String operations) {
        with.patch()
                .patch(
                        CONTEXT,
                        key(),
                        new Change(Directory.request(operations), Precondition.NONE),
                        Projection.DEFAULT);
    }

    private void put(Body body) {
        operations
                .replace()
                .replace(CONTEXT, key(), new Replacement(body.json(), Precondition.NONE), Projection.DEFAULT);
    }

    private Revocation because(Reason reason) {
        return new Revocation("t", ada.id(), "Ada", reason);
    }

    @Test
    void sessions_end_when_a_user_is_deactivated_and_not_when_he_is_activated() {
        patch(operations, OFF);
        patch(operations, OFF);
        put(aUser("Ada").with("active", false).with("title", "Countess"));
        patch(operations, "[{'op': 'replace', 'path': 'active', 'value': true}]");
        assertThat(told).containsExactly(because(Reason.DEACTIVATED));

        put(aUser("Ada").with("active", false));
        assertThat(told).containsExactly(because(Reason.DEACTIVATED), because(Reason.DEACTIVATED));
    }

    @Test
    void sessions_end_when_the_password_changes_or_goes_and_not_when_there_was_none() {
        patch(operations, "[{'op': 'replace', 'path': 'password', 'value': 'other'}]");
        put(aUser("Ada").with("password", "another"));
        patch(operations, "[{'op': 'remove', 'path': 'password'}]");
        patch(operations, "[{'op': 'add', 'path': 'password', 'value': 'first'}]");

        assertThat(told)
                .containsExactly(
                        because(Reason.PASSWORD_CHANGED),
                        because(Reason.PASSWORD_CHANGED),
                        because(Reason.PASSWORD_REMOVED));
    }

    @Test
    void sessions_end_when_a_user_is_deleted_and_not_when_a_group_is() {
        ScimResource group = directory.create(aGroup("staff"));
        operations
                .delete()
                .delete(
                        CONTEXT,
                        new ResourceKey(REGISTRY.byName("Group").orElseThrow(), group.id()),
                        Precondition.NONE);
        assertThat(told).isEmpty();

        operations.delete().delete(CONTEXT, key(), Precondition.NONE);
        assertThat(told).containsExactly(because(Reason.DELETED));
    }

    @Test
    void a_user_is_told_of_by_the_name_under_which_he_logged_in() {
        patch(
                operations,
                "[{'op': 'replace', 'value': {'userName': 'lovelace', 'active': false, 'password': 'other'}}]");
        assertThat(told).containsExactly(because(Reason.DEACTIVATED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{'op': 'replace', 'path': 'title', 'value': 'Countess'}]",
                "[{'op': 'replace', 'path': 'userName', 'value': 'lovelace'}]",
                "[{'op': 'replace', 'path': 'active', 'value': true}]"
            })
    void other_changes_end_nothing(String operations) {
        patch(this.operations, operations);
        assertThat(told).isEmpty();
    }

    @Test
    void what_is_refused_ends_nothing() {
        directory.create(aUser("bob"));
        refused(() -> patch(operations, "[{'op': 'replace', 'value': {'userName': 'BOB', 'active': false}}]"))
                .as(409, "uniqueness");
        refused(() -> operations.delete().delete(CONTEXT, key(), new Precondition(List.of("7"))))
                .as(412);
        assertThat(told).isEmpty();
    }

    @Test
    void what_is_undone_ends_nothing_and_what_stays_does() {
        refused(() -> operations.atomically(Set.of(USER), inside -> {
                    patch(inside, OFF);
                    throw ScimException.of(400, "changed my mind");
                }))
                .as(400);
        assertThat(told).isEmpty();

        operations.atomically(Set.of(USER), outer -> {
            patch(outer, "[{'op': 'remove', 'path': 'password'}]");
            refused(() -> outer.atomically(Set.of(USER), inner -> {
                        patch(inner, OFF);
                        throw ScimException.of(400, "changed my mind");
                    }))
                    .as(400);
            assertThat(told).as("nothing has happened yet").isEmpty();
            return outer.atomically(Set.of(USER), inner -> true);
        });
        assertThat(told).containsExactly(because(Reason.PASSWORD_REMOVED));
    }

    @Test
    void of_several_tries_the_last_one_counts() {
        RevokingUpdate update = new RevokingUpdate(
                CONTEXT, new PatchUpdate(USER, PatchCompiler.compile(USER, Directory.request(OFF)), Precondition.NONE));
        update.applyTo(ada, Holding.ALIKE);
        assertThat(update.revocation()).contains(because(Reason.DEACTIVATED));

        update.applyTo(ada.withAttributes(aUser("Ada").with("active", false).attributes()), Holding.ALIKE);
        assertThat(update.revocation()).isEmpty();
    }

    @Test
    void a_revoker_that_fails_stops_neither_the_request_nor_the_others() {
        Operations troubled = operations(
                revocation -> {
                    throw new IllegalStateException("not there");
                },
                told::add);
        patch(troubled, OFF);

        assertThat(told).containsExactly(because(Reason.DEACTIVATED));
        assertThat(directory.names(USER, "active eq false")).containsExactly("Ada");
    }
}
