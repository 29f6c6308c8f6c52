package org.roster.scim.engine.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.fixture.Body.aUser;
import static org.roster.scim.fixture.Refusal.refused;
import static org.roster.scim.fixture.TestSchemas.GROUP;
import static org.roster.scim.fixture.TestSchemas.USER;
import static org.roster.scim.fixture.TestSchemas.path;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.scim.fixture.Body;
import org.roster.scim.fixture.JsonText;
import org.roster.scim.query.Projection;
import org.roster.scim.query.Sort;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.schema.ResolvedPath;

/** What holds for an attribute holds for each part of it. */
class AttributePartsTest extends LimitedCaller {

    private static final Set<ResolvedPath> PARTS = Set.of(path(USER, "name.familyName"), path(USER, "emails.value"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name.familyName eq \"Lovelace\"",
                "name pr",
                "emails.value pr",
                "emails pr",
                "emails eq \"a@x.org\"",
                "emails[type eq \"work\" and value sw \"a\"]",
                "not (emails[not (value sw \"a\")])",
                "userName pr or NAME.FAMILYNAME sw \"L\""
            })
    void a_hidden_part_cannot_be_searched(String filter) {
        Operations operations = with(PARTS, Set.of());
        refused(() -> operations.query().query(CONTEXT, search(USER, filter, Sort.BY_ID)))
                .as(403)
                .saying("may not read");
    }

    @Test
    void the_rest_of_it_can_be_searched_and_sorted_by() {
        directory.create(aUser().withEmail("work", "a@x.org"));
        Operations operations = with(PARTS, Set.of());
        Sort byType = Sort.by(path(USER, "name.givenName"), true);
        assertThat(operations
                        .query()
                        .query(CONTEXT, search(USER, "emails[type eq \"work\"] and emails.type eq \"work\"", byType))
                        .resources())
                .hasSize(1);
        Sort byFamily = Sort.by(path(USER, "name.familyName"), true);
        refused(() -> operations.query().query(CONTEXT, search(USER, "id pr", byFamily)))
                .as(403);
    }

    @Test
    void a_hidden_part_is_not_shown_though_it_is_asked_for() {
        ScimResource user = directory.create(aUser().withEmail("work", "a@x.org"));
        Projection asked = new Projection(
                Projection.Mode.ONLY, Set.of(path(USER, "emails.value"), path(USER, "emails"), path(USER, "name")));
        for (Projection projection : List.of(asked, Projection.DEFAULT)) {
            Projection shown = with(PARTS, Set.of())
                    .read()
                    .read(CONTEXT, key(user), projection)
                    .shown();
            assertThat(shown.wants(path(USER, "emails"))).isTrue();
            assertThat(shown.wantsSub(path(USER, "emails.value"))).isFalse();
            assertThat(shown.wantsSub(path(USER, "emails.type"))).isTrue();
            assertThat(shown.wantsSub(path(USER, "name.familyName"))).isFalse();
        }
    }

