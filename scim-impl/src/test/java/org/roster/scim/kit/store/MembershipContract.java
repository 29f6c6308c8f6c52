package org.roster.scim.kit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.fixture.Body.aGroup;
import static org.roster.scim.fixture.Body.aThing;
import static org.roster.scim.fixture.Body.aUser;
import static org.roster.scim.fixture.Refusal.refused;
import static org.roster.scim.fixture.TestSchemas.GROUP;
import static org.roster.scim.fixture.TestSchemas.USER;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.scim.fixture.Directory;
import org.roster.scim.fixture.JsonText;
import org.roster.scim.query.Sort;
import org.roster.scim.resource.ScimResource;

/** Groups have members, and members know their groups (RFC 7643 §4.1.2, §4.2). */
interface MembershipContract extends TwoTenants {

    static List<String> ids(ScimResource resource, String attribute) {
        return resource.attributes().containsKey(attribute)
                ? resource.attributes().getJsonArray(attribute).stream()
                        .map(e -> e.asJsonObject().getString("value"))
                        .toList()
                : List.of();
    }

    static List<String> members(ScimResource group) {
        return ids(group, "members");
    }

    @Test
    @Tag("S-4.2-03")
    default void a_group_shows_its_members() {
        directory().needsNestedGroups();
        directory().needs(GROUP, "members.display");
        directory().needs(GROUP, "members.type");
        ScimResource user = directory().create(aUser("bjensen").with("displayName", "Babs"));
        ScimResource nested = directory().create(aGroup("Employees"));

        ScimResource group =
                directory().create(aGroup("Guides").withMember(user).withMember(nested));

        assertThat(group.attributes().getJsonArray("members"))
                .containsExactlyInAnyOrder(
                        JsonText.object("{'value': '" + user.id() + "', 'display': 'Babs', 'type': 'User'}"),
                        JsonText.object("{'value': '" + nested.id() + "', 'display': 'Employees', 'type': 'Group'}"));
        assertThat(directory().read(group)).isEqualTo(group);
        assertThat(directory().all(GROUP)).contains(group);
    }

    @Test
    @Tag("S-4.1.2-06")
    default void a_member_shows_its_groups() {
        directory().needs(USER, "groups");
        ScimResource user = directory().create(aUser());
        ScimResource group = directory().create(aGroup("Guides").withMember(user));

        ScimResource member = directory().read(user);

        assertThat(member.attributes().getJsonArray("groups"))
                .containsExactly(
                        JsonText.object("{'value': '" + group.id() + "', 'display': 'Guides', 'type': 'direct'}"));
        assertThat(member.meta()).isEqualTo(user.meta());
        assertThat(directory().all(USER)).containsExactly(member);
    }

    @Test
    @Tag("S-4.1.2-06")
    default void whatever_groups_are_called_a_member_shows_it_however_he_is_asked_for() {
        directory().needs(USER, "groups.display");
        ScimResource user = directory().create(aUser("bjensen"));
        List<String> names = List.of(
                "quote \" and 'quote'",
                "back\\slash",
                "two\nlines\r\nor\tthree",
                "\u0001 \u001f \u007f \u2028",
                "\uD83D\uDE00 é",
                ", [] {}");
        names.forEach(
                name -> directory().create(aGroup("g").with("displayName", name).withMember(user)));

        List<ScimResource> found = List.of(
                directory().read(user),
                directory()
                        .query(USER, "userName eq \"bjensen\"", Sort.BY_ID, Directory.EVERYTHING)
                        .resources()
                        .get(0),
                directory()
                        .query(USER, "userName eq \"bjensen\" and userName sw \"b\"", Sort.BY_ID, Directory.EVERYTHING)
                        .resources()
                        .get(0),
                directory().all(USER).get(0));

        assertThat(found).allSatisfy(member -> assertThat(displays(member)).containsExactlyInAnyOrderElementsOf(names));
    }

    private static List<String> displays(ScimResource member) {
        return member.attributes().getJsonArray("groups").stream()
                .map(e -> e.asJsonObject().getString("display"))
                .toList();
    }

    @Test
    default void a_group_without_members_has_no_members_attribute() {
        assertThat(directory().create(aGroup("Guides")).attributes()).doesNotContainKey("members");
    }

