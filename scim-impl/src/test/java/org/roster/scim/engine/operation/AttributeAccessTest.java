package org.roster.scim.engine.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.fixture.Body.aGroup;
import static org.roster.scim.fixture.Body.aUser;
import static org.roster.scim.fixture.Refusal.refused;
import static org.roster.scim.fixture.TestSchemas.ENTERPRISE;
import static org.roster.scim.fixture.TestSchemas.GROUP;
import static org.roster.scim.fixture.TestSchemas.REGISTRY;
import static org.roster.scim.fixture.TestSchemas.USER;
import static org.roster.scim.fixture.TestSchemas.path;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.scim.engine.configuration.Configuration;
import org.roster.scim.engine.cursor.Cursors;
import org.roster.scim.engine.event.ResourceEvents;
import org.roster.scim.engine.security.RoleAuthorizer;
import org.roster.scim.engine.security.Secrets;
import org.roster.scim.engine.store.memory.MemoryResourceStore;
import org.roster.scim.filter.FilterLimits;
import org.roster.scim.filter.FilterParser;
import org.roster.scim.fixture.Body;
import org.roster.scim.fixture.Directory;
import org.roster.scim.fixture.JsonText;
import org.roster.scim.query.Page;
import org.roster.scim.query.Projection;
import org.roster.scim.query.Query;
import org.roster.scim.query.Selection;
import org.roster.scim.query.Sort;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.schema.ResolvedPath;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.spi.AttributeAccess;
import org.roster.scim.spi.Authorizer;
import org.roster.scim.spi.Caller;
import org.roster.scim.spi.Decision;
import org.roster.scim.spi.Operation;
import org.roster.scim.spi.Precondition;
import org.roster.scim.spi.RequestContext;
import org.roster.scim.spi.ResourceKey;

/** What a caller may not read he cannot find out, and what he may not write stays. */
class AttributeAccessTest {

    private static final RequestContext CONTEXT = new RequestContext("t", new Caller("c", Set.of()));
    private static final Set<ResolvedPath> MAIL = Set.of(path(USER, "emails"), path(USER, ENTERPRISE + ":manager"));

    private final MemoryResourceStore store = new MemoryResourceStore(REGISTRY);
    private final Directory directory = new Directory(store, CONTEXT.tenant());

    private Operations with(Set<ResolvedPath> hidden, Set<ResolvedPath> locked) {
        Authorizer authorizer = new Authorizer() {
            @Override
            public Decision decide(RequestContext context, Operation operation, ResourceType type) {
                return Decision.permit("test");
            }

            @Override
            public AttributeAccess attributes(RequestContext context, ResourceType type) {
                return new AttributeAccess(hidden, locked);
            }
        };
        return by(authorizer);
    }

    private Operations by(Authorizer authorizer) {
        Cursors cursors = new Cursors(name -> new byte[32], new Configuration(name -> null, Map.of()));
        return new Operations(
                new Permission(authorizer),
                Stores.of(List.of(store)),
                new Secrets(),
                cursors,
                Sessions.of(List.of()),
                new ResourceEvents(),
                new Configuration(name -> null, Map.of()));
    }

    private Operations locking(ResourceType type, String... names) {
        return with(Set.of(), Arrays.stream(names).map(n -> path(type, n)).collect(Collectors.toSet()));
    }

    private static ResourceKey key(ScimResource resource) {
        return new ResourceKey(REGISTRY.byName(resource.meta().resourceType()).orElseThrow(), resource.id());
    }

    private static Search search(ResourceType type, String filter, Sort sort) {
        Selection selection = new Selection(type, FilterParser.parse(filter, FilterLimits.DEFAULT), Projection.DEFAULT);
        return new Search(
                new Query(List.of(selection), new Query.Order(sort, new Page.ByIndex(1, 10))), Optional.empty());
    }

    private void patch(Operations operations, ScimResource resource, String changes) {
        Change change = new Change(Directory.request(changes), Precondition.NONE);
        operations.patch().patch(CONTEXT, key(resource), change, Projection.DEFAULT);
    }

    private ScimResource put(Operations operations, ScimResource resource, Body body) {
        Replacement replacement = new Replacement(body.json(), Precondition.NONE);
        return operations
                .replace()
                .replace(CONTEXT, key(resource), replacement, Projection.DEFAULT)
                .resource();
    }

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
