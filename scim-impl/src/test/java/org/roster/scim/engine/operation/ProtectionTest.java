package org.roster.scim.engine.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.fixture.Body.aGroup;
import static org.roster.scim.fixture.Body.aUser;
import static org.roster.scim.fixture.Refusal.refused;
import static org.roster.scim.fixture.TestSchemas.GROUP;
import static org.roster.scim.fixture.TestSchemas.REGISTRY;
import static org.roster.scim.fixture.TestSchemas.USER;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.scim.engine.configuration.Configuration;
import org.roster.scim.engine.cursor.Cursors;
import org.roster.scim.engine.event.ResourceEvents;
import org.roster.scim.engine.security.RoleAuthorizer;
import org.roster.scim.engine.security.Secrets;
import org.roster.scim.engine.store.memory.MemoryResourceStore;
import org.roster.scim.fixture.Body;
import org.roster.scim.fixture.Directory;
import org.roster.scim.fixture.JsonText;
import org.roster.scim.query.Projection;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.spi.Caller;
import org.roster.scim.spi.Precondition;
import org.roster.scim.spi.RequestContext;
import org.roster.scim.spi.ResourceKey;

/** Nobody becomes an administrator, or takes one over, who was only let in to provision people. */
class ProtectionTest {

    private static final RequestContext WRITER =
            new RequestContext("t", new Caller("w", Set.of("scim-write", "scim-grant")));
    private static final RequestContext ADMIN = new RequestContext("t", new Caller("a", Set.of("scim-admin")));
    private static final RequestContext TRUSTED =
            new RequestContext("t", new Caller("p", Set.of("scim-write", "scim-grant", "scim-protected")));

    private final MemoryResourceStore store = new MemoryResourceStore(REGISTRY);
    private final Operations operations = operations();

    private Operations operations() {
        Protection protection = new Protection(Set.of("Root", "payroll admin"), REGISTRY, Clock.systemUTC());
        Cursors cursors = new Cursors(name -> new byte[32], new Configuration(name -> null, Map.of()));
        return new Operations(
                new Permission(new RoleAuthorizer(), protection, new Attempts()),
                Stores.of(List.of(store)),
                new Secrets(),
                cursors,
                Sessions.of(List.of()),
                new ResourceEvents(),
                new Configuration(name -> null, Map.of()));
    }

    private ScimResource created(RequestContext who, Body body) {
        return operations
                .create()
                .create(who, body.type(), body.json(), Projection.DEFAULT)
                .resource();
    }

    private static ResourceKey key(ScimResource resource) {
        return new ResourceKey(REGISTRY.byName(resource.meta().resourceType()).orElseThrow(), resource.id());
    }

    private void patch(RequestContext who, ScimResource resource, String changes) {
        Change change = new Change(Directory.request(changes), Precondition.NONE);
        operations.patch().patch(who, key(resource), change, Projection.DEFAULT);
    }

    private void put(RequestContext who, ScimResource resource, Body body) {
        Replacement replacement = new Replacement(body.json(), Precondition.NONE);
        operations.replace().replace(who, key(resource), replacement, Projection.DEFAULT);
    }

    private void untouchable(RequestContext who, ScimResource resource, Body same) {
        refused(() -> patch(who, resource, "[{'op': 'replace', 'path': 'externalId', 'value': 'x'}]"))
                .as(403)
                .saying("protected");
        refused(() -> put(who, resource, same)).as(403).saying("protected");
        refused(() -> operations.delete().delete(who, key(resource), Precondition.NONE))
                .as(403)
                .saying("protected");
    }

    private void touchable(RequestContext who, ScimResource resource) {
        patch(who, resource, "[{'op': 'replace', 'path': 'externalId', 'value': 'x'}]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Root", "root", " ROOT ", "ｒoot", "Payroll Admin"})
    void a_group_with_an_administrative_name_is_made_by_nobody_else(String name) {
        for (RequestContext who : List.of(WRITER, ADMIN)) {
            refused(() -> created(who, aGroup(name))).as(403).saying("scim-protected");
            ScimResource other = created(who, aGroup("Guides " + who.caller().name()));
            refused(() -> patch(who, other, "[{'op': 'replace', 'path': 'displayName', 'value': '" + name + "'}]"))
                    .as(403);
            refused(() -> put(who, other, aGroup(name))).as(403);
        }
    }

