package org.roster.scim.engine.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.fixture.Body.aGroup;
import static org.roster.scim.fixture.Body.aUser;
import static org.roster.scim.fixture.BulkBody.aBulk;
import static org.roster.scim.fixture.TestSchemas.GROUP;
import static org.roster.scim.fixture.TestSchemas.USER;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.roster.scim.engine.security.RoleAuthorizer;
import org.roster.scim.fixture.Directory;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.spi.Authorizer;
import org.roster.scim.spi.Decision;
import org.roster.scim.spi.Operation;

/** Each operation is permitted and understood as a single request is. */
interface PermissionContract extends WithDesk {

    @Test
    @Tag("P-3.7-08")
    default void each_operation_needs_its_own() {
        ScimResource user = desk().directory().create(aUser());
        Authorizer onlyCreatesUsers = (context, operation, type) -> operation == Operation.CREATE && type == USER
                ? Decision.permit("may create users")
                : Decision.deny("may only create users");

        Answered answer = desk().send(
                        aBulk().post("a", aUser("a"))
                                .post("g", aGroup("Guides"))
                                .patch("/Users/" + user.id(), "[{'op': 'remove', 'path': 'title'}]")
                                .delete("/Users/" + user.id()),
                        onlyCreatesUsers,
                        "some")
                .expect("201", "403", "403", "403");

        assertThat(answer.detail(1)).contains("may only create users");
    }

    @Test
    @Tag("P-3.7-08")
    default void who_may_create_may_create_circles() {
        Authorizer onlyCreates = (context, operation, type) ->
                operation == Operation.CREATE ? Decision.permit("creates") : Decision.deny("only creates");

        desk().send(
                        aBulk().post("a", Desk.member(aGroup("A"), "b")).post("b", Desk.member(aGroup("B"), "a")),
                        onlyCreates,
                        "some")
                .expect("201", "201");
    }

    @Test
    @Tag("P-3.7-08")
    default void a_reader_changes_nothing() {
        desk().send(
                        aBulk().post("a", Desk.member(aGroup("A"), "b"))
                                .post("b", Desk.member(aGroup("B"), "a"))
                                .post("c", aUser()),
                        new RoleAuthorizer(),
                        "scim-read")
                .expect("403", "409", "403");
        assertThat(desk().directory().all(GROUP)).isEmpty();
    }

    @Test
    default void the_habits_of_clients_are_understood_as_everywhere() {
        Answered answer = desk().send(aBulk().post("a", aUser("a").with("active", "True"))
                        .patch("/Users/bulkId:a", "[{'op': 'Replace', 'path': 'active', 'value': 'False'}]"))
                .expect("201", "200");

        assertThat(desk().user(answer.id(0)).attributes().getBoolean("active")).isFalse();
    }

    @Test
    @Tag("P-6-02")
    default void what_belongs_to_another_tenant_cannot_be_reached() {
        ScimResource foreign = desk().directory().create(aUser("foreign"));
        Desk elsewhere = new Desk(
                new Directory(desk().directory().store(), desk().directory().tenant() + "x"));

        elsewhere
                .send(aBulk().delete("/Users/" + foreign.id())
                        .post("g", aGroup("Guides").withMember(foreign))
                        .post("a", Desk.member(aGroup("A").withMember(foreign), "b"))
                        .post("b", Desk.member(aGroup("B"), "a")))
                .expect("404", "400", "400", "409");
        assertThat(desk().directory().has(foreign)).isTrue();
    }
}
