package org.roster.scim.engine.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.roster.scim.fixture.Body.aGroup;
import static org.roster.scim.fixture.Body.aUser;
import static org.roster.scim.fixture.Refusal.refused;
import static org.roster.scim.fixture.TestSchemas.GROUP;
import static org.roster.scim.fixture.TestSchemas.REGISTRY;
import static org.roster.scim.fixture.TestSchemas.USER;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.scim.engine.configuration.Configuration;
import org.roster.scim.engine.cursor.Cursors;
import org.roster.scim.engine.event.ResourceEvents;
import org.roster.scim.engine.security.RoleAuthorizer;
import org.roster.scim.engine.security.Secrets;
import org.roster.scim.error.ScimException;
import org.roster.scim.event.ResourceChange;
import org.roster.scim.event.ResourceChange.Kind;
import org.roster.scim.event.ResourceChanged;
import org.roster.scim.event.ResourceChanging;
import org.roster.scim.fixture.Body;
import org.roster.scim.fixture.Directory;
import org.roster.scim.patch.AttributeChange;
import org.roster.scim.query.Projection;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.spi.Attempt;
import org.roster.scim.spi.Caller;
import org.roster.scim.spi.Precondition;
import org.roster.scim.spi.RequestContext;
import org.roster.scim.spi.ResourceKey;

/** What observers of the product are told of each change, when, and what their no does. */
public abstract class EventsContract {

    private static final String TITLE = "[{'op': 'replace', 'path': 'title', 'value': 'Countess'}]";

    private final Attempts attempts = new Attempts();
    private final List<ResourceChange> asked = new ArrayList<>();
    private final List<ResourceChange> told = new ArrayList<>();

    /** The same at each call, empty at the beginning. */
    protected abstract Directory directory();

    private RequestContext context() {
        return new RequestContext(
                directory().tenant(),
                new Caller("idp", Set.of("scim-admin")),
                new RequestContext.Origin("request-1", "192.0.2.7"),
                "");
    }

    protected final Operations operations(ResourceEvents events) {
        Configuration configuration = new Configuration(Map.of("roster.reactivate", "on")::get, Map.of());
        return new Operations(
                new Permission(new RoleAuthorizer(), new Protection(), attempts),
                Stores.of(List.of(directory().store())),
                new Secrets(),
                new Cursors(name -> new byte[32], configuration),
                Sessions.of(List.of()),
                events,
                configuration);
    }

    private Operations listening() {
        return operations(ResourceEvents.both(event -> asked.add(event.change()), event -> told.add(event.change())));
    }

    private Operations refusing(ScimException veto) {
        return operations(ResourceEvents.both(
                event -> {
                    throw veto;
                },
                event -> told.add(event.change())));
    }

    protected final ScimResource create(Operations with, Body body) {
        return with.create()
                .create(context(), body.type(), body.json(), Projection.DEFAULT)
                .resource();
    }

    protected final void patch(Operations with, ScimResource resource, String operations) {
        with.patch()
                .patch(
                        context(),
                        key(resource),
                        new Change(Directory.request(operations), Precondition.NONE),
                        Projection.DEFAULT);
    }

    protected final void put(Operations with, ScimResource resource, Body body) {
        with.replace()
                .replace(context(), key(resource), new Replacement(body.json(), Precondition.NONE), Projection.DEFAULT);
    }

    protected final void delete(Operations with, ScimResource resource) {
        with.delete().delete(context(), key(resource), Precondition.NONE);
    }

    private static ResourceKey key(ScimResource resource) {
        return new ResourceKey(REGISTRY.byName(resource.meta().resourceType()).orElseThrow(), resource.id());
    }

    private ResourceChange onlyChange() {
        assertThat(told).hasSize(1);
        assertThat(asked).hasSize(1);
        assertThat(asked.get(0).kind()).isEqualTo(told.get(0).kind());
        return told.get(0);
    }

    @Test
    void a_creation_is_told_with_the_resource_as_it_is_then() {
        ScimResource ada = create(listening(), aUser("ada").with("title", "Countess"));

        ResourceChange change = onlyChange();
        assertThat(change.kind()).isEqualTo(Kind.CREATED);
        assertThat(change.before()).isEmpty();
        assertThat(change.after()).contains(ada);
        assertThat(change.type()).isEqualTo(USER);
        assertThat(change.context().tenant()).isEqualTo(directory().tenant());
        assertThat(change.context().caller().name()).isEqualTo("idp");
        assertThat(change.context().requestId()).isEqualTo("request-1");
        assertThat(asked).isEqualTo(told);
    }