    @Test
    default void what_a_client_says_about_a_member_is_not_kept() {
        directory().needs(GROUP, "members.display");
        directory().needs(GROUP, "members.type");
        ScimResource user = directory().create(aUser());
        ScimResource group = directory()
                .create(aGroup("Guides")
                        .withElement(
                                "members",
                                JsonText.object("{'value': '" + user.id()
                                        + "', 'display': 'Eve', 'type': 'Group', '$ref': 'x'}")));

        assertThat(group.attributes().getJsonArray("members"))
                .containsExactly(
                        JsonText.object("{'value': '" + user.id() + "', 'display': 'bjensen', 'type': 'User'}"));
    }

    @Test
    default void renaming_a_member_or_a_group_shows_in_the_other() {
        directory().needs(GROUP, "members.display");
        directory().needs(USER, "groups.display");
        ScimResource user = directory().create(aUser("old"));
        ScimResource group = directory().create(aGroup("before").withMember(user));

        directory().replace(user, aUser("new"));
        directory().patch(group, "[{'op': 'replace', 'path': 'displayName', 'value': 'after'}]");

        assertThat(directory()
                        .read(group)
                        .attributes()
                        .getJsonArray("members")
                        .getJsonObject(0)
                        .getString("display"))
                .isEqualTo("new");
        assertThat(directory()
                        .read(user)
                        .attributes()
                        .getJsonArray("groups")
                        .getJsonObject(0)
                        .getString("display"))
                .isEqualTo("after");
    }

    @Test
    default void a_member_that_is_sent_twice_is_one_member() {
        ScimResource user = directory().create(aUser());
        ScimResource group =
                directory().create(aGroup("Guides").withMember(user).withMember(user));
        assertThat(members(group)).containsExactly(user.id());

        ScimResource replaced =
                directory().replace(group, aGroup("Guides").withMember(user).withMember(user));
        assertThat(members(replaced)).containsExactly(user.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "", "\" or 1=1 --", "2819c223-7f76-453a-919d-413861904646", "%"})
    @Tag("S-4.2-05")
    default void a_member_must_exist(String id) {
        ScimResource user = directory().create(aUser());
        JsonObject element = Json.createObjectBuilder().add("value", id).build();

        refused(() -> directory().create(aGroup("Guides").withMember(user).withElement("members", element)))
                .as(400, "invalidValue")
                .saying("members");
        ScimResource group = directory().create(aGroup("Guides").withMember(user));
        refused(() -> directory()
                        .patch(
                                group,
                                "[{\"op\": \"add\", \"path\": \"members\", \"value\": [" + element.toString() + "]}]"))
                .as(400, "invalidValue")
                .saying("members");
        refused(() -> directory().replace(group, aGroup("x").withElement("members", element)))
                .as(400, "invalidValue");
        assertThat(directory().all(GROUP)).containsExactly(group);
    }

    @Test
    default void a_member_must_be_of_a_type_that_the_schema_names() {
        ScimResource thing = directory().create(aThing("thing"));
        refused(() -> directory().create(aGroup("Guides").withMember(thing)))
                .as(400, "invalidValue")
                .saying("members");
    }

    @Test
    default void a_member_without_a_value_is_refused() {
        refused(() -> directory().create(aGroup("Guides").with("members", JsonText.array("[{'type': 'User'}]"))))
                .as(400, "invalidValue");
    }

    @Test
    default void a_group_is_not_its_own_member() {
        ScimResource group = directory().create(aGroup("Guides"));
        refused(() -> directory().replace(group, aGroup("Guides").withMember(group)))
                .as(400, "invalidValue");
    }

    @Test
    default void groups_may_contain_each_other() {
        directory().needsNestedGroups();
        ScimResource one = directory().create(aGroup("one"));
        ScimResource two = directory().create(aGroup("two").withMember(one));
        ScimResource changed = directory().replace(one, aGroup("one").withMember(two));

        assertThat(members(changed)).containsExactly(two.id());
        directory().delete(two);
        assertThat(members(directory().read(one))).isEmpty();
    }

    @Test
    @Tag("P-3.6-03")
    default void deleting_a_member_changes_its_groups() throws InterruptedException {
        ScimResource user = directory().create(aUser());
        ScimResource stays = directory().create(aUser("stays"));
        ScimResource group =
                directory().create(aGroup("Guides").withMember(user).withMember(stays));
        ScimResource untouched = directory().create(aGroup("Other").withMember(stays));
        Thread.sleep(2);

        directory().delete(user);

        ScimResource after = directory().read(group);
        assertThat(members(after)).containsExactly(stays.id());
        requireNewVersion(group, after);
        assertThat(after.meta().lastModified()).isAfter(group.meta().lastModified());
        assertThat(directory().read(untouched)).isEqualTo(untouched);
    }

