package org.roster.scim.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.it.sample.GroupBuilder.aGroup;
import static org.roster.scim.it.sample.PatchBuilder.aPatch;
import static org.roster.scim.it.sample.UserBuilder.aUser;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.roster.scim.it.http.ScimAnswer;
import org.roster.scim.it.sample.PatchBuilder;

/** Groups, their members, and the groups of a user (RFC 7643 §4.1.2, §4.2; RFC 7644 §3.5.2). */
interface MembershipContract extends Wire {
    @Test
    @Tag("S-4.2-03")
    @Tag("S-3.1-13")
    default void a_member_comes_back_with_its_address_and_its_type() {
        String user = created(aUser()).id();
        ScimAnswer group = created(aGroup().withMember(user));
        JsonObject member = members(group.id()).get(0);
        assertThat(group.textAt("/meta/resourceType")).isEqualTo("Group");
        assertThat(member.getString("value")).isEqualTo(user);
        assertThat(member.getString("$ref")).isEqualTo(scim().baseUrl() + "/Users/" + user);
        assertThat(member.getString("type")).isEqualTo("User");
    }

    @Test
    @Tag("S-4.1.2-05")
    @Tag("S-4.1.2-06")
    default void the_groups_of_a_user_follow_the_members_of_the_groups() {
        String user = created(aUser()).id();
        ScimAnswer first = created(aGroup().withMember(user));
        ScimAnswer second = created(aGroup());
        patch(second, aPatch().add("members", PatchBuilder.members(List.of(user))));
        assertThat(groups(user))
                .extracting(group -> group.getString("value"))
                .containsExactlyInAnyOrder(first.id(), second.id());
        JsonObject group = groups(user).stream()
                .filter(found -> found.getString("value").equals(first.id()))
                .findFirst()
                .orElseThrow();
        assertThat(group.getString("$ref")).isEqualTo(scim().baseUrl() + "/Groups/" + first.id());
        assertThat(group.getString("display")).isEqualTo(first.textAt("/displayName"));
        assertThat(group.getString("type")).isEqualTo("direct");
        patch(first, aPatch().remove("members[value eq \"" + user + "\"]"));
        assertThat(groups(user)).extracting(found -> found.getString("value")).containsExactly(second.id());
    }

    @Test
    @Tag("P-3.5.2.1-04")
    @Tag("S-2.4-07")
    default void adding_a_member_again_changes_nothing() {
        String user = created(aUser()).id();
        ScimAnswer group = created(aGroup().withMember(user));
        patch(group, aPatch().add("members", PatchBuilder.members(List.of(user, user))));
        assertThat(memberIds(group.id())).containsExactly(user);
        assertThat(scim().get("/Groups/" + group.id()).etag()).isEqualTo(group.etag());
    }

    @Test
    @Tag("P-3.5.2.2-06")
    @Tag("A-03")
    @Tag("V-ENTRA-02")
    default void removing_members_by_a_list_removes_those_and_no_others() {
        List<String> users = users(4);
        ScimAnswer group = groupOf(users);
        patch(group, aPatch().operation("Remove", "members", PatchBuilder.members(users.subList(1, 3))));
        assertThat(memberIds(group.id())).containsExactlyInAnyOrder(users.get(0), users.get(3));
        patch(group, aPatch().operation("remove", "members", PatchBuilder.members(users.subList(1, 2))));
        assertThat(memberIds(group.id())).hasSize(2);
    }

    @Test
    @Tag("V-KC-01")
    default void removing_an_empty_list_of_members_removes_nobody() {
        List<String> users = users(2);
        ScimAnswer group = groupOf(users);
        patch(group, aPatch().operation("remove", "members", "[]"));
        assertThat(memberIds(group.id())).containsExactlyInAnyOrderElementsOf(users);
    }

    @Test
    @Tag("P-3.5.2.2-02")
    @Tag("P-3.5.2.3-02")
    @Tag("S-4.2-02")
    default void members_can_be_replaced_and_removed_as_a_whole() {
        List<String> users = users(3);
        ScimAnswer group = groupOf(users.subList(0, 2));
        patch(group, aPatch().replace("members", PatchBuilder.members(users.subList(1, 3))));
        assertThat(memberIds(group.id())).containsExactlyInAnyOrder(users.get(1), users.get(2));
        patch(group, aPatch().replace("members", "[]"));
        assertThat(memberIds(group.id())).isEmpty();
        patch(group, aPatch().add("members", PatchBuilder.members(users)).remove("members"));
        assertThat(memberIds(group.id())).isEmpty();
    }