    @Test
    void a_patch_is_told_with_the_resource_before_and_after() {
        ScimResource before = directory().create(aUser("ada"));
        patch(listening(), before, TITLE);

        ResourceChange change = onlyChange();
        assertThat(change.kind()).isEqualTo(Kind.CHANGED);
        assertThat(change.before()).contains(before);
        assertThat(change.after()).contains(directory().read(before));
        assertThat(change.resource().text("title")).contains("Countess");
        assertThat(asked).isEqualTo(told);
    }

    @Test
    void a_put_is_told_with_the_resource_before_and_after() {
        ScimResource before = directory().create(aUser("ada").with("title", "Lady"));
        put(listening(), before, aUser("lovelace"));

        ResourceChange change = onlyChange();
        assertThat(change.before()).contains(before);
        assertThat(change.after()).contains(directory().read(before));
        assertThat(asked).isEqualTo(told);
    }

    @Test
    void a_deletion_is_told_with_the_resource_as_it_was() {
        ScimResource before = directory().create(aUser("ada"));
        delete(listening(), before);

        ResourceChange change = onlyChange();
        assertThat(change.kind()).isEqualTo(Kind.DELETED);
        assertThat(change.before()).contains(before);
        assertThat(change.after()).isEmpty();
        assertThat(change.resource()).isEqualTo(before);
        assertThat(asked).isEqualTo(told);
    }

    @Test
    void a_return_is_told_as_a_change_of_who_was_there() {
        ScimResource ada =
                directory().create(aUser("ada").with("externalId", "7").with("active", false));
        create(listening(), aUser("Ada").with("externalId", "7"));

        assertThat(told).extracting(ResourceChange::kind).containsExactly(Kind.CHANGED);
        assertThat(told.get(0).before()).contains(ada);
    }

    @Test
    void what_changes_nothing_is_not_told() {
        ScimResource ada = directory().create(aUser("ada").with("title", "Countess"));
        patch(listening(), ada, TITLE);
        put(listening(), ada, aUser("ada").with("title", "Countess"));

        assertThat(asked).isEmpty();
        assertThat(told).isEmpty();
    }

    @Test
    void a_secret_is_in_no_event_and_that_it_changed_is_one() {
        ScimResource ada = create(listening(), aUser("ada").with("password", "t1meMa$heen"));
        patch(listening(), ada, "[{'op': 'replace', 'path': 'password', 'value': 'other'}]");
        delete(listening(), ada);

        assertThat(told).extracting(ResourceChange::kind).containsExactly(Kind.CREATED, Kind.CHANGED, Kind.DELETED);
        assertThat(Stream.concat(asked.stream(), told.stream())
                        .flatMap(change -> Stream.concat(change.before().stream(), change.after().stream()))
                        .map(ScimResource::attributes))
                .hasSize(8)
                .noneMatch(attributes -> attributes.containsKey("password"));
    }

    @Test
    void members_are_told_as_they_were_asked_for_and_are_in_neither_state() {
        ScimResource ada = directory().create(aUser("ada"));
        ScimResource bob = directory().create(aUser("bob"));
        ScimResource group = create(listening(), aGroup("staff").withMember(ada));
        patch(
                listening(),
                group,
                "[{'op': 'add', 'path': 'members', 'value': [{'value': '" + bob.id() + "'}]},"
                        + "{'op': 'remove', 'path': 'members[value eq \\\"" + ada.id() + "\\\"]'}]");
        put(listening(), group, aGroup("staff"));

        assertThat(told)
                .extracting(change -> change.memberChanges().stream()
                        .<Class<?>>map(AttributeChange::getClass)
                        .toList())
                .containsExactly(
                        List.of(AttributeChange.AddElements.class),
                        List.of(AttributeChange.AddElements.class, AttributeChange.RemoveElements.class),
                        List.of(AttributeChange.Unassign.class));
        AttributeChange.AddElements added =
                (AttributeChange.AddElements) told.get(1).memberChanges().get(0);
        assertThat(added.elements().getValuesAs(JsonObject.class))
                .extracting(e -> e.getString("value"))
                .containsExactly(bob.id());
        assertThat(told)
                .flatExtracting(change -> Stream.concat(change.before().stream(), change.after().stream())
                        .toList())
                .hasSize(5)
                .noneMatch(state -> state.attributes().containsKey("members"));
        assertThat(asked).isEqualTo(told);
    }