    @Test
    void a_reference_tells_no_hidden_value() {
        Projection shown = Projection.DEFAULT.hiding(Set.of(path(GROUP, "members.value")));
        assertThat(shown.wantsSub(path(GROUP, "members.$ref"))).isFalse();
        assertThat(shown.wantsSub(path(GROUP, "members.display"))).isTrue();
        assertThat(Projection.DEFAULT.wantsSub(path(GROUP, "members.$ref"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{'op': 'remove', 'path': 'emails[value eq \\\"a@x.org\\\"]'}]",
                "[{'op': 'replace', 'path': 'emails[value sw \\\"a\\\"].display', 'value': 'x'}]",
                "[{'op': 'remove', 'path': 'emails', 'value': [{'value': 'a@x.org'}]}]"
            })
    void a_hidden_part_cannot_be_found_out_by_a_patch(String operations) {
        ScimResource user = directory.create(aUser().withEmail("work", "a@x.org"));
        refused(() -> patch(with(PARTS, Set.of()), user, operations)).as(403).saying("may not read");
        assertThat(directory.read(user)).isEqualTo(user);
    }

    private static Body namedUser() {
        return aUser("ada")
                .with("name", JsonText.object("{'familyName': 'Lovelace', 'givenName': 'Ada'}"))
                .withEmail("work", "a@x.org");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{'op': 'replace', 'path': 'name.familyName', 'value': 'x'}]",
                "[{'op': 'replace', 'path': 'name', 'value': {'familyName': 'x'}}]",
                "[{'op': 'add', 'value': {'name': {'FAMILYNAME': 'x'}}}]",
                "[{'op': 'remove', 'path': 'name'}]",
                "[{'op': 'remove', 'path': 'name.familyName'}]",
                "[{'op': 'add', 'path': 'emails', 'value': [{'value': 'b@x.org'}]}]",
                "[{'op': 'replace', 'path': 'emails', 'value': [{'value': 'b@x.org', 'type': 'work'}]}]",
                "[{'op': 'replace', 'path': 'emails[type eq \\\"work\\\"].value', 'value': 'b@x.org'}]",
                "[{'op': 'replace', 'path': 'emails[type eq \\\"work\\\"]', 'value': {'value': 'b@x.org'}}]",
                "[{'op': 'remove', 'path': 'emails[type eq \\\"work\\\"]'}]",
                "[{'op': 'remove', 'path': 'emails'}]"
            })
    void a_locked_part_no_patch_changes(String operations) {
        ScimResource user = directory.create(namedUser());
        refused(() -> patch(with(Set.of(), PARTS), user, operations)).as(403).saying("may not write");
        assertThat(directory.read(user)).isEqualTo(user);
    }

    @Test
    void the_rest_of_it_a_patch_changes() {
        ScimResource user = directory.create(namedUser());
        patch(
                with(Set.of(), PARTS),
                user,
                "[{'op': 'replace', 'path': 'name.givenName', 'value': 'A'},"
                        + " {'op': 'replace', 'path': 'emails[type eq \\\"work\\\"].display', 'value': 'mail'}]");
        ScimResource after = directory.read(user);
        assertThat(after.attributes().getJsonObject("name"))
                .isEqualTo(JsonText.object("{'familyName': 'Lovelace', 'givenName': 'A'}"));
        assertThat(after.attributes().getJsonArray("emails").getJsonObject(0).getString("display"))
                .isEqualTo("mail");
    }

    @Test
    void a_locked_part_no_post_brings() {
        Operations operations = with(Set.of(), PARTS);
        for (Body body : List.of(namedUser(), aUser().withEmail("work", "a@x.org"))) {
            refused(() -> operations.create().create(CONTEXT, USER, body.json(), Projection.DEFAULT))
                    .as(403);
        }
        Body rest = aUser("eve").with("name", JsonText.object("{'givenName': 'Eve'}"));
        operations.create().create(CONTEXT, USER, rest.json(), Projection.DEFAULT);
    }

    @Test
    void a_locked_part_stays_in_a_put_that_does_not_have_it_and_may_be_sent_as_it_is() {
        ScimResource user = directory.create(namedUser());
        Operations operations = with(Set.of(), PARTS);
        ScimResource after = put(operations, user, aUser("ada").with("name", JsonText.object("{'givenName': 'A'}")));
        assertThat(after.attributes().getJsonObject("name"))
                .isEqualTo(JsonText.object("{'givenName': 'A', 'familyName': 'Lovelace'}"));
        assertThat(after.attributes().getJsonArray("emails"))
                .isEqualTo(user.attributes().getJsonArray("emails"));
        ScimResource without = put(operations, user, aUser("ada"));
        assertThat(without.attributes().getJsonObject("name")).isEqualTo(JsonText.object("{'familyName': 'Lovelace'}"));
        put(operations, user, namedUser());
        refused(() -> put(operations, user, namedUser().with("name", JsonText.object("{'familyName': 'x'}"))))
                .as(403);
        refused(() -> put(operations, user, aUser("ada").withEmail("work", "b@x.org")))
                .as(403);
        assertThat(directory.read(user).attributes().getJsonObject("name"))
                .isEqualTo(user.attributes().getJsonObject("name"));
    }
}
