package org.roster.scim.kit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.fixture.Body.aGroup;
import static org.roster.scim.fixture.Body.aThing;
import static org.roster.scim.fixture.Body.aUser;
import static org.roster.scim.fixture.Refusal.refused;
import static org.roster.scim.fixture.TestSchemas.BADGE;
import static org.roster.scim.fixture.TestSchemas.ENTERPRISE;
import static org.roster.scim.fixture.TestSchemas.USER;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.scim.fixture.Body;
import org.roster.scim.fixture.JsonText;
import org.roster.scim.resource.ScimResource;

/** A resource is created, read, changed and deleted (RFC 7644 §3.3 to §3.6). */
interface LifecycleContract extends TwoTenants {

    @Test
    @Tag("P-3.3-01")
    default void what_was_created_can_be_read() {
        Body body = aUser("bjensen")
                .withName("Barbara", "Jensen")
                .withPrimaryEmail("work", "b@x.org")
                .with("active", true);

        ScimResource created = directory().create(body);

        assertThat(created.attributes()).isEqualTo(body.attributes());
        assertThat(directory().read(created)).isEqualTo(created);
    }

    @Test
    @Tag("P-3.3-01")
    default void an_extension_comes_back_as_it_was_sent() {
        Body body = aUser("bjensen")
                .with(ENTERPRISE, JsonText.object("{'department': 'Tours', 'manager': {'value': '1'}}"));

        ScimResource created = directory().create(body);

        assertThat(created.attributes()).isEqualTo(body.attributes());
        assertThat(directory().read(created)).isEqualTo(created);
    }

    @Test
    default void values_of_every_type_come_back_as_they_were_sent() {
        Body body = aThing("all")
                .with("flag", false)
                .with("count", JsonText.value("1234567890123456789012345"))
                .with("weight", JsonText.value("-0.10"))
                .with("since", "2020-01-01T00:00:00.123+02:00")
                .with("blob", "QUJD")
                .with("link", "https://x.org/A?b=c")
                .with("note", "quote \" backslash \\ newline \n emoji \uD83D\uDE00 percent %")
                .with("counts", JsonText.array("[3, 1, 2]"))
                .with("parts", JsonText.array("[{'value': 'v', 'marks': ['b', 'a'], 'mass': 1e3}]"))
                .with(BADGE, JsonText.object("{'number': 'B-1', 'levels': [{'value': 'x', 'rank': 1}]}"));

        ScimResource created = directory().create(body);

        assertThat(directory().read(created).attributes()).isEqualTo(body.attributes());
    }

