package org.roster.scim.engine.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.fixture.Body.aGroup;
import static org.roster.scim.fixture.Body.aThing;
import static org.roster.scim.fixture.Body.aUser;
import static org.roster.scim.fixture.BulkBody.aBulk;
import static org.roster.scim.fixture.TestSchemas.ENTERPRISE;
import static org.roster.scim.fixture.TestSchemas.GROUP;
import static org.roster.scim.fixture.TestSchemas.USER;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.roster.scim.fixture.JsonText;
import org.roster.scim.resource.ScimResource;

/** References from one operation to another (RFC 7644 §3.7.2), and in which order they are done. */
interface ReferenceContract extends WithDesk {

    @Test
    @Tag("P-3.7-06")
    default void a_new_user_can_be_put_into_a_new_group() {
        Answered answer = desk().send(aBulk().post("qwerty", aUser("Alice"))
                        .post("ytrewq", Desk.member(aGroup("Tour Guides"), "qwerty")))
                .expect("201", "201");

        assertThat(Desk.members(desk().group(answer.id(1)))).containsExactly(answer.id(0));
    }

    @Test
    @Tag("P-3.7-07")
    default void what_an_operation_refers_to_may_come_later() {
        Answered answer = desk().send(aBulk().post("g", Desk.member(Desk.member(aGroup("Tour Guides"), "a"), "b"))
                        .post("a", Desk.managed(aUser("a"), "b"))
                        .post("b", aUser("b")))
                .expect("201", "201", "201");

        assertThat(answer.result(0).getString("location")).contains("/Groups/");
        assertThat(Desk.members(desk().group(answer.id(0)))).containsExactlyInAnyOrder(answer.id(1), answer.id(2));
        assertThat(Desk.manager(desk().user(answer.id(1)))).isEqualTo(answer.id(2));
    }

    @Test
    @Tag("P-3.7-06")
    default void an_extension_can_refer() {
        Answered answer = desk().send(
                        aBulk().post("qwerty", aUser("Alice")).post("ytrewq", Desk.managed(aUser("Bob"), "qwerty")))
                .expect("201", "201");

        assertThat(Desk.manager(desk().user(answer.id(1)))).isEqualTo(answer.id(0));
    }

    @Test
    @Tag("P-3.7-06")
    default void the_values_and_paths_of_a_patch_can_refer() {
        ScimResource old = desk().directory().create(aUser("old"));
        ScimResource group = desk().directory().create(aGroup("Guides").withMember(old));
        ScimResource report = desk().directory().create(aUser("report"));

        Answered answer = desk().send(aBulk().patch("/Groups/" + group.id(), Desk.adding("n"))
                        .post("n", aUser("new"))
                        .post("m", aUser("more"))
                        .patch("/Groups/" + group.id(), Desk.adding("m"))
                        .patch(
                                "/Groups/" + group.id(),
                                "[{'op': 'remove', 'path': 'members[value eq \\'bulkId:n\\']'}]")
                        .patch(
                                "/Users/" + report.id(),
                                "[{'op': 'add', 'path': '" + ENTERPRISE + ":manager', 'value': 'bulkId:m'}]"))
                .expect("204", "201", "201", "204", "204", "200");

        assertThat(Desk.members(desk().group(group.id()))).containsExactlyInAnyOrder(old.id(), answer.id(2));
        assertThat(Desk.manager(desk().user(report.id()))).isEqualTo(answer.id(2));
    }

    @Test
    @Tag("P-3.7-06")
    default void a_path_can_name_what_was_created() {
        Answered answer = desk().send(aBulk().patch("/Users/bulkId:a", "[{'op': 'add', 'path': 'title', 'value': 'x'}]")
                        .put("/Groups/bulkId:g", Desk.member(aGroup("Renamed").with("id", "bulkId:g"), "a"))
                        .post("a", aUser("a"))
                        .post("g", aGroup("Guides"))
                        .post("b", aUser("b"))
                        .delete("/Users/bulkId%3Ab"))
                .expect("200", "200", "201", "201", "201", "204");

        assertThat(desk().user(answer.id(0)).text("title")).contains("x");
        assertThat(answer.id(1)).isEqualTo(answer.id(3));
        assertThat(desk().group(answer.id(1)).text("displayName")).contains("Renamed");
        assertThat(Desk.members(desk().group(answer.id(1)))).containsExactly(answer.id(0));
        assertThat(answer.result(5).getString("location")).isEqualTo(Desk.BASE + "/Users/" + answer.id(4));
        assertThat(desk().directory().names(USER, "userName pr")).containsExactly("a");
    }

