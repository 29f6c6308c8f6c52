package org.roster.scim.engine.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.fixture.Body.aUser;
import static org.roster.scim.fixture.BulkBody.aBulk;
import static org.roster.scim.fixture.TestSchemas.USER;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.spi.Revocation;
import org.roster.scim.spi.Revocation.Reason;

/** Whose sessions end by a bulk request: of those alone whom it has shut out for good, and when that can be seen. */
interface RevocationContract extends WithDesk {

    String OFF = "[{'op': 'replace', 'path': 'active', 'value': false}]";

    @Test
    default void sessions_end_once_for_each_operation_that_took_effect() {
        ScimResource ada = desk().directory().create(aUser("ada"));
        ScimResource bob = desk().directory().create(aUser("bob").with("password", "hash"));
        ScimResource eve = desk().directory().create(aUser("eve"));
        List<Revocation> told = new ArrayList<>();

        desk().send(
                        aBulk().patch("/Users/" + ada.id(), OFF)
                                .patch(
                                        "/Users/" + bob.id(),
                                        "[{'op': 'remove', 'path': 'password'}, {'op': 'replace', 'path': 'userName', "
                                                + "'value': 'ADA'}]")
                                .post("n", aUser("new").with("password", "x"))
                                .delete("/Users/" + eve.id()),
                        told::add)
                .expect("200", "409", "201", "204");

        assertThat(told)
                .containsExactly(
                        new Revocation(desk().directory().tenant(), ada.id(), "ada", Reason.DEACTIVATED),
                        new Revocation(desk().directory().tenant(), eve.id(), "eve", Reason.DELETED));
    }

    @Test
    default void sessions_end_when_everybody_can_see_why() {
        ScimResource ada = desk().directory().create(aUser("ada"));
        ScimResource bob = desk().directory().create(aUser("bob"));
        List<List<String>> seen = new ArrayList<>();

        desk().send(
                        aBulk().patch("/Users/" + ada.id(), OFF).patch("/Users/" + bob.id(), OFF),
                        revocation -> seen.add(desk().directory().names(USER, "active eq false")))
                .expect("200", "200");

        assertThat(seen).containsExactly(List.of("ada", "bob"), List.of("ada", "bob"));
    }
}
