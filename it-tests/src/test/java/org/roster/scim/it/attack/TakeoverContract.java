package org.roster.scim.it.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.it.http.ScimHttp.target;
import static org.roster.scim.it.sample.GroupBuilder.aGroup;
import static org.roster.scim.it.sample.PatchBuilder.aPatch;
import static org.roster.scim.it.sample.PatchBuilder.members;
import static org.roster.scim.it.sample.UserBuilder.aUser;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.roster.scim.it.http.ScimAnswer;
import org.roster.scim.it.sample.UserBuilder;

/** Takeover of an account: what a client chooses itself, an externalId or an e-mail, never stands for somebody's id. */
interface TakeoverContract extends Attack {
    /** Digits that look like the key of the first account, in several scripts and forms. */
    List<String> KEYS =
            List.of("1", "0", "-1", "+1", " 1", "01", "1.0", "1e0", "\uff11", "\u0661", "null", "true", "admin");

    @Test
    default void takeover_by_an_external_id_that_looks_like_a_key() {
        JsonObject victim = created(aUser()).json();
        for (String key : KEYS) {
            ScimAnswer user = created(aUser().with("externalId", key));
            assertThat(user.id()).isNotEqualTo(key).isNotEqualTo(victim.getString("id"));
            assertThat(user.textAt("/externalId")).isEqualTo(key);
            List<String> same =
                    scim()
                            .get(target("/Users", "filter", "externalId eq \"" + key + "\""))
                            .expect(200)
                            .resources()
                            .stream()
                            .map(found -> found.getString("externalId"))
                            .toList();
            assertThat(same).isNotEmpty().containsOnly(key);
            scim().delete("/Users/" + user.id()).expect(204);
        }
        assertThat(scim().get("/Users/" + victim.getString("id")).json()).isEqualTo(victim);
    }

    @Test
    default void takeover_by_the_external_id_in_place_of_an_id() {
        String external = "ext-" + UUID.randomUUID();
        created(aUser().with("externalId", external).with("title", "Clerk"));
        String group = created(aGroup()).id();
        String path = "/Users/" + external;
        scim().get(path).expectError(404);
        scim().put(path, aUser().json()).expectError(404);
        scim().patch(path, aPatch().replace("title", "\"x\"").json()).expectError(404);
        scim().delete(path).expectError(404);
        scim().patch(
                        "/Groups/" + group,
                        aPatch().add("members", members(List.of(external))).json())
                .expectError(400);
    }

    @Test
    default void takeover_by_an_external_id_that_is_the_id_of_another() {
        JsonObject victim = created(aUser().with("title", "Director")).json();
        String id = victim.getString("id");
        ScimAnswer attacker = created(aUser().with("externalId", id));
        assertThat(attacker.id()).isNotEqualTo(id);
        assertThat(scim().get("/Users/" + id).json()).isEqualTo(victim);
        assertThat(found(scim(), "id eq \"" + id + "\"")).containsExactly(id);
        scim().delete("/Users/" + attacker.id()).expect(204);
        assertThat(scim().get("/Users/" + id).expect(200).json()).isEqualTo(victim);
    }

    @Test
    default void takeover_by_creating_with_the_email_or_external_id_of_another() {
        String mail = "victim-" + UUID.randomUUID() + "@roster.example";
        JsonObject victim = created(aUser().withPrimaryEmail("work", mail).with("externalId", mail))
                .json();
        UserBuilder twin = aUser().withPrimaryEmail("work", mail).with("externalId", mail);
        ScimAnswer attacker = created(twin);
        assertThat(attacker.id()).isNotEqualTo(victim.getString("id"));
        scim().put(
                        "/Users/" + attacker.id(),
                        aUser().withPrimaryEmail("work", "attacker@roster.example")
                                .json())
                .expect(200);
        scim().patch(
                        "/Users/" + attacker.id(),
                        aPatch().replace("active", "false").json())
                .expect(200);
        assertThat(scim().get("/Users/" + victim.getString("id")).json()).isEqualTo(victim);
    }

    @Test
    default void takeover_by_the_id_of_another_in_a_body() {
        JsonObject victim = created(aUser()).json();
        String id = victim.getString("id");
        ScimAnswer attacker = created(aUser().with("id", id));
        assertThat(attacker.id()).isNotEqualTo(id);
        String path = "/Users/" + attacker.id();
        scim().put(path, aUser().with("id", id).json()).expectError(400, "mutability");
        scim().patch(path, aPatch().replace("id", "\"" + id + "\"").json()).expectError(400, "mutability");
        assertThat(scim().get("/Users/" + id).json()).isEqualTo(victim);
    }

    /** Names that only look alike are different names; those that differ in case are one. */
    @Test
    default void takeover_by_a_user_name_that_looks_like_another() {
        String unique = UUID.randomUUID().toString();
        String victim = created(aUser().named("kim" + unique)).id();
        List.of("\uff4bim", "\u212aim", "k\u0131m", "ki\u200bm", "kim ", " kim", "k\u0456m", "\u1d4bim").stream()
                .map(name -> name.trim().equals("kim") ? name.replace("kim", "kim" + unique) : name + unique)
                .forEach(name -> {
                    ScimAnswer answer =
                            scim().post("/Users", aUser().named(name).json());
                    assertThat(answer.status())
                            .as("userName %s: %s", name, answer.body())
                            .isIn(201, 400, 409);
                });
        assertThat(found(scim(), "userName eq \"kim" + unique + "\"")).containsExactly(victim);
        assertThat(found(scim(), "userName eq \"KIM" + unique + "\"")).containsExactly(victim);
        scim().post("/Users", aUser().named("KIM" + unique).json()).expectError(409, "uniqueness");
    }
}
