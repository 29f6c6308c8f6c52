package org.roster.scim.it.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.it.http.ScimHttp.target;
import static org.roster.scim.it.sample.GroupBuilder.aGroup;
import static org.roster.scim.it.sample.PatchBuilder.aPatch;
import static org.roster.scim.it.sample.UserBuilder.aUser;

import java.util.Locale;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.roster.scim.it.http.ScimAnswer;
import org.roster.scim.it.http.ScimHttp;
import org.roster.scim.it.server.RealmUser;
import org.roster.scim.it.server.RosterServer;

/** What is done over SCIM the product sees, and the other way round: both work on the same rows. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ProductScimIT {

    private final ScimHttp desk = ProductWar.client()
            .with("Authorization", RealmUser.PLAIN.basic())
            .with("X-Desk", "3")
            .with("Accept", "application/json");
    private final ScimHttp scim = ProductWar.client()
            .at(ProductWar.client().baseUrl() + "/scim/v2")
            .with("Authorization", RosterServer.current().bearer());
    private final String login = "Grace-" + UUID.randomUUID();

    @Deployment(testable = false)
    static WebArchive product() {
        return ProductWar.deployment();
    }

    @Test
    void who_is_provisioned_works_there() {
        ScimAnswer created = scim.post("/Users", aUser().named(login).json()).expect(201);

        ScimAnswer card = desk.get("/api/accounts/" + login).expect(200);
        assertThat(card.textAt("/STAFF/LOGIN")).isEqualTo(login);
        assertThat(card.textAt("/STAFF/STATUS")).isEqualTo("ACTIVE");
        scim.patch("/Users/" + created.id(), aPatch().replace("active", "false").json())
                .expect(200);
        assertThat(desk.get("/api/accounts/" + login).textAt("/STAFF/STATUS")).isEqualTo("LOCKED");
    }

    @Test
    void who_is_deleted_is_gone_and_somebody_else_can_have_the_login() {
        ScimAnswer created = scim.post("/Users", aUser().named(login).json()).expect(201);

        scim.delete("/Users/" + created.id()).expect(204);

        scim.get("/Users/" + created.id()).expectError(404);
        desk.get("/api/accounts/" + login).expect(404);
        // The desk gives a login free when it removes somebody.
        ScimAnswer next = scim.post("/Users", aUser().named(login).json()).expect(201);
        assertThat(next.id()).isNotEqualTo(created.id());
        desk.get("/api/accounts/" + login).expect(200);
    }

    @Test
    void who_was_hired_is_found_and_locked_at_the_desk() {
        desk.post("/api/accounts/" + login + "?first=Grace&last=Hopper", "").expect(200);

        ScimAnswer found = scim.get(
                        target("/Users", "filter", "userName eq \"" + login.toUpperCase(Locale.ROOT) + "\""))
                .expect(200);
        assertThat(found.totalResults()).isEqualTo(1);
        assertThat(found.textAt("/Resources/0/name/familyName")).isEqualTo("Hopper");
        desk.post("/api/accounts/" + login + "/lock", "").expect(200);
        ScimAnswer locked =
                scim.get("/Users/" + found.textAt("/Resources/0/id")).expect(200);
        assertThat(locked.json().getBoolean("active")).isFalse();
        assertThat(locked.textAt("/meta/version")).isNotEqualTo(found.textAt("/Resources/0/meta/version"));
    }

    @Test
    void a_member_is_a_member_of_the_team() {
        String user =
                scim.post("/Users", aUser().named(login).json()).expect(201).id();
        String name = "Compilers " + UUID.randomUUID();
        String group =
                scim.post("/Groups", aGroup().named(name).json()).expect(201).id();

        scim.patch(
                        "/Groups/" + group,
                        aPatch().add("members", "[{\"value\":\"" + user + "\"}]")
                                .json())
                .expect(204);

        assertThat(desk.get("/api/teams/" + name.replace(" ", "%20"))
                        .expect(200)
                        .body())
                .contains(login + " as MEMBER");
        assertThat(scim.get("/Users/" + user).textAt("/groups/0/value")).isEqualTo(group);
    }

    @Test
    void only_what_is_mapped_is_published() {
        String schemas = scim.get("/Schemas").expect(200).body();
        assertThat(schemas).contains("preferredLanguage").doesNotContain("locale", "x509Certificates");
        scim.get(target("/Users", "filter", "locale eq \"x\"")).expectError(400, "invalidFilter");
    }
}
