package org.roster.scim.kit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.fixture.Body.aGroup;
import static org.roster.scim.fixture.Body.aUser;
import static org.roster.scim.fixture.Refusal.refused;
import static org.roster.scim.fixture.TestSchemas.GROUP;
import static org.roster.scim.kit.store.MembershipContract.members;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.roster.scim.resource.ScimResource;

/** Members come and go by PATCH (RFC 7644 §3.5.2). */
interface MemberPatchContract extends TwoTenants {

    private static String op(String op, ScimResource... members) {
        return "{'op': '" + op + "', 'path': 'members', 'value': "
                + List.of(members).stream()
                        .map(m -> "{'value': '" + m.id() + "'}")
                        .collect(Collectors.joining(", ", "[", "]"))
                + "}";
    }

    private static String removeWhere(String filter) {
        return "{'op': 'remove', 'path': 'members[" + filter.replace("'", "\\\"") + "]'}";
    }

    private ScimResource user(String name) {
        return directory().create(aUser(name));
    }

    @Test
    @Tag("P-3.5.2.1-03")
    default void add_adds_to_the_members_that_are_there() {
        ScimResource one = user("one");
        ScimResource two = user("two");
        ScimResource group = directory().create(aGroup("Guides").withMember(one));

        ScimResource changed = directory().patch(group, "[" + op("add", two) + "]");

        assertThat(members(changed)).containsExactlyInAnyOrder(one.id(), two.id());
        assertThat(directory().read(group)).isEqualTo(changed);
        requireNewVersion(group, changed);
    }

    @Test
    @Tag("P-3.5.2.1-04")
    default void adding_a_member_again_is_no_change() {
        ScimResource one = user("one");
        ScimResource group = directory().create(aGroup("Guides").withMember(one));

        assertThat(directory().patch(group, "[" + op("add", one) + "]")).isEqualTo(group);
        assertThat(directory().patch(group, "[" + op("add", one, one) + "," + op("add", one) + "]"))
                .isEqualTo(group);
    }

    @Test
    default void add_takes_a_single_member_without_an_array() {
        ScimResource one = user("one");
        ScimResource group = directory().create(aGroup("Guides"));

        ScimResource changed =
                directory().patch(group, "[{'op': 'add', 'path': 'members', 'value': {'value': '" + one.id() + "'}}]");

        assertThat(members(changed)).containsExactly(one.id());
    }

    @Test
    default void members_can_be_added_without_a_path() {
        ScimResource one = user("one");
        ScimResource group = directory().create(aGroup("Guides"));

        ScimResource changed = directory()
                .patch(
                        group,
                        "[{'op': 'add', 'value': {'displayName': 'x', 'members': [{'value': '" + one.id() + "'}]}}]");

        assertThat(members(changed)).containsExactly(one.id());
        assertThat(changed.text("displayName")).contains("x");
    }

    @Test
    @Tag("P-3.5.2.3-02")
    default void replace_replaces_all_members() {
        ScimResource one = user("one");
        ScimResource two = user("two");
        ScimResource three = user("three");
        ScimResource group = directory().create(aGroup("Guides").withMember(one).withMember(two));

        ScimResource changed = directory().patch(group, "[" + op("replace", two, three) + "]");
        assertThat(members(changed)).containsExactlyInAnyOrder(two.id(), three.id());

        assertThat(directory().patch(group, "[" + op("replace", three, two) + "]"))
                .isEqualTo(changed);
    }

    @Test
    @Tag("P-3.5.2.3-06")
    default void replacing_members_with_an_empty_list_removes_everyone() {
        ScimResource group = directory().create(aGroup("Guides").withMember(user("one")));
        assertThat(members(directory().patch(group, "[" + op("replace") + "]"))).isEmpty();

        ScimResource other = directory().create(aGroup("Others").withMember(user("two")));
        assertThat(members(directory().patch(other, "[{'op': 'replace', 'path': 'members', 'value': null}]")))
                .isEmpty();
    }

    @Test
    @Tag("P-3.5.2.2-02")
    default void remove_without_a_filter_removes_everyone() {
        ScimResource group =
                directory().create(aGroup("Guides").withMember(user("one")).withMember(user("two")));
        assertThat(members(directory().patch(group, "[{'op': 'remove', 'path': 'members'}]")))
                .isEmpty();
    }

    @Test
    @Tag("P-3.5.2.2-02")
    default void remove_with_a_filter_removes_those_who_match() {
        directory().needsNestedGroups();
        ScimResource one = user("one");
        ScimResource two = user("two");
        ScimResource three = user("three");
        ScimResource nested = directory().create(aGroup("nested"));
        ScimResource group = directory().create(aGroup("Guides").withMembers(List.of(one, two, three, nested)));

        ScimResource first = directory().patch(group, "[" + removeWhere("value eq '" + one.id() + "'") + "]");
        assertThat(members(first)).containsExactlyInAnyOrder(two.id(), three.id(), nested.id());

        ScimResource second = directory().patch(group, "[" + removeWhere("type eq 'Group'") + "]");
        assertThat(members(second)).containsExactlyInAnyOrder(two.id(), three.id());

        ScimResource third = directory()
                .patch(group, "[" + removeWhere("value eq '" + two.id() + "' or value eq '" + three.id() + "'") + "]");
        assertThat(members(third)).isEmpty();
    }

    @Test
    @Tag("P-3.5.2.2-02")
    default void remove_with_a_filter_on_display_removes_those_who_are_shown_so() {
        ScimResource one = user("one");
        ScimResource two = user("two");
        ScimResource group = directory().create(aGroup("Guides").withMember(one).withMember(two));

        assertThat(members(directory().patch(group, "[" + removeWhere("display sw 'ON'") + "]")))
                .containsExactly(two.id());
    }