    @Test
    @Tag("P-3.5.2.2-05")
    default void removing_somebody_who_is_no_member_is_no_mistake() {
        List<String> users = users(2);
        ScimAnswer group = groupOf(users.subList(0, 1));
        patch(group, aPatch().remove("members[value eq \"" + users.get(1) + "\"]"));
        assertThat(memberIds(group.id())).containsExactly(users.get(0));
    }

    @Test
    @Tag("S-4.2-06")
    @Tag("P-3.6-03")
    default void deleting_a_user_takes_it_out_of_its_groups_and_from_those_it_manages() {
        List<String> users = users(2);
        ScimAnswer group = groupOf(users);
        String report = created(aUser().withManager(users.get(0)).withEnterprise("division", "East"))
                .id();
        scim().delete("/Users/" + users.get(0)).expect(204);
        assertThat(memberIds(group.id())).containsExactly(users.get(1));
        assertThat(user(report)
                        .json()
                        .getJsonObject("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User")
                        .keySet())
                .containsExactly("division");
    }

    @Test
    @Tag("S-4.2-06")
    default void deleting_a_group_leaves_its_members_alone() {
        List<String> users = users(2);
        ScimAnswer group = groupOf(users);
        scim().delete("/Groups/" + group.id()).expect(204);
        assertThat(users)
                .allSatisfy(user -> assertThat(user(user).at("/groups")).isEmpty());
    }

    @Test
    @Tag("P-3.5.2.3-02")
    default void renaming_a_group_keeps_its_members_and_shows_in_its_users() {
        List<String> users = users(1);
        ScimAnswer group = groupOf(users);
        patch(group, aPatch().replace("displayName", "\"Renamed\""));
        assertThat(memberIds(group.id())).isEqualTo(users);
        assertThat(groups(users.get(0)).get(0).getString("display")).isEqualTo("Renamed");
    }

    @Test
    @Tag("P-3.9-05")
    @Tag("V-ENTRA-11")
    default void members_can_be_left_out_of_a_group_and_groups_of_a_user() {
        List<String> users = users(1);
        ScimAnswer group = groupOf(users);
        assertThat(scim().get("/Groups/" + group.id() + "?excludedAttributes=members")
                        .expect(200)
                        .json())
                .doesNotContainKey("members")
                .containsKey("displayName");
        assertThat(scim().get("/Users/" + users.get(0) + "?excludedAttributes=groups")
                        .expect(200)
                        .json())
                .doesNotContainKey("groups");
        assertThat(scim().get("/Users/" + users.get(0) + "?attributes=groups")
                        .expect(200)
                        .textAt("/groups/0/value"))
                .isEqualTo(group.id());
    }

    @Test
    @Tag("S-4.2-04")
    @Tag("S-4.2-03")
    default void groups_may_be_members_of_groups_and_a_circle_of_them_does_no_harm() {
        needsGroupsInGroups();
        String user = created(aUser()).id();
        ScimAnswer inner = created(aGroup().withMember(user));
        ScimAnswer outer = created(aGroup().withMember(inner.id()));
        JsonObject member = members(outer.id()).get(0);
        assertThat(member.getString("type")).isEqualTo("Group");
        assertThat(member.getString("$ref")).isEqualTo(scim().baseUrl() + "/Groups/" + inner.id());
        patch(inner, aPatch().add("members", PatchBuilder.members(List.of(outer.id()))));
        assertThat(memberIds(inner.id())).containsExactlyInAnyOrder(user, outer.id());
        assertThat(groups(user)).extracting(group -> group.getString("value")).contains(inner.id());
        scim().delete("/Groups/" + outer.id()).expect(204);
        assertThat(memberIds(inner.id())).containsExactly(user);
    }

    private List<String> users(int count) {
        return Stream.generate(() -> created(aUser()).id()).limit(count).toList();
    }

    private ScimAnswer groupOf(List<String> users) {
        var group = aGroup();
        users.forEach(group::withMember);
        return created(group);
    }

    private void patch(ScimAnswer group, PatchBuilder patch) {
        ScimAnswer answer = scim().patch("/Groups/" + group.id(), patch.json());
        assertThat(answer.status()).as(answer.body()).isIn(200, 204);
    }

    private List<String> memberIds(String group) {
        return members(group).stream().map(member -> member.getString("value")).toList();
    }

    private List<JsonObject> members(String group) {
        return list(scim().get("/Groups/" + group + "?attributes=members").expect(200), "members");
    }

    private List<JsonObject> groups(String user) {
        return list(user(user), "groups");
    }

    private static List<JsonObject> list(ScimAnswer answer, String attribute) {
        return Optional.ofNullable(answer.json().getJsonArray(attribute))
                .orElse(JsonValue.EMPTY_JSON_ARRAY)
                .getValuesAs(JsonObject.class);
    }
}