    @Test
    @Tag("P-3.7-06")
    default void a_uri_can_end_with_a_reference() {
        Answered answer = desk().send(aBulk().post("a", aUser("a"))
                        .post(
                                "b",
                                aUser("b")
                                        .with(
                                                ENTERPRISE,
                                                JsonText.object(
                                                        "{'manager': {'value': 'bulkId:a', '$ref': '../Users/bulkId:a'}}")))
                        .post("t", aThing("t").with("link", Desk.BASE + "/Users/bulkId:a")))
                .expect("201", "201", "201");

        assertThat(desk().user(answer.id(1)).attributes().toString())
                .contains("../Users/" + answer.id(0))
                .doesNotContain("bulkId");
        assertThat(desk().directory().find("Thing", answer.id(2)).orElseThrow().text("link"))
                .contains(Desk.BASE + "/Users/" + answer.id(0));
    }

    @Test
    @Tag("P-3.7.2-01")
    default void a_reference_to_nothing_fails_and_is_never_stored() {
        Answered answer = desk().send(aBulk().post("a", Desk.managed(aUser("a"), "nobody"))
                        .post("g", Desk.member(aGroup("Guides"), "nobody"))
                        .patch("/Users/bulkId:nobody", "[{'op': 'remove', 'path': 'title'}]")
                        .post("b", aUser("b")))
                .expect("400", "400", "400", "201");

        assertThat(answer.scimType(0)).isEqualTo("invalidValue");
        assertThat(answer.detail(0)).contains("\"nobody\"", "no POST");
        assertThat(answer.result(2)).doesNotContainKey("location");
        assertThat(desk().directory().names(USER, "userName pr")).containsExactly("b");
        assertThat(desk().directory().all(GROUP)).isEmpty();
    }

    @Test
    @Tag("P-3.7.2-01")
    default void what_refers_to_a_failure_fails_by_409_and_names_it() {
        Answered answer = desk().send(aBulk().post("bad", aUser("x").without("userName"))
                        .post("g", Desk.member(aGroup("Guides"), "bad"))
                        .post("h", Desk.member(aGroup("Guides of guides"), "g"))
                        .patch("/Users/bulkId:bad", "[{'op': 'add', 'path': 'title', 'value': 'x'}]")
                        .post("good", aUser("good")))
                .expect("400", "409", "409", "409", "201");

        assertThat(answer.detail(1)).contains("\"bad\"", "Operations[0]");
        assertThat(answer.detail(2)).contains("\"g\"", "Operations[1]");
        assertThat(desk().directory().all(GROUP)).isEmpty();
    }

    @Test
    default void of_those_that_share_a_bulk_id_none_is_carried_out() {
        Answered answer = desk().send(aBulk().post("same", aUser("a"))
                        .post("other", aUser("b"))
                        .post("same", aUser("c"))
                        .post("g", Desk.member(aGroup("Guides"), "same")))
                .expect("400", "201", "400", "409");

        assertThat(answer.detail(0)).contains("\"same\"", "Operations[0]", "Operations[2]");
        assertThat(answer.result(2).getString("bulkId")).isEqualTo("same");
        assertThat(desk().directory().names(USER, "userName pr")).containsExactly("b");
    }

    @Test
    default void a_bulk_id_of_another_method_is_sent_back_and_means_nothing() {
        ScimResource user = desk().directory().create(aUser());

        Answered answer = desk().send(
                        aBulk().raw("{'method': 'delete', 'path': 'Users/" + user.id() + "', 'bulkId': 'd'}")
                                .post("g", Desk.member(aGroup("Guides"), "d")))
                .expect("204", "400");

        assertThat(answer.result(0).getString("method")).isEqualTo("DELETE");
        assertThat(answer.result(0).getString("bulkId")).isEqualTo("d");
    }

    @Test
    @Tag("P-3.7-07")
    default void a_name_that_is_freed_before_can_be_taken_although_something_waits() {
        ScimResource old = desk().directory().create(aUser("ann"));

        desk().send(aBulk().post("g", Desk.member(aGroup("Guides"), "new"))
                        .delete("/Users/" + old.id())
                        .post("new", aUser("ann")))
                .expect("201", "204", "201");
    }

    @Test
    @Tag("P-3.7-07")
    default void changes_of_one_resource_keep_their_order_although_the_first_waits() {
        ScimResource group = desk().directory().create(aGroup("Guides"));

        desk().send(aBulk().patch("/Groups/" + group.id(), Desk.adding("n"))
                        .patch("/Groups/" + group.id(), "[{'op': 'remove', 'path': 'members'}]")
                        .post("n", aUser("new")))
                .expect("204", "204", "201");

        assertThat(Desk.members(desk().group(group.id()))).isEmpty();
    }
}
