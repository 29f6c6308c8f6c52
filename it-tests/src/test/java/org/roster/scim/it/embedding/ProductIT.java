package org.roster.scim.it.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.it.sample.UserBuilder.aUser;

import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.scim.it.http.ScimAnswer;
import org.roster.scim.it.http.ScimHttp;
import org.roster.scim.it.server.RealmUser;
import org.roster.scim.it.server.RosterServer;

/** A product with the engine in it: its own interface answers as without us, ours as without it, and paths cross nowhere. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ProductIT {

    private static final String SCIM = "/scim/v2";

    private final ScimHttp product = ProductWar.client()
            .with("Authorization", RealmUser.PLAIN.basic())
            .with("X-Desk", "3")
            .with("Accept", "application/json");
    private final ScimHttp anonymous = ProductWar.client();
    private final ScimHttp scim =
            ProductWar.client().with("Authorization", RosterServer.current().bearer());
    private final String login = "Ada-" + UUID.randomUUID();

    @Deployment(testable = false)
    static WebArchive product() {
        return ProductWar.deployment();
    }

    // The product, as without us.

    @Test
    void the_product_answers_in_its_own_json() {
        ScimAnswer hired = product.post("/api/accounts/" + login + "?first=Ada&last=Lovelace", "")
                .expect(200);

        assertThat(hired.textAt("/STAFF/LOGIN")).isEqualTo(login);
        assertThat(hired.textAt("/STAFF/NAME")).isEqualTo("Ada Lovelace");
        assertThat(hired.header("X-Staff")).hasValue("at your service");
        assertThat(hired.header("X-Stamp")).hasValue("staff");
        assertThat(product.get("/api/accounts/" + login).expect(200).textAt("/STAFF/STATUS"))
                .isEqualTo("ACTIVE");
    }

    @Test
    void the_product_tells_its_own_errors() {
        assertThat(product.get("/api/accounts/nobody").expect(404).textAt("/STAFF/TEXT"))
                .isEqualTo("sorry: nobody is called nobody");
        assertThat(product.get("/api/accounts/x/salary").expect(500).textAt("/STAFF/TEXT"))
                .isEqualTo("sorry: the salaries are not here");
        assertThat(product.without("X-Desk")
                        .get("/api/accounts/nobody")
                        .expect(400)
                        .textAt("/STAFF/TEXT"))
                .isEqualTo("which desk?");
    }

    @Test
    void the_product_keeps_its_own_guard() {
        ScimAnswer refused =
                anonymous.with("X-Desk", "3").get("/api/accounts/x").expect(401);
        assertThat(refused.headerValues("WWW-Authenticate")).noneMatch(challenge -> challenge.contains("SCIM"));
        assertThat(refused.body()).doesNotContain("urn:ietf:params:scim");
        product.with("Authorization", RealmUser.READER.basic())
                .get("/api/accounts/x")
                .expect(403);
        // A token of ours opens nothing there.
        product.with("Authorization", RosterServer.current().bearer())
                .get("/api/accounts/x")
                .expect(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/Users",
                "/api/Users/1",
                "/api/Groups",
                "/api/Schemas",
                "/api/ResourceTypes",
                "/api/ServiceProviderConfig",
                "/api/Me",
                "/api/tokens",
                "/api/audit",
                "/api/brake",
                "/api/tenants",
                "/api/scim/v2/Users",
                "/api/"
            })
    void nothing_of_ours_is_below_the_path_of_the_product(String path) {
        ScimAnswer answer = product.get(path).expect(404);
        assertThat(answer.textAt("/STAFF/TEXT")).startsWith("sorry: ");
        assertThat(answer.header("X-Request-Id")).isEmpty();
        ScimAnswer options = product.send("OPTIONS", path, new byte[0]);
        assertThat(options.header("Allow")).isEmpty();
        assertThat(product.post(path, "{}").status()).isEqualTo(404);
    }

    @Test
    void our_filters_do_not_see_what_is_the_products() {
        ScimAnswer page = anonymous.get("/index.html").expect(200);
        assertThat(page.body()).contains("Staff desk");
        assertThat(page.header("X-Content-Type-Options")).isEmpty();
        ScimAnswer api = product.get("/api/accounts/" + login);
        assertThat(api.header("X-Content-Type-Options")).isEmpty();
        assertThat(anonymous.get("/Users").status()).isEqualTo(404);
        assertThat(anonymous.get("/v2/Users").status()).isEqualTo(404);
        assertThat(anonymous.get("/scim/Users").status()).isEqualTo(404);
    }

    // SCIM, as without the product.

    @Test
    void discovery_answers_anybody_in_scim() {
        ScimAnswer config = anonymous.get(SCIM + "/ServiceProviderConfig").expect(200);
        assertThat(config.header("Content-Type").orElseThrow()).startsWith("application/scim+json");
        assertThat(config.textAt("/meta/location")).isEqualTo(anonymous.baseUrl() + SCIM + "/ServiceProviderConfig");
        assertThat(config.header("X-Staff")).isEmpty();
        assertThat(config.header("X-Stamp")).isEmpty();
        anonymous.get(SCIM + "/Schemas").expect(200);
        anonymous.get(SCIM + "/ResourceTypes").expect(200);
    }

    @Test
    void without_a_credential_scim_answers_with_its_own_challenge() {
        for (String path : new String[] {"/Users", "/Users/1", "/nothing", ""}) {
            ScimAnswer refused = anonymous.get(SCIM + path).expectError(401);
            assertThat(refused.headerValues("WWW-Authenticate")).anyMatch(challenge -> challenge.startsWith("Bearer"));
        }
        anonymous.with("Authorization", "Bearer wrong").get(SCIM + "/Users").expectError(401);
    }

    @Test
    void scim_tells_scim_errors() {
        scim.get(SCIM + "/Users/nobody").expectError(404);
        scim.get(SCIM + "/nothing").expectError(404);
        scim.post(SCIM + "/Users", "{").expectError(400, "invalidSyntax");
        scim.get(ScimHttp.target(SCIM + "/Users", "filter", "userName near 3")).expectError(400, "invalidFilter");
        scim.with("Accept", "text/plain").get(SCIM + "/Users").expectError(406);
        scim.send("PUT", SCIM + "/Users", new byte[] {'{', '}'}).expectError(405);
    }

    @Test
    void the_realm_of_the_server_lets_in_to_scim_as_well() {
        scim.with("Authorization", RealmUser.IDP.basic()).get(SCIM + "/Users").expect(200);
        scim.with("Authorization", RealmUser.PLAIN.basic()).get(SCIM + "/Users").expectError(403);
    }

    @Test
    void a_user_is_created_found_changed_and_deleted() {
        ScimAnswer created =
                scim.post(SCIM + "/Users", aUser().named(login).json()).expect(201);
        assertThat(created.header("Location")).hasValue(scim.baseUrl() + SCIM + "/Users/" + created.id());
        assertThat(created.header("X-Staff")).isEmpty();
        String query = ScimHttp.target(SCIM + "/Users", "filter", "userName eq \"" + login + "\"");
        assertThat(scim.get(query).expect(200).totalResults()).isEqualTo(1);
        scim.delete(SCIM + "/Users/" + created.id()).expect(204);
        assertThat(scim.get(query).expect(200).totalResults()).isZero();
    }

    // Without the tables of the directory.

    @Test
    void the_administration_says_what_it_has_no_tables_for() {
        String admin = "/scim/admin";
        ScimHttp json = scim.with("Content-Type", "application/json").with("Accept", "application/json");
        anonymous.get(admin + "/tokens").expectError(401);
        for (String path : new String[] {"/tokens", "/tenants", "/audit"}) {
            ScimAnswer refused = json.get(admin + path).expectError(501);
            assertThat(refused.textAt("/detail")).contains("persistence unit");
        }
        json.post(admin + "/brake/User/lift", "{\"seconds\":60}").expectError(501);
        json.post(admin + "/tokens", "{\"name\":\"hr\",\"roles\":[\"scim-read\"]}")
                .expectError(501);
    }
}
