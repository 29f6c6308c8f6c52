package org.roster.scim.it.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.it.access.Administration.nothingMore;
import static org.roster.scim.it.access.Administration.with;
import static org.roster.scim.it.http.ScimHttp.target;
import static org.roster.scim.it.sample.BulkBuilder.aBulk;
import static org.roster.scim.it.sample.GroupBuilder.aGroup;
import static org.roster.scim.it.sample.PatchBuilder.aPatch;
import static org.roster.scim.it.sample.PatchBuilder.members;
import static org.roster.scim.it.sample.UserBuilder.aUser;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.scim.it.http.ScimAnswer;
import org.roster.scim.it.http.ScimHttp;
import org.roster.scim.it.sample.UserBuilder;
import org.roster.scim.it.server.RealmUser;
import org.roster.scim.it.server.RosterServer;

/** The life of tenants, and the walls between them. */
interface TenantContract {

    private static String root() {
        return RosterServer.current().baseUrl().toString().replaceFirst("/v2$", "");
    }

    private static ScimHttp tokenOf(String tenant) {
        return Administration.client(with("tenant", tenant), "scim-admin");
    }

    private static ScimHttp tenants() {
        return Administration.byBootstrapToken().http();
    }

    @Test
    default void a_url_names_the_tenant_and_so_do_the_addresses_in_answers() {
        String tenant = Administration.newTenant();
        String base = root() + "/t/" + tenant + "/v2";
        ScimHttp acme = tokenOf(tenant).at(base);
        ScimAnswer made = acme.post("/Users", aUser().json()).expect(201);

        assertThat(made.header("Location")).contains(base + "/Users/" + made.id());
        assertThat(made.textAt("/meta/location")).isEqualTo(base + "/Users/" + made.id());
        acme.get("/Users/" + made.id()).expect(200);
        acme.at(root() + "/t/" + tenant).get("/Users/" + made.id()).expect(200);
        tokenOf(tenant).get("/Users/" + made.id()).expect(200);
        assertThat(acme.get("/ResourceTypes/User").expect(200).textAt("/meta/location"))
                .isEqualTo(base + "/ResourceTypes/User");
    }

    @Test
    default void an_administrator_of_all_goes_to_any_tenant_by_its_url() {
        String tenant = Administration.newTenant();
        String user = tokenOf(tenant).post("/Users", aUser().json()).expect(201).id();
        for (ScimHttp admin : List.of(ScimHttp.admin(), ScimHttp.as(RealmUser.IDP))) {
            admin.get("/Users/" + user).expectError(404);
            admin.at(root() + "/t/" + tenant + "/v2").get("/Users/" + user).expect(200);
        }
    }

