package org.roster.scim.it.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.it.access.Administration.with;

import org.junit.jupiter.api.Test;
import org.roster.scim.it.http.ScimAnswer;
import org.roster.scim.it.http.ScimHttp;
import org.roster.scim.it.server.RealmUser;

/** Administrators see the brake and lift it. */
interface LiftContract {

    @Test
    default void an_administrator_lifts_the_brake() {
        String tenant = Administration.newTenant();
        ScimHttp http = Administration.byBootstrapToken().http();
        ScimAnswer lifted = http.post("/brake/User/lift?tenant=" + tenant, "{\"seconds\":60}")
                .expect(200);
        assertThat(lifted.textAt("/lifted")).isNotEmpty();
        ScimAnswer all = http.get("/brake?tenant=" + tenant).expect(200);
        assertThat(all.body()).contains("\"resourceType\":\"User\"", "\"resourceType\":\"Group\"", "\"lifted\"");
        assertThat(http.get("/brake").expect(200).body()).doesNotContain(tenant);
        http.post("/brake/Nothing/lift", "{}").expectError(404);
        http.post("/brake/User/lift", "{\"seconds\":0}").expectError(400);
    }

    @Test
    default void whoever_administers_one_tenant_lifts_its_brake_only() {
        String tenant = Administration.newTenant();
        ScimHttp acme = Administration.by(Administration.client(with("tenant", tenant), "scim-admin"))
                .http();
        acme.post("/brake/User/lift", "{}").expect(200);
        acme.post("/brake/User/lift?tenant=default", "{}").expectError(403);
        Administration.by(ScimHttp.as(RealmUser.READER))
                .http()
                .post("/brake/User/lift", "{}")
                .expectError(403);
    }
}
