package org.roster.scim.kit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.fixture.Body.aUser;
import static org.roster.scim.fixture.TestSchemas.ENTERPRISE;
import static org.roster.scim.fixture.TestSchemas.USER;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.roster.scim.fixture.Body;
import org.roster.scim.fixture.JsonText;
import org.roster.scim.resource.ScimResource;

/** No resource refers to one that was deleted (RFC 7643 §2.3.7, RFC 7644 §3.6). */
interface ReferencesContract extends TwoTenants {

    private static Body aReport(String userName, String managerId) {
        return aUser(userName)
                .with(
                        ENTERPRISE,
                        JsonText.object("{'department': 'Tours', 'manager': {'value': '" + managerId + "'}}"));
    }

    @Test
    @Tag("P-3.6-03")
    @Tag("S-4.2-06")
    default void who_loses_the_manager_has_none() {
        ScimResource manager = directory().create(aUser("manager"));
        ScimResource report = directory().create(aReport("report", manager.id()));
        ScimResource elsewhere = directory().create(aReport("elsewhere", report.id()));

        directory().delete(manager);

        ScimResource after = directory().read(report);
        assertThat(after.attributes().getJsonObject(ENTERPRISE)).isEqualTo(JsonText.object("{'department': 'Tours'}"));
        requireNewVersion(report, after);
        assertThat(directory().names(USER, ENTERPRISE + ":manager.value pr")).containsExactly("elsewhere");
        assertThat(directory().read(elsewhere)).isEqualTo(elsewhere);
    }

    @Test
    default void an_extension_that_held_the_manager_alone_goes_with_it() {
        ScimResource manager = directory().create(aUser("manager"));
        ScimResource report = directory()
                .create(aUser("report")
                        .with(ENTERPRISE, JsonText.object("{'manager': {'value': '" + manager.id() + "'}}")));

        directory().delete(manager);

        assertThat(directory().read(report).attributes()).doesNotContainKey(ENTERPRISE);
    }

    @Test
    default void text_that_looks_like_the_id_stays() {
        ScimResource manager = directory().create(aUser("manager"));
        ScimResource user =
                directory().create(aUser("report").with(title(), manager.id()).withEmail("work", manager.id()));

        directory().delete(manager);

        assertThat(directory().read(user)).isEqualTo(user);
    }

    @Test
    default void a_tenant_does_not_notice_what_another_deletes() {
        ScimResource manager = directory().create(aUser("manager"));
        ScimResource stranger = elsewhere().create(aReport("stranger", manager.id()));

        directory().delete(manager);

        assertThat(elsewhere().read(stranger)).isEqualTo(stranger);
    }
}