    @Test
    default void after_the_last_member_was_deleted_removing_members_is_no_change() {
        ScimResource user = directory().create(aUser());
        ScimResource group = directory().create(aGroup("Guides").withMember(user));
        directory().delete(user);
        ScimResource empty = directory().read(group);

        assertThat(directory().patch(group, "[{'op': 'remove', 'path': 'members'}]"))
                .isEqualTo(empty);
        assertThat(directory().replace(group, aGroup("Guides"))).isEqualTo(empty);
    }

    @Test
    @Tag("A-05")
    default void deleting_a_group_ends_the_membership() {
        ScimResource user = directory().create(aUser());
        ScimResource group = directory().create(aGroup("Guides").withMember(user));

        directory().delete(group);

        assertThat(directory().read(user)).isEqualTo(user);
        assertThat(directory().names(USER, "groups pr")).isEmpty();
    }

    @Test
    default void replacing_a_user_leaves_its_groups() {
        directory().needs(USER, "groups");
        ScimResource user = directory().create(aUser());
        directory().create(aGroup("Guides").withMember(user));

        ScimResource replaced = directory().replace(user, aUser("renamed").with("groups", JsonText.array("[]")));

        assertThat(ids(replaced, "groups")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "members eq '1'",
                "members.value eq '1'",
                "members[value eq '1']",
                "members[value eq '1' and type eq 'user']",
                "members sw '1' and not (members eq '2')",
                "members[not (value eq '2')] and members[type ne 'Group']",
                "members[value eq '1' or value eq '?']"
            })
    @Tag("P-3.4.2.2-08")
    default void groups_are_found_by_their_members(String filter) {
        directory().needsNestedGroups();
        ScimResource one = directory().create(aUser("one"));
        ScimResource two = directory().create(aUser("two"));
        ScimResource first = directory().create(aGroup("first").withMember(one));
        directory().create(aGroup("second").withMember(two));
        directory().create(aGroup("third").withMember(first));
        directory().create(aGroup("empty"));
        String bound = filter.replace("'1'", "\"" + one.id() + "\"")
                .replace("'2'", "\"" + two.id() + "\"")
                .replace('\'', '"');

        assertThat(directory().names(GROUP, bound)).containsExactly("first");
    }

    @Test
    default void absent_and_negated_members_are_understood() {
        ScimResource one = directory().create(aUser("one"));
        directory().create(aGroup("first").withMember(one));
        directory().create(aGroup("empty"));

        assertThat(directory().names(GROUP, "members pr")).containsExactly("first");
        assertThat(directory().names(GROUP, "members eq null")).containsExactly("empty");
        assertThat(directory().names(GROUP, "members ne \"" + one.id() + "\"")).containsExactly("empty");
        assertThat(directory().names(GROUP, "not (members.type eq \"Group\")")).containsExactly("empty", "first");
        assertThat(directory().names(GROUP, "members[value pr]")).containsExactly("first");
        assertThat(directory().names(GROUP, "members eq \"%\" or members co \"_\""))
                .isEmpty();
        assertThat(directory().names(GROUP, "members[type sw \"US\"]")).containsExactly("first");
    }

    @Test
    default void members_are_found_by_their_groups() {
        ScimResource one = directory().create(aUser("one"));
        directory().create(aUser("two"));
        ScimResource group = directory().create(aGroup("Guides").withMember(one));

        for (String filter :
                List.of("groups.value eq", "groups eq", "groups[value eq", "groups[type eq \"direct\" and value eq")) {
            String close = filter.contains("[") ? "]" : "";
            assertThat(directory().names(USER, filter + " \"" + group.id() + "\"" + close))
                    .as(filter)
                    .containsExactly("one");
        }
        assertThat(directory().names(USER, "groups ne \"" + group.id() + "\"")).containsExactly("two");
        assertThat(directory().names(USER, "groups pr")).containsExactly("one");
        assertThat(directory().names(USER, "groups.type eq \"indirect\"")).isEmpty();
        assertThat(directory().names(USER, "userName sw \"t\" or groups.value eq \"" + group.id() + "\""))
                .containsExactly("one", "two");
        assertThat(directory().names(USER, "userName eq \"one\" and groups.value eq \"" + group.id() + "\""))
                .containsExactly("one");
        assertThat(directory().names(USER, "userName eq \"two\" and groups.value eq \"" + group.id() + "\""))
                .isEmpty();
    }
}
