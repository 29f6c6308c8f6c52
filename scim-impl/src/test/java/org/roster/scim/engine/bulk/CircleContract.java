package org.roster.scim.engine.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.fixture.Body.aGroup;
import static org.roster.scim.fixture.Body.aThing;
import static org.roster.scim.fixture.Body.aUser;
import static org.roster.scim.fixture.BulkBody.aBulk;
import static org.roster.scim.fixture.TestSchemas.GROUP;
import static org.roster.scim.fixture.TestSchemas.USER;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.roster.scim.fixture.JsonText;
import org.roster.scim.resource.ScimResource;

/** Resources that refer to one another in a circle (RFC 7644 §3.7.1). */
interface CircleContract extends WithDesk {

    @Test
    @Tag("P-3.7.1-01")
    default void two_groups_can_be_members_of_each_other() {
        Answered answer = desk().send(aBulk().post("qwerty", Desk.member(aGroup("Group A"), "ytrewq"))
                        .post("ytrewq", Desk.member(aGroup("Group B"), "qwerty")))
                .expect("201", "201");

        assertThat(Desk.members(desk().group(answer.id(0)))).containsExactly(answer.id(1));
        assertThat(Desk.members(desk().group(answer.id(1)))).containsExactly(answer.id(0));
        assertThat(desk().group(answer.id(0)).meta().version())
                .isEqualTo(answer.result(0).getString("version").replaceAll("[W/\"]", ""));
    }

    @Test
    @Tag("P-3.7.1-01")
    default void a_circle_can_go_through_types_and_extensions_and_have_other_members() {
        ScimResource there = desk().directory().create(aUser("there"));

        Answered answer = desk().send(aBulk().post("g", Desk.member(aGroup("G").withMember(there), "h"))
                        .post("u", Desk.managed(aUser("u").with("title", "Guide"), "v"))
                        .post("h", Desk.member(Desk.member(aGroup("H"), "g"), "u"))
                        .post("v", Desk.managed(aUser("v"), "u"))
                        .patch("/Groups/bulkId:g", Desk.adding("v")))
                .expect("201", "201", "201", "201", "204");

        assertThat(Desk.members(desk().group(answer.id(0))))
                .containsExactlyInAnyOrder(there.id(), answer.id(2), answer.id(3));
        assertThat(Desk.members(desk().group(answer.id(2)))).containsExactlyInAnyOrder(answer.id(0), answer.id(1));
        assertThat(Desk.manager(desk().user(answer.id(1)))).isEqualTo(answer.id(3));
        assertThat(Desk.manager(desk().user(answer.id(3)))).isEqualTo(answer.id(1));
        assertThat(desk().user(answer.id(1)).text("title")).contains("Guide");
    }

    @Test
    @Tag("P-3.7.1-01")
    default void somebody_can_be_his_own_manager_but_no_group_its_own_member() {
        Answered answer = desk().send(aBulk().post("boss", Desk.managed(aUser("boss"), "boss"))
                        .post("g", Desk.member(aGroup("Guides"), "g")))
                .expect("201", "400");

        assertThat(Desk.manager(desk().user(answer.id(0)))).isEqualTo(answer.id(0));
        assertThat(desk().directory().all(GROUP)).isEmpty();
    }

    @Test
    @Tag("P-3.7.1-01")
    default void elements_of_any_attribute_can_be_in_a_circle() {
        Answered answer = desk().send(aBulk().post(
                                "a",
                                aThing("a")
                                        .with(
                                                "parts",
                                                JsonText.array(
                                                        "[{'value': 'own'}, {'value': 'bulkId:b', 'type': 'small'}]")))
                        .post("b", aThing("b").with("link", "/Things/bulkId:a")))
                .expect("201", "201");

        assertThat(desk().directory()
                        .find("Thing", answer.id(0))
                        .orElseThrow()
                        .attributes()
                        .getJsonArray("parts"))
                .containsExactlyInAnyOrder(
                        JsonText.object("{'value': 'own'}"),
                        JsonText.object("{'value': '" + answer.id(1) + "', 'type': 'small'}"));
        assertThat(desk().directory().find("Thing", answer.id(1)).orElseThrow().text("link"))
                .contains("/Things/" + answer.id(0));
    }

    @Test
    @Tag("P-3.7.1-01")
    @Tag("P-3.7.2-01")
    default void if_one_fails_it_alone_is_to_blame_and_nothing_of_the_circle_is_there() {
        desk().directory().create(aUser("taken"));

        Answered answer = desk().send(aBulk().post("a", Desk.managed(aUser("a"), "b"))
                        .post("b", Desk.managed(aUser("b"), "c"))
                        .post("c", Desk.managed(aUser("taken"), "a"))
                        .post("d", Desk.managed(aUser("d"), "a"))
                        .post("e", aUser("e")))
                .expect("409", "409", "409", "409", "201");

        assertThat(answer.scimType(2)).isEqualTo("uniqueness");
        assertThat(answer.scimType(0) + answer.scimType(1) + answer.scimType(3)).isEmpty();
        assertThat(answer.detail(0)).contains("Operations[2]", "already in use");
        assertThat(answer.detail(1)).contains("Operations[2]");
        assertThat(answer.detail(3)).contains("\"a\"", "Operations[0]");
        assertThat(desk().directory().names(USER, "userName pr")).containsExactly("e", "taken");
    }

    @Test
    default void one_that_is_invalid_in_itself_is_found_before_anything_is_stored() {
        Answered answer = desk().send(aBulk().post("a", Desk.member(aGroup("A"), "b"))
                        .post("b", Desk.member(aGroup("").without("displayName"), "a")))
                .expect("409", "400");

        assertThat(answer.scimType(1)).isEqualTo("invalidValue");
        assertThat(desk().directory().all(GROUP)).isEmpty();
    }

    @Test
    default void one_that_refers_to_nothing_as_well_is_to_blame() {
        desk().send(aBulk().post("a", Desk.member(Desk.member(aGroup("A"), "b"), "nobody"))
                        .post("b", Desk.member(aGroup("B"), "a")))
                .expect("400", "409");
    }
}
