package org.roster.scim.kit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.fixture.Body.aGroup;
import static org.roster.scim.fixture.Body.aThing;
import static org.roster.scim.fixture.Body.aUser;
import static org.roster.scim.fixture.Refusal.refused;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.spi.Precondition;

/** A version stands for one state of a resource (RFC 7644 §3.14). */
interface VersionContract extends TwoTenants {

    @Test
    @Tag("P-3.5.2-14")
    default void a_change_gives_a_new_version_and_a_later_lastModified() throws InterruptedException {
        directory().needsVersions();
        ScimResource user = directory().create(aUser());
        Thread.sleep(2);

        ScimResource changed = directory().patch(user, "[{'op': 'add', 'path': '{title}', 'value': 'Guide'}]");

        assertThat(changed.meta().version()).isNotEqualTo(user.meta().version());
        assertThat(changed.meta().lastModified()).isAfter(user.meta().lastModified());
        assertThat(changed.meta().created()).isEqualTo(user.meta().created());
        assertThat(directory().read(user).meta()).isEqualTo(changed.meta());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{'op': 'replace', 'path': '{title}', 'value': 'Guide'}]",
                "[{'op': 'add', 'path': 'emails', 'value': [{'type': 'work', 'value': 'b@x.org'}]}]",
                "[{'op': 'remove', 'path': 'nickName'}]",
                "[{'op': 'remove', 'path': 'phoneNumbers[type eq \\'work\\']'}]",
                "[{'op': 'add', 'path': '{title}', 'value': 'x'}, {'op': 'add', 'path': '{title}', 'value': 'Guide'}]",
            })
    @Tag("P-3.5.2.1-04")
    default void a_patch_without_effect_keeps_version_and_lastModified(String operations) throws InterruptedException {
        ScimResource user = directory().create(aUser().with(title(), "Guide").withEmail("work", "b@x.org"));
        Thread.sleep(2);

        ScimResource patched = directory().patch(user, operations.replace("\\'", "\\\""));

        assertThat(patched).isEqualTo(user);
        assertThat(directory().read(user)).isEqualTo(user);
    }

    @Test
    default void replacing_a_resource_with_itself_keeps_version_and_lastModified() throws InterruptedException {
        ScimResource member = directory().create(aUser());
        ScimResource user = directory().create(aUser("other").with(title(), "Guide"));
        ScimResource group = directory().create(aGroup("Guides").withMember(member));
        Thread.sleep(2);

        assertThat(directory().replace(user, aUser("other").with(title(), "Guide")))
                .isEqualTo(user);
        assertThat(directory().replace(group, aGroup("Guides").withMember(member)))
                .isEqualTo(group);
    }

    @Test
    default void every_change_gives_a_version_that_was_not_there_before() {
        directory().needsVersions();
        ScimResource user = directory().create(aUser());
        List<String> versions = List.of("a", "b", "a", "b").stream()
                .map(title -> directory()
                        .patch(user, "[{'op': 'add', 'path': '{title}', 'value': '" + title + "'}]")
                        .meta()
                        .version())
                .toList();

        assertThat(versions).doesNotHaveDuplicates().doesNotContain(user.meta().version());
    }

    @Test
    @Tag("P-3.14-03")
    default void a_change_meant_for_another_version_is_412_and_does_nothing() {
        ScimResource first = directory().create(aUser());
        ScimResource second = directory().patch(first, "[{'op': 'add', 'path': '{title}', 'value': 'Guide'}]");
        Precondition outdated = new Precondition(List.of(first.meta().version()));

        refused(() -> directory().replace(first, aUser("other"), outdated)).as(412);
        refused(() -> directory().patch(first, "[{'op': 'remove', 'path': '{title}'}]", outdated))
                .as(412);
        refused(() -> directory().delete(first, outdated)).as(412);
        assertThat(directory().read(first)).isEqualTo(second);
    }

    @Test
    default void a_precondition_is_checked_before_the_change_is_computed() {
        ScimResource user = directory().create(aUser());
        Precondition outdated = new Precondition(List.of("outdated"));

        refused(() -> directory()
                        .patch(
                                user,
                                "[{'op': 'replace', 'path': 'emails[type eq \\\"x\\\"].value', 'value': 'y'}]",
                                outdated))
                .as(412);
        refused(() -> directory().replace(user, aUser(), outdated)).as(412);
    }

    @Test
    default void a_change_meant_for_this_version_is_done() {
        ScimResource user = directory().create(aUser());
        Precondition right = new Precondition(List.of("another", user.meta().version()));

        ScimResource changed = directory().replace(user, aUser("renamed"), right);
        assertThat(changed.text("userName")).contains("renamed");

        refused(() -> directory().delete(user, right)).as(412);
        directory().delete(user, new Precondition(List.of(changed.meta().version())));
        assertThat(directory().has(user)).isFalse();
    }

    @Test
    default void a_change_of_members_alone_obeys_a_precondition() {
        ScimResource member = directory().create(aUser());
        ScimResource group = directory().create(aGroup("Guides"));
        Precondition first = new Precondition(List.of(group.meta().version()));
        String add = "[{'op': 'add', 'path': 'members', 'value': [{'value': '" + member.id() + "'}]}]";

        ScimResource changed = directory().patch(group, add, first);

        assertThat(changed.meta().version()).isNotEqualTo(group.meta().version());
        refused(() -> directory().patch(group, "[{'op': 'remove', 'path': 'members'}]", first))
                .as(412);
        assertThat(directory().read(group)).isEqualTo(changed);
    }

    @Test
    @Tag("P-3.5.1-05")
    @Tag("S-7-04")
    default void an_immutable_value_is_set_once() {
        ScimResource thing = directory().create(aThing("t"));
        directory().patch(thing, "[{'op': 'add', 'path': 'serial', 'value': '1'}]");

        assertThat(directory().replace(thing, aThing("t").with("serial", "1")).text("serial"))
                .contains("1");
        refused(() -> directory().replace(thing, aThing("t").with("serial", "2")))
                .as(400, "mutability")
                .saying("serial");
        refused(() -> directory().patch(thing, "[{'op': 'remove', 'path': 'serial'}]"))
                .as(400, "mutability");
    }
}
