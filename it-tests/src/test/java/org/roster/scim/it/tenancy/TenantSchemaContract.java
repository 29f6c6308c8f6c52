package org.roster.scim.it.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.it.http.ScimHttp.target;
import static org.roster.scim.it.sample.BulkBuilder.aBulk;
import static org.roster.scim.it.sample.PatchBuilder.aPatch;
import static org.roster.scim.it.sample.UserBuilder.aUser;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.scim.it.http.ScimAnswer;
import org.roster.scim.it.http.ScimHttp;
import org.roster.scim.it.sample.UserBuilder;
import org.roster.scim.it.server.RealmUser;

/** What the schemas of one tenant are to it, and that to another they are as if there were none. */
interface TenantSchemaContract {

    String BADGE = "urn:example:Badge";
    String USER = "urn:ietf:params:scim:schemas:core:2.0:User";
    String GADGET = "{\"schemas\":[\"urn:example:Gadget\"],\"label\":\"lamp\"}";

    private static ScimHttp neighbour() {
        return ScimHttp.as(RealmUser.IDP);
    }

    private static ScimHttp other() {
        return ScimHttp.admin();
    }

    private static UserBuilder withBadge(String number) {
        JsonObject badge = Json.createObjectBuilder()
                .add("number", number)
                .add(
                        "doors",
                        Json.createArrayBuilder().add(Json.createObjectBuilder().add("value", "north")))
                .build();
        return aUser().with(BADGE, badge);
    }

    private static String number() {
        return "b-" + UUID.randomUUID();
    }

    @Test
    default void attributes_of_a_tenant_are_stored_found_sorted_kept_unique_and_patched() {
        String number = number();
        String user =
                neighbour().post("/Users", withBadge(number).json()).expect(201).id();
        assertThat(neighbour().get("/Users/" + user).expect(200).textAt("/" + BADGE + "/number"))
                .isEqualTo(number);
        String filter = BADGE + ":number eq \"" + number + "\"";
        assertThat(neighbour()
                        .get(target("/Users", "filter", filter))
                        .expect(200)
                        .resources())
                .hasSize(1);
        assertThat(neighbour().get(target("", "filter", filter)).expect(200).resources())
                .hasSize(1);
        neighbour().get(target("/Users", "sortBy", BADGE + ":number")).expect(200);
        neighbour().post("/Users", withBadge(number).json()).expectError(409, "uniqueness");
        String moved = number();
        neighbour()
                .patch(
                        "/Users/" + user,
                        aPatch().replace(BADGE + ":number", "\"" + moved + "\"").json())
                .expect(200);
        neighbour()
                .patch(
                        "/Users/" + user,
                        aPatch().remove(BADGE + ":doors[value eq \"north\"]").json())
                .expect(200);
        ScimAnswer after = neighbour().get("/Users/" + user).expect(200);
        assertThat(after.textAt("/" + BADGE + "/number")).isEqualTo(moved);
        assertThat(after.at("/" + BADGE + "/doors")).isEmpty();
        neighbour().delete("/Users/" + user).expect(204);
    }

    @Test
    default void a_resource_type_of_a_tenant_has_its_endpoint() {
        String gadget = neighbour().post("/Gadgets", GADGET).expect(201).id();
        ScimAnswer read = neighbour().get("/Gadgets/" + gadget).expect(200);
        assertThat(read.textAt("/meta/location")).endsWith("/Gadgets/" + gadget);
        assertThat(neighbour()
                        .get(target("", "filter", "label eq \"lamp\""))
                        .expect(200)
                        .resources())
                .isNotEmpty();
        ScimAnswer bulk = neighbour()
                .post("/Bulk", aBulk().delete("/Gadgets/" + gadget).json())
                .expect(200);
        assertThat(bulk.textAt("/Operations/0/status")).isEqualTo("204");
    }

    @Test
    default void discovery_shows_a_tenant_its_own_and_nobody_else_any_of_it() {
        assertThat(ids(neighbour(), "/Schemas", "id"))
                .contains(BADGE, "urn:example:Gadget", USER)
                .doesNotContain("urn:example:Desk");
        assertThat(ids(other(), "/Schemas", "id"))
                .contains("urn:example:Desk", USER)
                .doesNotContain(BADGE);
        assertThat(ids(ScimHttp.anonymous(), "/Schemas", "id"))
                .contains(USER)
                .doesNotContain(BADGE, "urn:example:Gadget", "urn:example:Desk");
        assertThat(ids(neighbour(), "/ResourceTypes", "name")).contains("User", "Gadget");
        neighbour().get("/Schemas/" + BADGE).expect(200);
        neighbour().get("/ResourceTypes/Gadget").expect(200);
        assertThat(neighbour().get("/ResourceTypes/User").expect(200).body()).contains(BADGE);
        for (ScimHttp client : List.of(other(), ScimHttp.anonymous())) {
            assertThat(ids(client, "/ResourceTypes", "name")).contains("User").doesNotContain("Gadget");
            assertThat(client.get("/ResourceTypes/User").expect(200).body()).doesNotContain(BADGE);
            sameAsUnknown(BADGE, "urn:example:Bxdge", name -> "/Schemas/" + name, client);
            sameAsUnknown("Gadget", "Gxdget", name -> "/ResourceTypes/" + name, client);
        }
    }

