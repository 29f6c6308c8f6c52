package org.roster.scim.it.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.it.access.Administration.with;
import static org.roster.scim.it.sample.BulkBuilder.aBulk;
import static org.roster.scim.it.sample.GroupBuilder.aGroup;
import static org.roster.scim.it.sample.PatchBuilder.aPatch;
import static org.roster.scim.it.sample.UserBuilder.aUser;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import org.junit.jupiter.api.Test;
import org.roster.scim.it.http.ScimAnswer;
import org.roster.scim.it.http.ScimHttp;
import org.roster.scim.it.sample.UserBuilder;

/** What roles permit, and that it is the same whichever way a request takes. */
interface RoleContract {

    JsonArray ADMIN_ROLE = Json.createArrayBuilder()
            .add(Json.createObjectBuilder().add("value", "payroll-admin"))
            .build();

    @Test
    default void a_writer_provisions_people_and_groups() {
        ScimHttp writer = Administration.client("scim-write");
        UserBuilder body = aUser().with("title", "Dr");
        String user = writer.post("/Users", body.json()).expect(201).id();
        String group = writer.post("/Groups", aGroup().withMember(user).json())
                .expect(201)
                .id();
        writer.patch("/Users/" + user, aPatch().replace("active", "false").json())
                .expect(200);
        writer.put("/Users/" + user, body.json()).expect(200);
        writer.get("/Users/" + user).expect(200);
        writer.delete("/Groups/" + group).expect(204);
        writer.delete("/Users/" + user).expect(204);
    }

    @Test
    default void a_writer_gives_nobody_roles_by_any_way() {
        ScimHttp admin = ScimHttp.admin();
        ScimHttp writer = Administration.client("scim-write");
        UserBuilder body = aUser();
        String user = admin.post("/Users", body.json()).expect(201).id();
        String grant = aPatch().add("roles", ADMIN_ROLE.toString()).json();
        String other = aPatch().add("entitlements", ADMIN_ROLE.toString()).json();

        writer.post("/Users", aUser().with("roles", ADMIN_ROLE).json()).expectError(403);
        writer.patch("/Users/" + user, grant).expectError(403);
        writer.patch("/Users/" + user, other).expectError(403);
        writer.put("/Users/" + user, body.with("roles", ADMIN_ROLE).json()).expectError(403);
        ScimAnswer bulk = writer.post(
                        "/Bulk",
                        aBulk().post("a", aUser().with("roles", ADMIN_ROLE))
                                .patch("/Users/" + user, aPatch().add("roles", ADMIN_ROLE.toString()))
                                .json())
                .expect(200);
        assertThat(bulk.textAt("/Operations/0/status")).isEqualTo("403");
        assertThat(bulk.textAt("/Operations/1/status")).isEqualTo("403");
        assertThat(admin.get("/Users/" + user).expect(200).at("/roles")).isEmpty();
    }

    @Test
    default void whoever_may_grant_gives_roles_and_a_writer_does_not_take_them() {
        ScimHttp granter = Administration.client("scim-write", "scim-grant");
        UserBuilder body = aUser();
        String user = granter.post("/Users", body.with("roles", ADMIN_ROLE).json())
                .expect(201)
                .id();
        ScimHttp writer = Administration.client("scim-write");
        writer.put("/Users/" + user, body.with("title", "Dr").json()).expect(200);
        writer.patch("/Users/" + user, aPatch().remove("roles").json()).expectError(403);
        ScimAnswer after = writer.get("/Users/" + user).expect(200);
        assertThat(after.textAt("/roles/0/value")).isEqualTo("payroll-admin");
        assertThat(after.textAt("/title")).isEqualTo("Dr");
        Administration.client("scim-grant").get("/Users/" + user).expectError(403);
    }

    @Test
    default void a_reader_with_a_token_reads_and_changes_nothing() {
        ScimHttp reader = Administration.client("scim-read");
        String user =
                ScimHttp.admin().post("/Users", aUser().json()).expect(201).id();
        reader.get("/Users/" + user).expect(200);
        reader.post("/Users", aUser().json()).expectError(403);
        reader.delete("/Users/" + user).expectError(403);
        ScimAnswer bulk =
                reader.post("/Bulk", aBulk().delete("/Users/" + user).json()).expect(200);
        assertThat(bulk.textAt("/Operations/0/status")).isEqualTo("403");
        reader.get("/Users/" + user).expect(200);
    }

    @Test
    default void a_token_of_another_tenant_finds_nobody() {
        String user =
                ScimHttp.admin().post("/Users", aUser().json()).expect(201).id();
        ScimHttp elsewhere = Administration.client(with("tenant", Administration.newTenant()), "scim-admin");
        elsewhere.get("/Users/" + user).expectError(404);
        elsewhere.delete("/Users/" + user).expectError(404);
        assertThat(elsewhere.get("/Users").expect(200).totalResults()).isZero();
        ScimHttp.admin().get("/Users/" + user).expect(200);
    }
}