    @Test
    @Tag("P-3.5.2.2-05")
    default void remove_of_somebody_who_is_not_a_member_is_no_change() {
        ScimResource one = user("one");
        ScimResource group = directory().create(aGroup("Guides").withMember(one));

        assertThat(directory().patch(group, "[" + removeWhere("value eq 'unknown'") + "]"))
                .isEqualTo(group);
        assertThat(directory().patch(group, "[" + op("remove", user("two")) + "]"))
                .isEqualTo(group);
    }

    @Test
    @Tag("P-3.5.2.2-06")
    @Tag("A-03")
    default void remove_with_a_list_removes_the_listed_members_only() {
        ScimResource one = user("one");
        ScimResource two = user("two");
        ScimResource group = directory().create(aGroup("Guides").withMember(one).withMember(two));

        ScimResource changed = directory().patch(group, "[" + op("remove", one) + "]");

        assertThat(members(changed)).containsExactly(two.id());
    }

    @Test
    @Tag("P-3.5.2.2-06")
    default void remove_with_an_empty_list_removes_nobody() {
        ScimResource group = directory().create(aGroup("Guides").withMember(user("one")));
        assertThat(directory().patch(group, "[" + op("remove") + "]")).isEqualTo(group);
    }

    @Test
    @Tag("P-3.5.2-06")
    default void operations_are_done_in_order() {
        ScimResource one = user("one");
        ScimResource two = user("two");
        ScimResource group = directory().create(aGroup("Guides").withMember(one));

        assertThat(directory().patch(group, "[" + op("add", two) + "," + op("remove", two) + "]"))
                .isEqualTo(group);
        assertThat(directory().patch(group, "[" + op("remove", one) + "," + op("add", one) + "]"))
                .isEqualTo(group);
        assertThat(members(directory()
                        .patch(
                                group,
                                "[" + op("remove", one) + ",{'op': 'remove', 'path': 'members'}," + op("add", two)
                                        + "]")))
                .containsExactly(two.id());
        assertThat(members(directory().patch(group, "[" + op("replace", one) + "," + op("add", two) + "]")))
                .containsExactlyInAnyOrder(one.id(), two.id());
    }

    @Test
    @Tag("P-3.5.2-06")
    default void a_filter_sees_members_that_came_or_went_in_the_same_request() {
        ScimResource one = user("one");
        ScimResource two = user("two");
        ScimResource group = directory().create(aGroup("Guides").withMember(one));

        ScimResource added = directory()
                .patch(
                        group,
                        "[" + op("add", two) + "," + removeWhere("value co '" + FilterContract.end(two.id()) + "'")
                                + "]");
        assertThat(added).isEqualTo(group);

        ScimResource replaced = directory()
                .patch(
                        group,
                        "[" + op("replace", two) + ","
                                + removeWhere("value sw '" + FilterContract.beginning(two.id()) + "'") + "]");
        assertThat(members(replaced)).isEmpty();
    }

    @Test
    @Tag("P-3.5.2-06")
    default void a_filter_sees_new_members_as_they_are_and_not_as_they_were_sent() {
        ScimResource one = user("one");
        ScimResource group = directory().create(aGroup("Guides"));
        String add = "{'op': 'add', 'path': 'members', 'value': [{'value': '" + one.id() + "', 'display': 'Eve'}]}";

        assertThat(directory().patch(group, "[" + add + "," + removeWhere("display eq 'one'") + "]"))
                .isEqualTo(group);
        assertThat(members(directory().patch(group, "[" + add + "," + removeWhere("display eq 'Eve'") + "]")))
                .containsExactly(one.id());
    }

    @Test
    default void a_member_without_an_id_is_refused_even_if_it_goes_again() {
        ScimResource group = directory().create(aGroup("Guides"));
        refused(() -> directory()
                        .patch(
                                group,
                                "[{'op': 'add', 'path': 'members', 'value': [{'display': 'x'}]},"
                                        + " {'op': 'remove', 'path': 'members'}]"))
                .as(400, "invalidValue")
                .saying("members");
    }

    @Test
    default void one_of_several_unknown_members_stops_all_of_them() {
        ScimResource one = user("one");
        ScimResource group = directory().create(aGroup("Guides"));

        refused(() -> directory()
                        .patch(group, "[" + op("add", one) + ",{'op':'add','path':'members','value':[{'value':'x'}]}]"))
                .as(400, "invalidValue")
                .saying("members", "x");
        assertThat(directory().read(group)).isEqualTo(group);
    }

    @Test
    @Tag("P-3.5.2-10")
    default void a_member_cannot_be_turned_into_another() {
        ScimResource one = user("one");
        ScimResource group = directory().create(aGroup("Guides").withMember(one));

        refused(() -> directory()
                        .patch(
                                group,
                                "[{'op': 'replace', 'path': 'members[value eq \\\"" + one.id()
                                        + "\\\"].value', 'value': 'x'}]"))
                .as(400, "mutability");
        assertThat(directory().read(group)).isEqualTo(group);
    }

    @Test
    default void a_thousand_members_come_and_go() {
        directory().needs(GROUP, "members");
        List<ScimResource> users =
                IntStream.range(0, 1_001).mapToObj(i -> user("user" + i)).toList();
        ScimResource group = directory().create(aGroup("Everybody").withMembers(users));
        assertThat(members(group)).hasSize(1_001);

        ScimResource half = directory()
                .patch(group, "[" + op("remove", users.subList(0, 600).toArray(ScimResource[]::new)) + "]");
        assertThat(members(half)).hasSize(401);
        assertThat(members(directory().replace(group, aGroup("Everybody").withMembers(users))))
                .hasSize(1_001);
    }
}