    private static List<String> ids(ScimHttp client, String path, String member) {
        return client.get(path).expect(200).resources().stream()
                .map(resource -> resource.getString(member))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/Users?filter=%s:number+pr",
                "/Users?filter=%s:doors%%5Bvalue+eq+%%22x%%22%%5D",
                "/Users?sortBy=%s:number",
                "/Users?attributes=%s:number&count=0",
                "/?filter=%s:number+pr",
                "/?sortBy=%s:number&count=0",
                "/Users/unknown?attributes=%s"
            })
    default void a_query_that_names_a_foreign_attribute_is_like_one_that_names_none(String target) {
        sameAsUnknown(
                BADGE, "urn:example:Bxdge", name -> target.replace("%s", name).replace("%%", "%"), other());
    }

    @Test
    default void a_search_that_names_a_foreign_attribute_is_like_one_that_names_none() {
        String search =
                "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:SearchRequest\"],\"filter\":\"%s:number pr\"}";
        for (String path : List.of("/Users/.search", "/.search")) {
            same(
                    other().post(path, search.replace("%s", BADGE)),
                    other().post(path, search.replace("%s", "urn:example:Bxdge")));
            other().post(path, search.replace("%s", BADGE)).expectError(400, "invalidFilter");
        }
    }

    @Test
    default void a_body_with_a_foreign_extension_is_like_one_with_an_unknown_one() {
        UserBuilder body = withBadge(number());
        ScimAnswer made = other().post("/Users", body.json()).expect(201);
        assertThat(made.body()).doesNotContain("Badge");
        ScimAnswer put = other().put("/Users/" + made.id(), body.json()).expect(200);
        assertThat(put.body()).doesNotContain("Badge");
        other().delete("/Users/" + made.id()).expect(204);
    }

    @Test
    default void a_patch_of_a_foreign_attribute_is_like_one_of_an_unknown_one_alone_and_in_a_bulk() {
        String user = other().post("/Users", aUser().json()).expect(201).id();
        for (String path : List.of(":number", ":doors[value eq \"x\"].value", "")) {
            String foreign = aPatch().replace(BADGE + path, path.isEmpty() ? "{\"number\":\"1\"}" : "\"1\"")
                    .json();
            String unknown = foreign.replace("Badge", "Bxdge");
            same(other().patch("/Users/" + user, foreign), other().patch("/Users/" + user, unknown));
            other().patch("/Users/" + user, foreign).expectError(400, "invalidPath");
            ScimAnswer bulk = other().post("/Bulk", bulkPatch(user, foreign)).expect(200);
            same(bulk, other().post("/Bulk", bulkPatch(user, unknown)).expect(200));
            assertThat(bulk.textAt("/Operations/0/status")).isEqualTo("400");
        }
        String keys =
                "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[{\"op\":\"add\","
                        + "\"value\":{\"" + BADGE + "\":{\"number\":\"1\"}}}]}";
        ScimAnswer ignored = other().patch("/Users/" + user, keys);
        same(ignored, other().patch("/Users/" + user, keys.replace("Badge", "Bxdge")));
        assertThat(other().get("/Users/" + user).expect(200).body()).doesNotContain("Badge");
    }

    private static String bulkPatch(String user, String patch) {
        return "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:BulkRequest\"],\"Operations\":[{\"method\":\"PATCH\","
                + "\"path\":\"/Users/" + user + "\",\"data\":" + patch + "}]}";
    }

    @Test
    default void an_endpoint_of_a_foreign_resource_type_is_like_one_that_there_is_not() {
        String id = neighbour().post("/Gadgets", GADGET).expect(201).id();
        String patch = aPatch().replace("label", "\"x\"").json();
        String search = "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:SearchRequest\"]}";
        for (String path : List.of("/Gadgets", "/Gadgets/" + id)) {
            sameAsUnknown("Gadgets", "Gxdgets", name -> path.replace("Gadgets", name), other());
        }
        sameAsUnknown(() -> other().post("/Gadgets", GADGET), () -> other().post("/Gxdgets", GADGET));
        sameAsUnknown(() -> other().post("/Gadgets/.search", search), () -> other().post("/Gxdgets/.search", search));
        sameAsUnknown(() -> other().put("/Gadgets/" + id, GADGET), () -> other().put("/Gxdgets/" + id, GADGET));
        sameAsUnknown(() -> other().patch("/Gadgets/" + id, patch), () -> other().patch("/Gxdgets/" + id, patch));
        sameAsUnknown(() -> other().delete("/Gadgets/" + id), () -> other().delete("/Gxdgets/" + id));
        String bulk = aBulk().delete("/Gadgets/" + id).json();
        ScimAnswer answer = other().post("/Bulk", bulk).expect(200);
        same(answer, other().post("/Bulk", bulk.replace("Gadgets", "Gxdgets")).expect(200));
        assertThat(answer.textAt("/Operations/0/status")).isEqualTo("404");
        neighbour().get("/Gadgets/" + id).expect(200);
    }

    private static void sameAsUnknown(Supplier<ScimAnswer> foreign, Supplier<ScimAnswer> unknown) {
        same(foreign.get().expectError(404), unknown.get());
    }

    private static void sameAsUnknown(String foreign, String unknown, UnaryOperator<String> path, ScimHttp client) {
        same(client.get(path.apply(foreign)), client.get(path.apply(unknown)));
    }

    private static void same(ScimAnswer foreign, ScimAnswer unknown) {
        assertThat(foreign.status()).as(foreign.request()).isEqualTo(unknown.status());
        assertThat(plain(foreign)).as(foreign.request()).isEqualTo(plain(unknown));
    }

    private static String plain(ScimAnswer answer) {
        return answer.body()
                .replace("Bxdge", "Badge")
                .replace("Gxdget", "Gadget")
                .replaceAll("\"lastModified\":\"[^\"]*\"", "TIME")
                .replaceAll("[0-9]+/\\\\\"|W/\\\\\"[0-9]+\\\\\"", "VERSION");
    }
}
