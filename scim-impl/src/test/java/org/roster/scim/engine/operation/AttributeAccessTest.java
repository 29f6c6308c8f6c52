package org.roster.scim.engine.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.fixture.Body.aGroup;
import static org.roster.scim.fixture.Body.aUser;
import static org.roster.scim.fixture.Refusal.refused;
import static org.roster.scim.fixture.TestSchemas.ENTERPRISE;
import static org.roster.scim.fixture.TestSchemas.GROUP;
import static org.roster.scim.fixture.TestSchemas.USER;
import static org.roster.scim.fixture.TestSchemas.path;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.scim.engine.security.RoleAuthorizer;
import org.roster.scim.fixture.Body;
import org.roster.scim.fixture.Directory;
import org.roster.scim.fixture.JsonText;
import org.roster.scim.query.Projection;
import org.roster.scim.query.Sort;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.schema.ResolvedPath;
import org.roster.scim.spi.Caller;
import org.roster.scim.spi.Precondition;
import org.roster.scim.spi.RequestContext;

/** What a caller may not read he cannot find out, and what he may not write stays. */
class AttributeAccessTest extends LimitedCaller {

    private static final Set<ResolvedPath> MAIL = Set.of(path(USER, "emails"), path(USER, ENTERPRISE + ":manager"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "emails.value eq \"a@x.org\"",
                "emails pr",
                "emails[type eq \"work\"]",
                "not (emails[value sw \"a\"])",
                "userName pr and (active pr or emails.value co \"a\")",
                "EMAILS eq \"a@x.org\"",
                ENTERPRISE + ":manager.value pr",
                USER_PREFIX + "emails pr"
            })
    void what_is_hidden_cannot_be_searched(String filter) {
        Operations operations = with(MAIL, Set.of());
        refused(() -> operations.query().query(CONTEXT, search(USER, filter, Sort.BY_ID)))
                .as(403)
                .saying("may not read");
    }

    private static final String USER_PREFIX = "urn:ietf:params:scim:schemas:core:2.0:User:";

    @Test
    void what_is_hidden_cannot_be_sorted_by() {
        Operations operations = with(MAIL, Set.of());
        Sort byMail = Sort.by(path(USER, "emails.value"), true);
        refused(() -> operations.query().query(CONTEXT, search(USER, "id pr", byMail)))
                .as(403);
    }

