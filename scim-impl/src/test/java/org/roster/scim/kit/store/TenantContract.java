package org.roster.scim.kit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.fixture.Body.aGroup;
import static org.roster.scim.fixture.Body.aUser;
import static org.roster.scim.fixture.Refusal.refused;
import static org.roster.scim.fixture.TestSchemas.GROUP;
import static org.roster.scim.fixture.TestSchemas.USER;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.roster.scim.filter.Filter;
import org.roster.scim.query.Page;
import org.roster.scim.query.Sort;
import org.roster.scim.resource.ScimResource;

/** Two tenants of one store know nothing of each other (RFC 7644 §6). */
@Tag("P-6-02")
interface TenantContract extends TwoTenants {

    @Test
    default void the_id_of_another_tenant_is_an_unknown_id() {
        ScimResource foreign = elsewhere().create(aUser());

        assertThat(directory().has(foreign)).isFalse();
        String detail =
                refused(() -> directory().delete(foreign)).as(404).error().detail();
        refused(() -> directory().replace(foreign, aUser("mine"))).as(404);
        refused(() -> directory().patch(foreign, "[{'op': 'add', 'path': '{title}', 'value': 'x'}]"))
                .as(404);
        assertThat(detail).doesNotContain(elsewhere().tenant());
        assertThat(elsewhere().read(foreign)).isEqualTo(foreign);
    }

    @Test
    default void unique_values_are_unique_per_tenant() {
        directory().create(aUser("bjensen"));
        ScimResource foreign = elsewhere().create(aUser("BJensen"));

        refused(() -> elsewhere().create(aUser("bjensen"))).as(409, "uniqueness");
        elsewhere().delete(foreign);
        refused(() -> directory().create(aUser("bjensen"))).as(409, "uniqueness");
    }

    @Test
    default void queries_see_their_own_tenant_only() {
        ScimResource own =
                directory().create(aUser("own").with(title(), "Guide").withEmail("work", "a@x.org"));
        ScimResource foreign =
                elsewhere().create(aUser("foreign").with(title(), "Guide").withEmail("work", "a@x.org"));

        for (String filter : List.of(
                "{title} eq \"Guide\"",
                "{title} pr",
                "emails[type eq \"work\" and value eq \"a@x.org\"]",
                "not (userName eq \"x\")",
                "{title} eq \"Guide\" or userName pr",
                "id eq \"" + own.id() + "\" or id eq \"" + foreign.id() + "\"",
                "userName ne \"x\" or not ({title} pr)",
                "meta.created gt \"2000-01-01T00:00:00Z\"",
                "schemas pr")) {
            assertThat(directory().names(USER, filter)).as(filter).containsExactly("own");
            assertThat(elsewhere().names(USER, filter)).as(filter).containsExactly("foreign");
        }
        assertThat(directory().namesBy(USER, title(), true)).containsExactly("own");
        assertThat(directory()
                        .query(USER, Filter.ALL, Sort.BY_ID, new Page.ByIndex(1, 0))
                        .totalResults())
                .hasValue(1);
    }

    @Test
    default void a_resource_of_another_tenant_cannot_become_a_member() {
        ScimResource foreign = elsewhere().create(aUser());
        ScimResource group = directory().create(aGroup("Guides"));

        refused(() -> directory().create(aGroup("Others").withMember(foreign))).as(400, "invalidValue");
        refused(() -> directory().replace(group, aGroup("Guides").withMember(foreign)))
                .as(400, "invalidValue");
        refused(() -> directory()
                        .patch(
                                group,
                                "[{'op': 'add', 'path': 'members', 'value': [{'value': '" + foreign.id() + "'}]}]"))
                .as(400, "invalidValue");
        assertThat(elsewhere().read(foreign)).isEqualTo(foreign);
    }

    @Test
    default void members_and_groups_of_another_tenant_cannot_be_searched() {
        ScimResource user = elsewhere().create(aUser());
        ScimResource group = elsewhere().create(aGroup("Guides").withMember(user));

        assertThat(directory().names(GROUP, "members eq \"" + user.id() + "\"")).isEmpty();
        assertThat(directory().names(GROUP, "members pr")).isEmpty();
        assertThat(directory().names(USER, "groups.value eq \"" + group.id() + "\""))
                .isEmpty();
    }

    @Test
    default void deleting_touches_no_other_tenant() {
        ScimResource user = directory().create(aUser());
        ScimResource foreignUser = elsewhere().create(aUser());
        ScimResource foreignGroup = elsewhere().create(aGroup("Guides").withMember(foreignUser));

        directory().delete(user);

        assertThat(elsewhere().read(foreignGroup)).isEqualTo(foreignGroup);
        assertThat(elsewhere().has(foreignUser)).isTrue();
    }

    @Test
    @Tag("S-3.1-10")
    @Tag("P-6.2-01")
    default void an_external_id_means_something_in_its_own_tenant_only() {
        directory().create(aUser("own").with("externalId", "701984"));
        elsewhere().create(aUser("foreign").with("externalId", "701984"));

        assertThat(directory().names(USER, "externalId eq \"701984\"")).containsExactly("own");
        assertThat(elsewhere().names(USER, "externalId eq \"701984\"")).containsExactly("foreign");
    }
}
