package org.roster.scim.it.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.it.sample.BulkBuilder.aBulk;
import static org.roster.scim.it.sample.GroupBuilder.aGroup;
import static org.roster.scim.it.sample.PatchBuilder.aPatch;
import static org.roster.scim.it.sample.PatchBuilder.members;
import static org.roster.scim.it.sample.UserBuilder.aUser;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.scim.it.http.ScimAnswer;
import org.roster.scim.it.http.ScimHttp;
import org.roster.scim.it.sample.GroupBuilder;
import org.roster.scim.it.sample.UserBuilder;

/** Nobody gains an administrative role, or takes an administrator over, by provisioning. */
interface ProtectedContract {

    @ParameterizedTest
    @ValueSource(strings = {"scim-admin", "SCIM-Admin", " scim-admin ", "scim-protected", "ｓcim-admin"})
    default void a_group_that_would_be_an_administrative_role_is_not_made(String name) {
        for (ScimHttp client : List.of(Administration.client("scim-write"), ScimHttp.admin())) {
            client.post("/Groups", aGroup().named(name).json()).expectError(403);
            String group = client.post("/Groups", aGroup().json()).expect(201).id();
            client.patch(
                            "/Groups/" + group,
                            aPatch().replace("displayName", "\"" + name + "\"").json())
                    .expectError(403);
            ScimAnswer bulk = client.post(
                            "/Bulk", aBulk().post("a", aGroup().named(name)).json())
                    .expect(200);
            assertThat(bulk.textAt("/Operations/0/status")).isEqualTo("403");
            client.delete("/Groups/" + group).expect(204);
        }
    }

    @Test
    default void an_administrator_is_out_of_reach_by_every_way() {
        ScimHttp trusted = Administration.client("scim-write", "scim-protected");
        ScimHttp writer = Administration.client("scim-write", "scim-grant");
        UserBuilder body = aUser();
        String chief = writer.post("/Users", body.json()).expect(201).id();
        String inner = writer.post("/Groups", aGroup().withMember(chief).json())
                .expect(201)
                .id();
        GroupBuilder named = aGroup().named("scim-admin").withMember(inner);
        String root = trusted.post("/Groups", named.json()).expect(201).id();
        try {
            String user = writer.post("/Users", aUser().json()).expect(201).id();
            String join = aPatch().add("members", members(List.of(user))).json();
            for (ScimHttp client : List.of(writer, ScimHttp.admin())) {
                client.patch("/Groups/" + root, join).expectError(403);
                client.patch("/Groups/" + inner, join).expectError(403);
                client.put("/Groups/" + inner, aGroup().json()).expectError(403);
                client.delete("/Groups/" + root).expectError(403);
                client.patch(
                                "/Users/" + chief,
                                aPatch().replace("password", "\"taken-over\"").json())
                        .expectError(403);
                client.put("/Users/" + chief, body.json()).expectError(403);
                client.delete("/Users/" + chief).expectError(403);
                ScimAnswer bulk = client.post(
                                "/Bulk",
                                aBulk().patch("/Groups/" + inner, aPatch().add("members", members(List.of(user))))
                                        .delete("/Users/" + chief)
                                        .json())
                        .expect(200);
                assertThat(bulk.textAt("/Operations/0/status")).isEqualTo("403");
                assertThat(bulk.textAt("/Operations/1/status")).isEqualTo("403");
                client.get("/Users/" + chief).expect(200);
            }
            trusted.patch("/Users/" + chief, aPatch().replace("title", "\"Dr\"").json())
                    .expect(200);
        } finally {
            trusted.delete("/Groups/" + root).expect(204);
        }
    }

    @Test
    default void whoever_has_an_administrative_role_among_his_roles_is_out_of_reach_too() {
        ScimHttp trusted = Administration.client("scim-write", "scim-grant", "scim-protected");
        ScimHttp writer = Administration.client("scim-write", "scim-grant");
        String role = "[{\"value\":\"scim-admin\"}]";
        String chief = trusted.post("/Users", aUser().json()).expect(201).id();
        writer.patch("/Users/" + chief, aPatch().add("roles", role).json()).expectError(403);
        trusted.patch("/Users/" + chief, aPatch().add("roles", role).json()).expect(200);
        writer.patch("/Users/" + chief, aPatch().replace("active", "false").json())
                .expectError(403);
        writer.delete("/Users/" + chief).expectError(403);
        trusted.delete("/Users/" + chief).expect(204);
    }
}
