package org.roster.scim.engine.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.fixture.Body.aGroup;
import static org.roster.scim.fixture.Body.aUser;
import static org.roster.scim.fixture.BulkBody.aBulk;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.roster.scim.fixture.BulkBody;

/** In which order operations are carried out (RFC 7644 §3.7). */
@Tag("P-3.7-07")
class PlanTest {

    private static List<List<Integer>> steps(BulkBody bulk) {
        return Plan.of(BulkRequest.read(bulk.json(), 1_000).operations()).stream()
                .map(step ->
                        step.operations().stream().map(o -> o.label().index()).toList())
                .toList();
    }

    @Test
    void without_references_to_what_comes_later_it_is_the_order_of_the_request() {
        assertThat(steps(aBulk().post("a", aUser())
                        .post("g", Desk.member(aGroup("g"), "a"))
                        .raw("'nonsense'")
                        .delete("/Users/bulkId:a")
                        .patch("/Groups/1", Desk.adding("a"))
                        .delete("/Groups/1")))
                .containsExactly(List.of(0), List.of(1), List.of(2), List.of(3), List.of(4), List.of(5));
    }

    @Test
    void what_refers_to_something_later_waits_for_it_and_nothing_else_moves() {
        assertThat(steps(aBulk().post("g", Desk.member(Desk.member(aGroup("g"), "a"), "b"))
                        .delete("/Users/1")
                        .post("a", aUser())
                        .delete("/Users/2")
                        .post("b", aUser())
                        .delete("/Users/3")))
                .containsExactly(List.of(1), List.of(2), List.of(3), List.of(4), List.of(0), List.of(5));
    }

    @Test
    void what_waits_is_waited_for() {
        assertThat(steps(aBulk().post("h", Desk.member(aGroup("h"), "g"))
                        .post("g", Desk.member(aGroup("g"), "a"))
                        .patch("/Groups/bulkId:h", "[{'op': 'remove', 'path': 'members'}]")
                        .post("a", aUser())
                        .post("b", aUser())))
                .containsExactly(List.of(3), List.of(1), List.of(0), List.of(2), List.of(4));
    }

    @Test
    void changes_of_one_resource_stay_in_their_order() {
        assertThat(steps(aBulk().patch("/Groups/1", Desk.adding("a"))
                        .patch("Groups/1", "[{'op': 'remove', 'path': 'members'}]")
                        .delete("/Groups/2")
                        .post("a", aUser())))
                .containsExactly(List.of(2), List.of(3), List.of(0), List.of(1));
    }

    @Test
    @Tag("P-3.7.1-01")
    void a_circle_is_one_step_when_its_last_operation_is_due() {
        assertThat(steps(aBulk().post("a", Desk.managed(aUser(), "b"))
                        .delete("/Users/1")
                        .post("b", Desk.managed(Desk.member(aUser(), "c"), "a"))
                        .post("c", aUser())
                        .post("d", Desk.managed(aUser(), "d"))))
                .containsExactly(List.of(1), List.of(3), List.of(0, 2), List.of(4));
    }
}
