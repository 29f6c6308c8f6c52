package org.roster.scim.it.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.it.http.ScimHttp.target;
import static org.roster.scim.it.sample.GroupBuilder.aGroup;
import static org.roster.scim.it.sample.PatchBuilder.aPatch;
import static org.roster.scim.it.sample.UserBuilder.aUser;

import jakarta.json.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.roster.scim.it.http.ScimAnswer;
import org.roster.scim.it.http.ScimHttp;
import org.roster.scim.it.server.RealmUser;

/** A role of {@code roster.policy} is granted by a group of the server's realm, which no web.xml declares. */
interface PolicyContract {

    private static ScimHttp helpdesk() {
        return ScimHttp.as(RealmUser.PLAIN);
    }

    @Test
    default void a_user_of_the_realm_may_do_what_a_role_of_the_policy_permits() {
        String user = ScimHttp.admin()
                .post("/Users", aUser().withEmail("work", "a@example.org").json())
                .expect(201)
                .id();
        ScimAnswer read = helpdesk().get("/Users/" + user).expect(200);
        assertThat(read.at("/userName")).isPresent();
        assertThat(read.at("/emails")).as("hidden by the role").isEmpty();
        helpdesk().get("/Users?count=1").expect(200);
        helpdesk()
                .patch("/Users/" + user, aPatch().replace("title", "\"Dr\"").json())
                .expect(200);
        assertThat(ScimHttp.admin().get("/Users/" + user).expect(200).textAt("/title"))
                .isEqualTo("Dr");
    }

    @Test
    default void it_may_name_what_only_some_tenants_have() {
        String desk = "urn:example:Desk";
        String user = ScimHttp.admin()
                .post(
                        "/Users",
                        aUser().with(
                                        desk,
                                        Json.createObjectBuilder()
                                                .add("room", "1.14")
                                                .build())
                                .json())
                .expect(201)
                .id();
        assertThat(ScimHttp.admin().get("/Users/" + user).expect(200).textAt("/" + desk + "/room"))
                .isEqualTo("1.14");
        assertThat(helpdesk().get("/Users/" + user).expect(200).at("/" + desk)).isEmpty();
        helpdesk().get(target("/Users", "filter", desk + ":room eq \"1.14\"")).expectError(403);
    }

    @Test
    default void it_may_name_a_part_of_an_attribute() {
        String user = ScimHttp.admin()
                .post(
                        "/Users",
                        aUser().with(
                                        "name",
                                        Json.createObjectBuilder()
                                                .add("familyName", "Lovelace")
                                                .add("givenName", "Ada")
                                                .build())
                                .json())
                .expect(201)
                .id();
        for (String path : List.of("/Users/" + user, "/Users/" + user + "?attributes=name.familyName,name")) {
            ScimAnswer read = helpdesk().get(path).expect(200);
            assertThat(read.textAt("/name/givenName")).isEqualTo("Ada");
            assertThat(read.body()).doesNotContain("Lovelace");
        }
        helpdesk()
                .get(target("/Users", "filter", "name.familyName eq \"Lovelace\""))
                .expectError(403);
        helpdesk().get(target("/Users", "sortBy", "name.familyName")).expectError(403);
        helpdesk().get(target("/Users", "filter", "name.givenName eq \"Ada\"")).expect(200);
        for (String change : List.of("{\"familyName\":\"x\"}", "{\"givenName\":\"A\",\"familyName\":\"x\"}")) {
            helpdesk()
                    .patch("/Users/" + user, aPatch().replace("name", change).json())
                    .expectError(403);
        }
        helpdesk().patch("/Users/" + user, aPatch().remove("name").json()).expectError(403);
        helpdesk()
                .patch(
                        "/Users/" + user,
                        aPatch().replace("name.givenName", "\"A\"").json())
                .expect(200);
        ScimAnswer after = ScimHttp.admin().get("/Users/" + user).expect(200);
        assertThat(after.textAt("/name/familyName")).isEqualTo("Lovelace");
        assertThat(after.textAt("/name/givenName")).isEqualTo("A");
    }

    @Test
    default void and_nothing_else() {
        String user =
                ScimHttp.admin().post("/Users", aUser().json()).expect(201).id();
        String group =
                ScimHttp.admin().post("/Groups", aGroup().json()).expect(201).id();
        helpdesk()
                .patch("/Users/" + user, aPatch().replace("nickName", "\"x\"").json())
                .expectError(403);
        helpdesk()
                .get(target("/Users", "filter", "emails.value eq \"a@example.org\""))
                .expectError(403);
        helpdesk().post("/Users", aUser().json()).expectError(403);
        helpdesk().delete("/Users/" + user).expectError(403);
        helpdesk().get("/Groups/" + group).expectError(403);
        ScimHttp.as(RealmUser.PERSON).get("/Users/" + user).expectError(403);
    }
}