    @Test
    void what_is_hidden_is_not_shown_though_it_is_asked_for() {
        ScimResource user = directory.create(aUser().withEmail("work", "a@x.org"));
        Operations operations = with(MAIL, Set.of());
        Projection asked =
                new Projection(Projection.Mode.ONLY, Set.of(path(USER, "emails"), path(USER, "emails.value")));
        for (Projection projection : List.of(asked, Projection.DEFAULT)) {
            Projection shown =
                    operations.read().read(CONTEXT, key(user), projection).shown();
            assertThat(shown.wants(path(USER, "emails"))).isFalse();
            assertThat(shown.wants(path(USER, "id"))).isTrue();
        }
        Results found = operations.query().query(CONTEXT, search(USER, "id pr", Sort.BY_ID));
        assertThat(found.query().selection("User").projection().wants(path(USER, "emails")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{'op': 'remove', 'path': 'emails[value eq \\\"a@x.org\\\"]'}]",
                "[{'op': 'replace', 'path': 'emails[type eq \\\"work\\\"].display', 'value': 'x'}]",
            })
    void what_is_hidden_cannot_be_found_out_by_a_value_path(String operations) {
        ScimResource user = directory.create(aUser().withEmail("work", "a@x.org"));
        refused(() -> patch(with(MAIL, Set.of()), user, operations)).as(403).saying("may not read");
        assertThat(directory.read(user)).isEqualTo(user);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{'op': 'add', 'path': 'roles', 'value': [{'value': 'admin'}]}]",
                "[{'op': 'add', 'value': {'roles': [{'value': 'admin'}]}}]",
                "[{'op': 'replace', 'value': {'title': 'x', 'RoLeS': [{'value': 'admin'}]}}]",
                "[{'op': 'replace', 'path': 'roles[value eq \\\"user\\\"].value', 'value': 'admin'}]",
                "[{'op': 'remove', 'path': 'roles'}]",
                "[{'op': 'remove', 'path': 'urn:ietf:params:scim:schemas:core:2.0:User:roles'}]",
                "[{'op': 'replace', 'path': 'title', 'value': 'x'}, {'op': 'remove', 'path': 'roles'}]",
            })
    void what_is_locked_no_patch_changes(String operations) {
        ScimResource user = directory.create(aUser().withElement("roles", JsonText.object("{'value': 'user'}")));
        refused(() -> patch(locking(USER, "roles"), user, operations)).as(403).saying("roles");
        assertThat(directory.read(user)).isEqualTo(user);
    }

    @Test
    void what_is_locked_no_post_brings() {
        Operations operations = locking(USER, "roles", ENTERPRISE + ":manager");
        Body with = aUser().withElement("roles", JsonText.object("{'value': 'user'}"));
        Body managed = aUser().with(ENTERPRISE, JsonText.object("{'manager': {'value': '1'}}"));
        for (Body body : List.of(with, managed)) {
            refused(() -> operations.create().create(CONTEXT, USER, body.json(), Projection.DEFAULT))
                    .as(403);
            refused(() -> operations.createInSteps().prepare(CONTEXT, USER, body.json()))
                    .as(403);
        }
        assertThat(directory.all(USER)).isEmpty();
    }

    @Test
    void who_may_not_write_an_attribute_is_told_which_roles_may() {
        Operations operations = by(new RoleAuthorizer());
        RequestContext writer = new RequestContext("t", new Caller("w", Set.of("scim-write")));
        Body body = aUser("ada").withElement("roles", JsonText.object("{'value': 'user'}"));
        ScimResource user = directory.create(aUser("bob"));
        String told =
                "\"roles\": your credential may not write this attribute; it takes the role scim-admin or scim-grant";

        refused(() -> operations.create().create(writer, USER, body.json(), Projection.DEFAULT))
                .as(403)
                .saying(told);
        refused(() -> operations
                        .replace()
                        .replace(
                                writer, key(user), new Replacement(body.json(), Precondition.NONE), Projection.DEFAULT))
                .as(403)
                .saying(told);
        refused(() -> operations
                        .patch()
                        .patch(
                                writer,
                                key(user),
                                new Change(
                                        Directory.request(
                                                "[{'op': 'add', 'path': 'roles', 'value': [{'value': 'x'}]}]"),
                                        Precondition.NONE),
                                Projection.DEFAULT))
                .as(403)
                .saying(told);
    }

    @Test
    void what_is_locked_stays_in_a_put_that_does_not_have_it() {
        Body body = aUser("ada")
                .withElement("roles", JsonText.object("{'value': 'user'}"))
                .with(ENTERPRISE, JsonText.object("{'department': 'Sales'}"));
        ScimResource user = directory.create(body);
        ScimResource after = put(
                locking(USER, "roles", ENTERPRISE + ":department"),
                user,
                aUser("ada").with("title", "Dr"));
        assertThat(after.attributes().getJsonArray("roles"))
                .isEqualTo(user.attributes().getJsonArray("roles"));
        assertThat(after.attributes().getJsonObject(ENTERPRISE).getString("department"))
                .isEqualTo("Sales");
        assertThat(after.attributes().getString("title")).isEqualTo("Dr");
    }

    @Test
    void what_is_locked_may_be_sent_as_it_is_and_not_otherwise() {
        Body body = aUser("ada").withElement("roles", JsonText.object("{'value': 'user'}"));
        ScimResource user = directory.create(body);
        Operations operations = locking(USER, "roles");
        assertThat(put(operations, user, body.with("title", "Dr")).attributes().getString("title"))
                .isEqualTo("Dr");
        refused(() -> put(operations, user, aUser("ada").withElement("roles", JsonText.object("{'value': 'admin'}"))))
                .as(403);
        refused(() -> put(operations, user, body.withElement("roles", JsonText.object("{'value': 'admin'}"))))
                .as(403);
    }

    @Test
    void a_locked_list_of_members_stays_and_cannot_be_sent() {
        ScimResource user = directory.create(aUser());
        ScimResource group = directory.create(aGroup("Guides").withMember(user));
        Operations operations = locking(GROUP, "members");
        put(operations, group, aGroup("Guides 2"));
        assertThat(directory.read(group).attributes().getJsonArray("members")).hasSize(1);
        refused(() -> put(operations, group, aGroup("Guides").withMember(user))).as(403);
        refused(() -> patch(operations, group, "[{'op': 'remove', 'path': 'members'}]"))
                .as(403);
        assertThat(directory.read(group).attributes().getJsonArray("members")).hasSize(1);
    }
}