    @Test
    void a_member_who_is_there_already_is_no_change() {
        ScimResource ada = directory().create(aUser("ada"));
        ScimResource group = directory().create(aGroup("staff").withMember(ada));
        patch(listening(), group, "[{'op': 'add', 'path': 'members', 'value': [{'value': '" + ada.id() + "'}]}]");

        assertThat(told).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 409, 501})
    void a_veto_is_the_answer_and_nothing_has_happened_but_in_the_audit(int status) {
        ScimResource ada = directory().create(aUser("ada"));
        ScimResource group = directory().create(aGroup("staff"));
        ScimException veto = ScimException.of(status, "the payroll does not know them");
        Operations vetoed = refusing(veto);

        assertThatThrownBy(() -> create(vetoed, aUser("bob"))).isSameAs(veto);
        assertThatThrownBy(() -> patch(vetoed, ada, TITLE)).isSameAs(veto);
        assertThatThrownBy(() -> put(vetoed, ada, aUser("eve"))).isSameAs(veto);
        assertThatThrownBy(() -> delete(vetoed, ada)).isSameAs(veto);
        assertThatThrownBy(() -> patch(
                        vetoed, group, "[{'op': 'add', 'path': 'members', 'value': [{'value': '" + ada.id() + "'}]}]"))
                .isSameAs(veto);

        assertThat(directory().all(USER)).containsExactly(ada);
        assertThat(directory().all(GROUP)).containsExactly(group);
        assertThat(told).isEmpty();
        assertThat(attempts.refused())
                .hasSize(5)
                .allMatch(refused -> !refused.permitted())
                .extracting(Attempt::rule)
                .containsOnly("the payroll does not know them");
        create(listening(), aUser("bob"));
    }

    @Test
    void a_veto_for_a_name_brings_nobody_back() {
        directory().create(aUser("ada").with("externalId", "7").with("active", false));
        ScimException veto = ScimException.uniqueness("userName", "bob");

        refused(() -> create(refusing(veto), aUser("bob").with("externalId", "7")))
                .as(409, "uniqueness");

        assertThat(directory().names(USER, "active eq false")).containsExactly("ada");
    }

    @Test
    void what_the_store_refuses_is_not_told() {
        ScimResource ada = directory().create(aUser("ada"));
        directory().create(aUser("bob"));

        refused(() -> create(listening(), aUser("BOB"))).as(409, "uniqueness");
        refused(() -> patch(listening(), ada, "[{'op': 'replace', 'path': 'userName', 'value': 'BOB'}]"))
                .as(409, "uniqueness");

        assertThat(told).isEmpty();
        assertThat(attempts.refused()).isEmpty();
    }

    @Test
    void an_observer_that_fails_in_the_transaction_undoes_it() {
        ScimResource ada = directory().create(aUser("ada"));
        Operations failing = operations(ResourceEvents.changing(event -> {
            throw new IllegalStateException("a bug of the product");
        }));

        assertThatThrownBy(() -> patch(failing, ada, TITLE)).hasMessage("a bug of the product");
        assertThatThrownBy(() -> create(failing, aUser("bob"))).hasMessage("a bug of the product");

        assertThat(directory().all(USER)).containsExactly(ada);
    }

    @Test
    void an_observer_that_fails_afterwards_changes_nothing() {
        ScimResource ada = directory().create(aUser("ada"));
        Consumer<ResourceChanged> failing = event -> {
            throw ScimException.invalidValue("too late");
        };

        patch(operations(ResourceEvents.changed(failing)), ada, TITLE);

        assertThat(directory().names(USER, "title eq \"Countess\"")).containsExactly("ada");
    }

    @Test
    void who_is_told_afterwards_sees_the_change_and_who_is_asked_before_is_first() {
        List<String> order = new ArrayList<>();
        Consumer<ResourceChanging> first = event -> order.add("asked");
        Consumer<ResourceChanged> second =
                event -> order.add("told of " + directory().names(USER, "userName pr"));

        create(operations(ResourceEvents.both(first, second)), aUser("ada"));

        assertThat(order).containsExactly("asked", "told of [ada]");
    }

    @Test
    void what_is_undone_is_not_told_and_the_rest_in_its_order_when_all_is_over() {
        Operations operations = listening();
        operations.atomically(Set.of(USER), outer -> {
            create(outer, aUser("ada"));
            refused(() -> outer.atomically(Set.of(USER), inner -> {
                        create(inner, aUser("bob"));
                        throw ScimException.of(400, "changed my mind");
                    }))
                    .as(400);
            create(outer, aUser("eve"));
            assertThat(told).as("nothing has happened yet").isEmpty();
            return true;
        });

        assertThat(told)
                .extracting(change -> change.resource().text("userName").orElseThrow())
                .containsExactly("ada", "eve");
    }
}
