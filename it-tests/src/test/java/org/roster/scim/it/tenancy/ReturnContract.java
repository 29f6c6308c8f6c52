package org.roster.scim.it.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.it.sample.BulkBuilder.aBulk;
import static org.roster.scim.it.sample.PatchBuilder.aPatch;
import static org.roster.scim.it.sample.UserBuilder.aUser;

import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.roster.scim.it.http.ScimAnswer;
import org.roster.scim.it.http.ScimHttp;
import org.roster.scim.it.sample.UserBuilder;
import org.roster.scim.it.server.RealmUser;

/** With {@code roster.reactivate=on} whoever left comes back as himself, in his own tenant, and nobody else in his place. */
interface ReturnContract {

    private static ScimHttp scim() {
        return ScimHttp.admin();
    }

    private static UserBuilder someone(String name) {
        return aUser().named(name).with("externalId", "e-" + name);
    }

    /** Somebody who has left. */
    private static String gone(String name) {
        String id = scim().post("/Users", someone(name).with("title", "Dr").json())
                .expect(201)
                .id();
        scim().patch("/Users/" + id, aPatch().replace("active", "false").json()).expect(200);
        return id;
    }

    private static String newName() {
        return "back-" + UUID.randomUUID();
    }

    @Test
    default void who_left_comes_back_with_his_id_and_what_was_sent() {
        String name = newName();
        String id = gone(name);
        ScimAnswer back = scim().post(
                        "/Users",
                        someone(name)
                                .named(name.toUpperCase(Locale.ROOT))
                                .with("nickName", "A")
                                .json())
                .expect(201);
        assertThat(back.id()).isEqualTo(id);
        assertThat(back.header("Location").orElseThrow()).endsWith("/Users/" + id);

        ScimAnswer now = scim().get("/Users/" + id).expect(200);
        assertThat(now.at("/active").map(Object::toString).orElse("true")).isEqualTo("true");
        assertThat(now.textAt("/nickName")).isEqualTo("A");
        assertThat(now.at("/title")).isEmpty();
        assertThat(now.textAt("/meta/version")).isEqualTo(back.textAt("/meta/version"));
        scim().post("/Users", someone(name).json()).expectError(409, "uniqueness");
    }

    @Test
    default void a_bulk_request_brings_him_back_as_well() {
        String name = newName();
        String id = gone(name);
        ScimAnswer bulk =
                scim().post("/Bulk", aBulk().post("a", someone(name)).json()).expect(200);
        assertThat(bulk.textAt("/Operations/0/status")).isEqualTo("201");
        assertThat(bulk.textAt("/Operations/0/location")).endsWith(id);
    }

    @Test
    default void another_external_id_and_another_tenant_do_not_bring_him_back() {
        String name = newName();
        String id = gone(name);
        scim().post("/Users", someone(name).with("externalId", "other").json()).expectError(409, "uniqueness");
        assertThat(ScimHttp.as(RealmUser.IDP)
                        .post("/Users", someone(name).json())
                        .expect(201)
                        .id())
                .isNotEqualTo(id);
        assertThat(scim().get("/Users/" + id).expect(200).json().getBoolean("active"))
                .isFalse();
    }
}
