package org.roster.scim.it.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.roster.scim.it.sample.UserBuilder.aUser;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.roster.scim.it.http.ScimAnswer;
import org.roster.scim.it.sample.Urns;
import org.roster.scim.it.sample.UserBuilder;

/**
 * Mass assignment: what a client may not set stays as the service sets it, whatever the body says and however it spells it.
 * {@link RowDiffContract} looks behind it.
 */
interface MassAssignmentContract extends Attack {

    @TestFactory
    default Stream<DynamicTest> mass_assignment_by_post() {
        return Stream.concat(Smuggled.ignored(), Smuggled.ids())
                .map(smuggled -> dynamicTest(smuggled.title(), () -> {
                    UserBuilder body = aUser().with("title", "Clerk");
                    ScimAnswer answer =
                            scim().post("/Users", with(body, smuggled)).expect(201);
                    assertPlain(answer, body);
                    scim().delete("/Users/" + answer.id()).expect(204);
                }));
    }

    @TestFactory
    default Stream<DynamicTest> mass_assignment_by_put() {
        UserBuilder body = aUser().with("title", "Clerk");
        String id = created(body).id();
        return Smuggled.ignored()
                .map(smuggled -> dynamicTest(smuggled.title(), () -> {
                    ScimAnswer answer =
                            scim().put("/Users/" + id, with(body, smuggled)).expect(200);
                    assertThat(answer.id()).isEqualTo(id);
                    assertPlain(answer, body);
                }));
    }

    @TestFactory
    default Stream<DynamicTest> mass_assignment_by_patch() {
        UserBuilder body = aUser().with("title", "Clerk");
        String id = created(body).id();
        JsonObject before = scim().get("/Users/" + id).json();
        return Stream.concat(Smuggled.ignored(), Smuggled.ids())
                .flatMap(smuggled -> Stream.of("add", "replace")
                        .map(op -> dynamicTest(op + " " + smuggled.title(), () -> {
                            String operation = "{\"op\":\"" + op + "\",\"value\":{" + smuggled.members() + "}}";
                            ScimAnswer answer = scim().patch("/Users/" + id, patch(operation));
                            assertThat(answer.status()).as(answer.body()).isIn(200, 400);
                            assertThat(scim().get("/Users/" + id).json()).isEqualTo(before);
                        })));
    }

    @Test
    default void mass_assignment_by_a_name_that_appears_twice() {
        UserBuilder body = aUser();
        String id = created(body).id();
        JsonObject before = scim().get("/Users/" + id).json();
        for (String second : List.of("userName", "USERNAME", "schemas", "Schemas")) {
            String twice = body.json().replaceFirst("\\{", "{\"" + second + "\":\"idp\",");
            scim().post("/Users", twice).expectError(400, "invalidSyntax");
            scim().put("/Users/" + id, twice).expectError(400, "invalidSyntax");
        }
        assertThat(scim().get("/Users/" + id).json()).isEqualTo(before);
    }

    static String with(UserBuilder body, Smuggled smuggled) {
        return body.json().replaceFirst("}$", "," + Matcher.quoteReplacement(smuggled.members()) + "}");
    }

    static String patch(String operation) {
        return "{\"schemas\":[\"" + Urns.PATCH_OP + "\"],\"Operations\":[" + operation + "]}";
    }

    /** What was asked for, what the service adds, and nothing else. */
    private void assertPlain(ScimAnswer answer, UserBuilder body) {
        JsonObject asked = Json.createReader(new StringReader(body.json())).readObject();
        JsonObject got = scim().get("/Users/" + answer.id()).expect(200).json();
        assertThat(got).isEqualTo(answer.json());
        JsonObjectBuilder rest = Json.createObjectBuilder(got).remove("id").remove("meta");
        assertThat(rest.build()).isEqualTo(asked);
        JsonObject meta = got.getJsonObject("meta");
        assertThat(meta.getString("resourceType")).isEqualTo("User");
        assertThat(meta.getString("created")).doesNotStartWith("1999");
        assertThat(meta.getString("lastModified")).doesNotStartWith("1999");
        assertThat(meta.getString("version")).doesNotContain("99\"");
        assertThat(meta.getString("location")).isEqualTo(scim().baseUrl() + "/Users/" + answer.id());
        assertThat(answer.id()).doesNotEndWith("beef");
    }
}
