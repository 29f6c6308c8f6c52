package org.roster.scim.engine.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.engine.bulk.Desk.managed;
import static org.roster.scim.fixture.Body.aUser;
import static org.roster.scim.fixture.BulkBody.aBulk;
import static org.roster.scim.fixture.TestSchemas.USER;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.roster.scim.engine.event.ResourceEvents;
import org.roster.scim.error.ScimException;
import org.roster.scim.event.ResourceChange;
import org.roster.scim.event.ResourceChange.Kind;
import org.roster.scim.event.ResourceChanging;
import org.roster.scim.resource.ScimResource;

/** What observers are told of a bulk request: of the operations alone that took effect, and of each for itself. */
interface EventContract extends WithDesk {

    private static String name(ResourceChange change) {
        return change.kind() + " " + change.resource().text("userName").orElseThrow();
    }

    private static void noBob(ResourceChanging event) {
        if (name(event.change()).endsWith("bob")) {
            throw ScimException.of(422, "bob is no name");
        }
    }

    @Test
    default void each_operation_that_took_effect_is_told_once_and_in_order() {
        ScimResource eve = desk().directory().create(aUser("eve"));
        List<ResourceChange> told = new ArrayList<>();

        desk().send(
                        aBulk().post("a", aUser("ada"))
                                .post("b", aUser("EVE"))
                                .patch(
                                        "/Users/" + eve.id(),
                                        "[{'op': 'replace', 'path': 'userName', 'value': 'lilith'}]")
                                .post("c", aUser("eve")),
                        ResourceEvents.changed(event -> told.add(event.change())))
                .expect("201", "409", "200", "201");

        assertThat(told)
                .extracting(EventContract::name)
                .containsExactly("CREATED ada", "CHANGED lilith", "CREATED eve");
    }

    @Test
    default void who_is_told_sees_all_that_shared_the_commit() {
        List<List<String>> seen = new ArrayList<>();

        desk().send(
                        aBulk().post("a", aUser("ada")).post("b", aUser("bob")),
                        ResourceEvents.changed(
                                event -> seen.add(desk().directory().names(USER, "userName pr"))))
                .expect("201", "201");

        assertThat(seen).containsExactly(List.of("ada", "bob"), List.of("ada", "bob"));
    }

    @Test
    default void a_veto_refuses_its_operation_and_no_other() {
        List<ResourceChange> told = new ArrayList<>();

        desk().send(
                        aBulk().post("a", aUser("ada")).post("b", aUser("bob")).post("c", aUser("eve")),
                        ResourceEvents.both(EventContract::noBob, event -> told.add(event.change())))
                .expect("201", "422", "201");

        assertThat(desk().directory().names(USER, "userName pr")).containsExactly("ada", "eve");
        assertThat(told).extracting(EventContract::name).containsExactly("CREATED ada", "CREATED eve");
    }

    @Test
    default void who_is_asked_sees_each_operation_with_a_commit_of_its_own() {
        List<List<String>> seen = new ArrayList<>();

        desk().send(
                        aBulk().post("a", aUser("ada")).post("b", aUser("bob")),
                        ResourceEvents.both(
                                event -> {},
                                event -> seen.add(desk().directory().names(USER, "userName pr"))))
                .expect("201", "201");

        assertThat(seen).containsExactly(List.of("ada"), List.of("ada", "bob"));
    }

    @Test
    default void those_of_a_circle_are_created_and_then_completed_and_a_veto_refuses_all() {
        List<ResourceChange> told = new ArrayList<>();

        desk().send(
                        aBulk().post("a", managed(aUser("ada"), "b")).post("b", managed(aUser("bob"), "a")),
                        ResourceEvents.both(EventContract::noBob, event -> told.add(event.change())))
                .expect("409", "422");
        assertThat(told).isEmpty();
        assertThat(desk().directory().all(USER)).isEmpty();

        desk().send(
                        aBulk().post("a", managed(aUser("ada"), "e")).post("e", managed(aUser("eve"), "a")),
                        ResourceEvents.both(EventContract::noBob, event -> told.add(event.change())))
                .expect("201", "201");
        assertThat(told)
                .extracting(ResourceChange::kind)
                .startsWith(Kind.CREATED, Kind.CREATED)
                .hasSizeBetween(3, 4);
        assertThat(told.get(told.size() - 1).after())
                .contains(desk().user(told.get(told.size() - 1).resource().id()));
    }
}
