package org.roster.scim.it.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.it.sample.GroupBuilder.aGroup;
import static org.roster.scim.it.sample.PatchBuilder.aPatch;
import static org.roster.scim.it.sample.UserBuilder.aUser;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.roster.scim.it.http.ScimAnswer;
import org.roster.scim.it.http.ScimHttp;
import org.roster.scim.it.sample.UserBuilder;
import org.roster.scim.it.server.RealmUser;

/**
 * Privileges gained: what the directory says of somebody, groups and roles of any name, permits nothing here. Only the server's
 * realm and the token do.
 */
interface PrivilegeContract extends Attack {

    @Test
    default void privileges_gained_through_groups_of_the_name_of_a_role() {
        asUser(aUser(), id -> {
            List<String> groups = new ArrayList<>();
            for (String role : List.of("scim-admin", "scim-read", "SCIM-ADMIN")) {
                scim().post("/Groups", aGroup().named(role).withMember(id).json())
                        .expectError(403);
            }
            for (String role : List.of("admin", "administrators", "root")) {
                groups.add(created(aGroup().named(role).withMember(id)).id());
            }
            gainsNothing(id);
            groups.forEach(group -> scim().delete("/Groups/" + group).expect(204));
        });
    }

    @Test
    default void privileges_gained_through_nested_groups() {
        asUser(aUser(), id -> {
            String inner = created(aGroup().withMember(id)).id();
            String middle = created(aGroup().withMember(inner)).id();
            scim().post(
                            "/Groups",
                            aGroup().named("scim-admin").withMember(middle).json())
                    .expectError(403);
            gainsNothing(id);
            List.of(middle, inner)
                    .forEach(group -> scim().delete("/Groups/" + group).expect(204));
        });
    }

    @Test
    default void privileges_gained_through_roles_and_entitlements_of_a_user() {
        UserBuilder admin = aUser().with("roles", json("[{\"value\": \"scim-admin\", \"primary\": true}]"))
                .with("entitlements", json("[{\"value\": \"scim-admin\"}]"))
                .with("userType", "scim-admin");
        scim().post("/Users", admin.json()).expectError(403);
        UserBuilder other = aUser().with("roles", json("[{\"value\": \"admin\", \"primary\": true}]"))
                .with("entitlements", json("[{\"value\": \"scim-admin\"}]"))
                .with("userType", "scim-admin");
        asUser(other, this::gainsNothing);
    }

    /**
     * Letters that become those of his name in some case of some language. Full-width letters are not among them: RFC 8265 §3.3
     * takes them for the same, so that no two users can have such names.
     */
    @Test
    default void privileges_gained_through_a_name_that_looks_like_that_of_a_user_of_the_realm() {
        for (String name : List.of("per\u017fon", "PER\u017fON", "person\u200b", "person\u0000x", " person")) {
            ScimAnswer answer = scim().post("/Users", aUser().named(name).json());
            assertThat(answer.status()).as("userName %s", name).isIn(201, 400);
            ScimHttp.as(RealmUser.PERSON).get("/Me").expectError(404);
            if (answer.status() == 201) {
                scim().delete("/Users/" + answer.id()).expect(204);
            }
        }
    }

    /** A User with the name of somebody in the realm who may read himself, and nothing else. */
    private void asUser(UserBuilder user, Consumer<String> test) {
        String id = created(user.named(RealmUser.PERSON.user())).id();
        try {
            test.accept(id);
        } finally {
            scim().delete("/Users/" + id);
        }
    }

    private void gainsNothing(String id) {
        ScimHttp person = ScimHttp.as(RealmUser.PERSON);
        person.get("/Me").expect(200);
        person.get("/Users/" + id).expectError(403);
        person.get("/Users?count=1").expectError(403);
        person.post("/Users", aUser().json()).expectError(403);
        person.patch(
                        "/Me",
                        aPatch().add("roles", "[{\"value\": \"scim-admin\"}]").json())
                .expectError(403);
        person.patch("/Users/" + id, aPatch().replace("userName", "\"idp\"").json())
                .expectError(403);
        person.post("/Groups", aGroup().named("scim-admin").withMember(id).json())
                .expectError(403);
    }

    private static JsonArray json(String text) {
        return Json.createReader(new StringReader(text)).readArray();
    }
}