    @Test
    void such_a_group_is_touched_by_nobody_else() {
        Body body = aGroup("Root");
        ScimResource root = created(TRUSTED, body);
        ScimResource user = created(WRITER, aUser());
        untouchable(WRITER, root, body);
        untouchable(ADMIN, root, body);
        String join = "[{'op': 'add', 'path': 'members', 'value': [{'value': '" + user.id() + "'}]}]";
        refused(() -> patch(WRITER, root, join)).as(403);
        touchable(TRUSTED, root);
    }

    @Test
    void whoever_is_in_it_is_touched_by_nobody_else() {
        Body body = aUser();
        ScimResource chief = created(WRITER, body);
        ScimResource other = created(WRITER, aUser("other"));
        created(TRUSTED, aGroup("Root").withMember(chief));
        untouchable(WRITER, chief, body);
        refused(() -> patch(WRITER, chief, "[{'op': 'replace', 'path': 'password', 'value': 'taken over'}]"))
                .as(403);
        refused(() -> patch(WRITER, chief, "[{'op': 'replace', 'path': 'active', 'value': false}]"))
                .as(403);
        touchable(WRITER, other);
        touchable(TRUSTED, chief);
    }

    @Test
    void a_group_in_it_and_who_is_in_that_one_are_touched_by_nobody_else() {
        Body body = aUser();
        ScimResource chief = created(WRITER, body);
        Body innerBody = aGroup("Inner").withMember(chief);
        ScimResource inner = created(WRITER, innerBody);
        ScimResource middle = created(WRITER, aGroup("Middle").withMember(inner));
        created(TRUSTED, aGroup("Root").withMember(middle));
        untouchable(WRITER, inner, innerBody);
        untouchable(WRITER, chief, body);
        ScimResource user = created(WRITER, aUser("user"));
        String join = "[{'op': 'add', 'path': 'members', 'value': [{'value': '" + user.id() + "'}]}]";
        refused(() -> patch(WRITER, inner, join)).as(403);
        refused(() -> patch(WRITER, middle, join)).as(403);
    }

    @Test
    void groups_in_a_circle_end() {
        ScimResource a = created(WRITER, aGroup("A"));
        ScimResource b = created(WRITER, aGroup("B").withMember(a));
        created(TRUSTED, aGroup("Root"));
        patch(WRITER, a, "[{'op': 'add', 'path': 'members', 'value': [{'value': '" + b.id() + "'}]}]");
        touchable(WRITER, a);
    }

    @Test
    void whoever_has_an_administrative_role_is_touched_by_nobody_else() {
        Body body = aUser("chief").withElement("roles", JsonText.object("{'value': 'ROOT'}"));
        ScimResource chief = created(TRUSTED, body);
        untouchable(WRITER, chief, aUser("chief"));
        refused(() -> patch(WRITER, chief, "[{'op': 'remove', 'path': 'roles'}]"))
                .as(403);
    }

    @Test
    void even_whoever_may_grant_roles_does_not_grant_these() {
        ScimResource user = created(WRITER, aUser());
        Body chief = aUser().withElement("roles", JsonText.object("{'value': 'Root'}"));
        refused(() -> created(WRITER, chief)).as(403);
        refused(() -> patch(WRITER, user, "[{'op': 'add', 'path': 'roles', 'value': [{'value': 'root'}]}]"))
                .as(403);
        refused(() -> put(WRITER, user, chief)).as(403);
        patch(WRITER, user, "[{'op': 'add', 'path': 'roles', 'value': [{'value': 'clerk'}]}]");
    }

    @Test
    void an_unknown_id_is_not_found_all_the_same() {
        created(TRUSTED, aGroup("Root"));
        ResourceKey unknown = new ResourceKey(USER, "nobody");
        refused(() -> operations.delete().delete(WRITER, unknown, Precondition.NONE))
                .as(404);
        Change change = new Change(Directory.request("[{'op': 'remove', 'path': 'title'}]"), Precondition.NONE);
        refused(() -> operations.patch().patch(WRITER, unknown, change, Projection.DEFAULT))
                .as(404);
    }

    @Test
    void without_names_nothing_is_protected() {
        Protection none = new Protection();
        assertThat(none.keepsAway(WRITER)).isFalse();
        Configuration off = new Configuration(Map.of("roster.protected", "none")::get, Map.of());
        assertThat(new Protection(off, REGISTRY).keepsAway(WRITER)).isFalse();
        Configuration unset = new Configuration(name -> null, Map.of());
        assertThat(new Protection(unset, REGISTRY).names()).contains("scim-admin");
        assertThat(GROUP.membership()).isPresent();
    }
}