    @Test
    default void whoever_has_nothing_to_do_with_a_tenant_cannot_tell_whether_it_is_there() {
        String tenant = Administration.newTenant();
        String never = "never-" + UUID.randomUUID();
        for (ScimHttp client : List.of(
                tokenOf(Administration.newTenant()),
                Administration.client("scim-write"),
                ScimHttp.as(RealmUser.READER))) {
            ScimAnswer there =
                    client.at(root() + "/t/" + tenant + "/v2").get("/Users").expectError(404);
            ScimAnswer notThere =
                    client.at(root() + "/t/" + never + "/v2").get("/Users").expectError(404);
            assertThat(there.body().replace(tenant, "x"))
                    .isEqualTo(notThere.body().replace(never, "x"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/t",
                "/t/",
                "/t//v2/Users",
                "/t/%2e%2e/v2/Users",
                "/t/a%2Fb/v2/Users",
                "/t/a;x=1/v2/Users",
                "/t/ä/v2/Users",
                "/t/default/admin/v1/tokens",
                "/t/default/t/default/v2/Users",
                "/t/default/v9/Users",
                "/t/default/WEB-INF/web.xml",
                "/t/default/v2/../WEB-INF/web.xml",
                "/t/default/v2/..;/WEB-INF/web.xml",
                "/t/default/v2/%2e%2e/WEB-INF/web.xml",
                "/t/default/v2/%2e%2e%2fWEB-INF/web.xml",
                "/t/default/v2/..%5cWEB-INF/web.xml",
                "/t/default/./WEB-INF/web.xml",
                "/t/default//WEB-INF/web.xml",
                "/t/default/v2/../admin/v1/tokens"
            })
    default void a_url_that_names_no_tenant_leads_nowhere(String path) {
        ScimAnswer answer = ScimHttp.admin().at(root()).get(path.replace("ä", "%C3%A4"));
        assertThat(answer.status()).as(path).isBetween(400, 404);
        assertThat(answer.body()).as(path).doesNotContain("<web-app");
    }

    @Test
    default void a_foreign_id_is_like_an_unknown_one_wherever_it_stands() {
        ScimHttp one = tokenOf(Administration.newTenant());
        ScimHttp other = tokenOf(Administration.newTenant());
        String unknown = UUID.randomUUID().toString();
        UserBuilder body = aUser();
        String foreign = one.post("/Users", body.json()).expect(201).id();
        String foreignGroup = one.post("/Groups", aGroup().withMember(foreign).json())
                .expect(201)
                .id();
        String own = other.post("/Users", aUser().json()).expect(201).id();
        String group = other.post("/Groups", aGroup().withMember(own).json())
                .expect(201)
                .id();
        String title = aPatch().replace("externalId", "\"x\"").json();

        for (String id : List.of(foreign, foreignGroup)) {
            String endpoint = id.equals(foreign) ? "/Users/" : "/Groups/";
            same(id, unknown, other.get(endpoint + id), other.get(endpoint + unknown), 404);
            same(id, unknown, other.delete(endpoint + id), other.delete(endpoint + unknown), 404);
            same(id, unknown, other.patch(endpoint + id, title), other.patch(endpoint + unknown, title), 404);
        }
        same(
                foreign,
                unknown,
                other.put("/Users/" + foreign, body.json()),
                other.put("/Users/" + unknown, body.json()),
                404);
        same(
                foreign,
                unknown,
                other.post("/Groups", aGroup().named("g").withMember(foreign).json()),
                other.post("/Groups", aGroup().named("g").withMember(unknown).json()),
                400);
        same(
                foreign,
                unknown,
                other.patch(
                        "/Groups/" + group,
                        aPatch().add("members", members(List.of(foreign))).json()),
                other.patch(
                        "/Groups/" + group,
                        aPatch().add("members", members(List.of(unknown))).json()),
                400);
        same(
                foreign,
                unknown,
                other.post("/Users", aUser().named("m1").withManager(foreign).json()),
                other.post("/Users", aUser().named("m2").withManager(unknown).json()),
                -1);
        for (String filter : List.of("id eq \"%\"", "meta.location co \"%\"")) {
            same(foreign, unknown, search(other, filter, foreign), search(other, filter, unknown), -1);
        }
        ScimAnswer inGroups = other.get(target("/Groups", "filter", "members.value eq \"" + foreign + "\""));
        assertThat(inGroups.expect(200).totalResults()).isZero();
        same(foreign, unknown, bulkDelete(other, foreign), bulkDelete(other, unknown), 200);
        one.get("/Users/" + foreign).expect(200);
        assertThat(one.get("/Groups/" + foreignGroup).expect(200).json().getJsonArray("members"))
                .hasSize(1);
    }

    private static ScimAnswer search(ScimHttp client, String filter, String id) {
        return client.get(target("/Users", "filter", filter.replace("%", id)));
    }

    private static ScimAnswer bulkDelete(ScimHttp client, String id) {
        return client.post("/Bulk", aBulk().delete("/Users/" + id).json());
    }

    /** The same answer but for the id; with -1 whatever the status. */
    private static void same(String id, String unknown, ScimAnswer foreign, ScimAnswer none, int status) {
        assertThat(foreign.status()).as(foreign.request()).isEqualTo(none.status());
        if (status > 0) {
            assertThat(foreign.status()).as(foreign.request()).isEqualTo(status);
        }
        assertThat(withoutIds(foreign.body().replace(id, "ID")))
                .as(foreign.request())
                .isEqualTo(withoutIds(none.body().replace(unknown, "ID")));
    }

    private static String withoutIds(String body) {
        return body.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "NEW")
                .replaceAll("\"(created|lastModified)\":\"[^\"]*\"", "TIME")
                .replaceAll("\"userName\":\"m[12]\"", "NAME");
    }

    @Test
    default void the_same_names_are_free_in_each_tenant() {
        UserBuilder body = aUser().with("externalId", "1");
        tokenOf(Administration.newTenant()).post("/Users", body.json()).expect(201);
        tokenOf(Administration.newTenant()).post("/Users", body.json()).expect(201);
    }

    @Test
    default void a_cursor_of_another_tenant_is_like_a_forged_one() {
        ScimHttp one = tokenOf(Administration.newTenant());
        ScimHttp other = tokenOf(Administration.newTenant());
        for (int i = 0; i < 3; i++) {
            one.post("/Users", aUser().json()).expect(201);
        }
        String cursor = one.get("/Users?cursor=&count=1").expect(200).textAt("/nextCursor");
        ScimAnswer foreign =
                other.get(target("/Users", "cursor", cursor, "count", "1")).expectError(400);
        ScimAnswer forged =
                other.get(target("/Users", "cursor", "forged", "count", "1")).expectError(400);
        assertThat(foreign.body()).isEqualTo(forged.body());
    }

    @Test
    default void a_suspended_tenant_is_closed_until_it_is_resumed() {
        String tenant = Administration.newTenant();
        ScimHttp acme = tokenOf(tenant);
        String user = acme.post("/Users", aUser().json()).expect(201).id();
        tenants().post("/tenants/" + tenant + "/suspend", "{}").expect(200);
        acme.get("/Users/" + user).expectError(403);
        acme.post("/Users", aUser().json()).expectError(403);
        acme.post("/Bulk", aBulk().delete("/Users/" + user).json()).expectError(403);
        tenants().post("/tenants/" + tenant + "/resume", "{}").expect(200);
        acme.get("/Users/" + user).expect(200);
    }

    @Test
    default void a_deleted_tenant_leaves_nothing_and_nobody_gets_its_name() {
        String tenant = Administration.newTenant();
        ScimHttp acme = tokenOf(tenant);
        String user = acme.post("/Users", aUser().json()).expect(201).id();
        String second = acme.post("/Users", aUser().json()).expect(201).id();
        String group = acme.post("/Groups", aGroup().json()).expect(201).id();
        acme.patch(
                        "/Groups/" + group,
                        aPatch().add("members", members(List.of(user, second))).json())
                .expect(204);
        acme.get("/Users").expect(200);
        tenants().delete("/tenants/" + tenant).expectError(409);
        tenants().post("/tenants/" + tenant + "/suspend", "{}").expect(200);
        ScimAnswer deleted = tenants().delete("/tenants/" + tenant).expect(200);

        JsonObject went = deleted.json().getJsonObject("deleted");
        assertThat(went.getInt("scim_resource")).isEqualTo(3);
        assertThat(went.getInt("scim_member")).isEqualTo(2);
        assertThat(went.getInt("scim_change")).isEqualTo(4);
        assertThat(went.getInt("scim_token")).isEqualTo(1);
        assertThat(deleted.json().getJsonObject("left").values())
                .allSatisfy(rows -> assertThat(rows.toString()).isEqualTo("0"));
        acme.get("/Users").expectError(401);
        tenants().post("/tenants", "{\"name\":\"" + tenant + "\"}").expectError(409, "uniqueness");
        tenants().post("/tenants/" + tenant + "/resume", "{}").expectError(409);
        Administration.byBootstrapToken()
                .create(with("tenant", tenant), "scim-read")
                .expectError(400);
    }

    @Test
    default void an_export_has_everybody_and_no_secret() {
        String tenant = Administration.newTenant();
        ScimHttp acme = tokenOf(tenant);
        String user = acme.post(
                        "/Users", aUser().with("password", "Tr0ut-lantern-7").json())
                .expect(201)
                .id();
        String group = acme.post("/Groups", aGroup().withMember(user).json())
                .expect(201)
                .id();
        ScimAnswer export = tenants().get("/tenants/" + tenant + "/export").expect(200);
        assertThat(export.body().lines()).hasSize(2);
        assertThat(export.body())
                .contains("\"id\":\"" + user + "\"", "\"id\":\"" + group + "\"", "/t/" + tenant + "/v2/Users/" + user)
                .doesNotContain("Tr0ut")
                .doesNotContain("PBKDF2");
    }

    @Test
    default void whoever_administers_one_tenant_ends_none() {
        String tenant = Administration.newTenant();
        ScimHttp acme = Administration.by(tokenOf(tenant)).http();
        acme.get("/tenants").expectError(403);
        acme.post("/tenants", "{\"name\":\"x\"}").expectError(403);
        acme.post("/tenants/" + tenant + "/suspend", "{}").expectError(403);
        acme.get("/tenants/" + tenant + "/export").expectError(403);
        acme.delete("/tenants/" + tenant).expectError(403);
        Administration.by(ScimHttp.as(RealmUser.READER)).http().get("/tenants").expectError(403);
    }

    @Test
    default void tokens_are_for_tenants_that_there_are() {
        Administration.byBootstrapToken()
                .create(with("tenant", "never-" + UUID.randomUUID()), "scim-read")
                .expectError(400, "invalidValue");
        Administration.byBootstrapToken().create(nothingMore(), "scim-read").expect(201);
        tenants().post("/tenants", "{\"name\":\"default\"}").expectError(409);
        tenants().post("/tenants", "{\"name\":\"../x\"}").expectError(400);
    }
}
