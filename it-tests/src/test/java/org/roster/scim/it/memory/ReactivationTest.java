package org.roster.scim.it.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.it.sample.BulkBuilder.aBulk;
import static org.roster.scim.it.sample.PatchBuilder.aPatch;
import static org.roster.scim.it.sample.UserBuilder.aUser;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.roster.scim.it.http.ScimAnswer;
import org.roster.scim.it.http.ScimHttp;
import org.roster.scim.it.sample.UserBuilder;
import org.roster.scim.it.server.RosterServer;

/** Somebody who left comes back: as himself where the operator wants it so, and nobody else in his place. */
class ReactivationTest {

    /** A request to the service with {@code ada}, who has left. */
    interface Return {
        void of(ScimHttp scim, String id);
    }

    private static void with(String setting, Return test) {
        try (MemoryServer server = MemoryServer.start(Map.of("roster.reactivate", setting))) {
            ScimHttp scim = ScimHttp.of(new RosterServer(server.baseUrl(), MemoryServer.TOKEN))
                    .with("Authorization", "Bearer " + MemoryServer.TOKEN);
            String id = scim.post("/Users", ada().with("title", "Dr").json())
                    .expect(201)
                    .id();
            scim.patch("/Users/" + id, aPatch().replace("active", "false").json())
                    .expect(200);
            test.of(scim, id);
        }
    }

    private static UserBuilder ada() {
        return aUser().named("ada").with("externalId", "e-1").withEmail("work", "ada@x.example");
    }

    @Test
    void unless_it_is_switched_on_a_post_is_a_conflict() {
        with("off", (scim, id) -> {
            scim.post("/Users", ada().json()).expectError(409, "uniqueness");
            assertThat(scim.get("/Users/" + id).expect(200).json().getBoolean("active"))
                    .isFalse();
        });
    }

    @Test
    void she_comes_back_with_her_id_and_what_was_sent() {
        with("on", (scim, id) -> {
            ScimAnswer back = scim.post(
                            "/Users", ada().named("ADA").with("nickName", "A").json())
                    .expect(201);
            assertThat(back.id()).isEqualTo(id);
            assertThat(back.header("Location").orElseThrow()).endsWith("/Users/" + id);
            ScimAnswer now = scim.get("/Users/" + id).expect(200);
            assertThat(now.at("/active").map(Object::toString).orElse("true")).isEqualTo("true");
            assertThat(now.textAt("/nickName")).isEqualTo("A");
            assertThat(now.at("/title")).isEmpty();
            scim.post("/Users", ada().json()).expectError(409, "uniqueness");
        });
    }

    @Test
    void a_bulk_request_brings_her_back_as_well() {
        with("on", (scim, id) -> {
            ScimAnswer bulk =
                    scim.post("/Bulk", aBulk().post("a", ada()).json()).expect(200);
            assertThat(bulk.textAt("/Operations/0/status")).isEqualTo("201");
            assertThat(bulk.textAt("/Operations/0/location")).endsWith(id);
        });
    }

    @Test
    void nobody_takes_her_place_by_her_name_or_her_address() {
        with("on", (scim, id) -> {
            scim.post("/Users", ada().with("externalId", "e-2").json()).expectError(409);
            scim.post("/Users", ada().with("externalId", "E-1").json()).expectError(409);
            scim.post(
                            "/Users",
                            aUser().named("ada")
                                    .withEmail("work", "ada@x.example")
                                    .json())
                    .expectError(409);
            scim.post("/Users", ada().with("externalId", "").json()).expectError(409);
            assertThat(scim.get("/Users/" + id).expect(200).json().getBoolean("active"))
                    .isFalse();
        });
    }

    @Test
    void the_same_external_id_with_another_name_is_somebody_new() {
        with("on", (scim, id) -> {
            ScimAnswer other = scim.post("/Users", ada().named("bea").json()).expect(201);
            assertThat(other.id()).isNotEqualTo(id);
            assertThat(scim.get("/Users/" + id).expect(200).json().getBoolean("active"))
                    .isFalse();
        });
    }
}