    @Test
    default void the_store_gives_each_resource_an_id_of_its_own() {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            ids.add(directory().create(aUser("user" + i)).id());
        }
        assertThat(ids).hasSize(20).allMatch(id -> !id.isBlank() && id.length() <= 64);
    }

    @Test
    default void meta_says_what_and_when() {
        Instant before = Instant.now().minusMillis(1);

        ScimResource created = directory().create(aUser());

        assertThat(created.meta().resourceType()).isEqualTo("User");
        assertThat(created.meta().created()).isBetween(before, Instant.now());
        assertThat(created.meta().lastModified()).isEqualTo(created.meta().created());
        assertThat(created.meta().created()).isEqualTo(created.meta().created().truncatedTo(ChronoUnit.MILLIS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "unknown", "2819c223-7f76-453a-919d-413861904646", "' or '1'='1", "\uD83D\uDE00", "%"})
    @Tag("P-3.12-02")
    default void an_unknown_id_finds_nothing(String id) {
        directory().create(aUser());
        assertThat(directory().find("User", id)).isEmpty();
    }

    @Test
    default void an_id_is_not_found_at_the_endpoint_of_another_type() {
        ScimResource user = directory().create(aUser());
        assertThat(directory().find("Group", user.id())).isEmpty();
    }

    @Test
    @Tag("P-3.5.1-03")
    default void replacing_clears_what_is_not_sent() {
        ScimResource user =
                directory().create(aUser("bjensen").with(title(), "Guide").withEmail("work", "b@x.org"));

        ScimResource replaced = directory().replace(user, aUser("bjensen").withName("Babs", "Jensen"));

        assertThat(replaced.attributes())
                .isEqualTo(JsonText.object(
                        "{'userName': 'bjensen', 'name': {'givenName': 'Babs', 'familyName': 'Jensen'}}"));
        assertThat(directory().read(user)).isEqualTo(replaced);
        assertThat(directory().names(USER, "{title} pr or emails pr")).isEmpty();
        assertThat(directory().names(USER, "name.givenName eq \"babs\"")).containsExactly("bjensen");
    }

    @Test
    @Tag("P-3.5.1-04")
    default void replacing_keeps_a_secret_that_is_not_sent() {
        ScimResource thing = directory().create(aThing("t").with("secret", "s3cret"));

        ScimResource replaced = directory().replace(thing, aThing("t").with("note", "n"));

        assertThat(replaced.text("secret")).contains("s3cret");
    }

    @Test
    @Tag("P-3.5.1-01")
    default void replacing_changing_or_deleting_an_unknown_resource_is_404() {
        ScimResource gone = directory().create(aUser());
        directory().delete(gone);

        refused(() -> directory().replace(gone, aUser())).as(404);
        refused(() -> directory().patch(gone, "[{'op': 'remove', 'path': '{title}'}]"))
                .as(404);
        refused(() -> directory().delete(gone)).as(404);
    }

    @Test
    @Tag("P-3.5.2-06")
    default void operations_see_the_result_of_the_one_before() {
        ScimResource user = directory().create(aUser());

        ScimResource patched = directory().patch(user, """
                        [{'op': 'add', 'path': 'emails', 'value': {'type': 'work', 'value': 'a@x.org'}},
                         {'op': 'replace', 'path': "emails[type eq \\"work\\"].value", 'value': 'b@x.org'},
                         {'op': 'add', 'path': '{title}', 'value': 'one'},
                         {'op': 'replace', 'path': '{title}', 'value': 'two'}]""");

        assertThat(patched.attributes())
                .isEqualTo(JsonText.object("{'userName': 'bjensen', 'emails': [{'type': 'work', 'value': 'b@x.org'}], '"
                        + title() + "': 'two'}"));
        assertThat(directory().read(user)).isEqualTo(patched);
    }

    @Test
    @Tag("P-3.5.2-07")
    default void a_patch_whose_second_operation_fails_changes_nothing() {
        ScimResource member = directory().create(aUser());
        ScimResource group = directory().create(aGroup("Guides"));

        refused(() -> directory().patch(group, """
                                [{'op': 'add', 'path': 'members', 'value': [{'value': '%s'}]},
                                 {'op': 'replace', 'path': 'displayName', 'value': 'Renamed'},
                                 {'op': 'add', 'path': 'members', 'value': [{'value': 'nobody'}]}]""".replace("%s", member.id()))).as(400, "invalidValue");

        assertThat(directory().read(group)).isEqualTo(group);
        assertThat(directory().read(member)).isEqualTo(member);
    }

    @Test
    @Tag("P-3.5.2-07")
    default void a_patch_that_leaves_the_resource_invalid_changes_nothing() {
        ScimResource user = directory().create(aUser());

        refused(() -> directory().patch(user, """
                                [{'op': 'add', 'path': '{title}', 'value': 'Guide'},
                                 {'op': 'replace', 'path': 'userName', 'value': ''}]""")).as(400);

        assertThat(directory().read(user)).isEqualTo(user);
        assertThat(directory().names(USER, "{title} pr")).isEmpty();
    }

    @Test
    @Tag("P-3.6-01")
    default void what_was_deleted_is_gone() {
        ScimResource user = directory().create(aUser().with(title(), "Guide"));
        ScimResource other = directory().create(aUser("other").with(title(), "Guide"));

        directory().delete(user);

        assertThat(directory().has(user)).isFalse();
        assertThat(directory().all(USER)).containsExactly(other);
        assertThat(directory().names(USER, "{title} eq \"guide\"")).containsExactly("other");
    }
}
