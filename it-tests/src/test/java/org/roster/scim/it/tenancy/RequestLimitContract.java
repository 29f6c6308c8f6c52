package org.roster.scim.it.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.it.http.ScimHttp.target;
import static org.roster.scim.it.sample.BulkBuilder.aBulk;
import static org.roster.scim.it.sample.PatchBuilder.aPatch;
import static org.roster.scim.it.sample.UserBuilder.aUser;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.scim.it.http.ScimAnswer;
import org.roster.scim.it.http.ScimHttp;
import org.roster.scim.it.sample.PatchBuilder;
import org.roster.scim.it.server.RealmUser;

/** How much a single request of a tenant may be, and that the other tenant may send the same. */
interface RequestLimitContract {

    String SEARCH = "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:SearchRequest\"],%s}";

    private static ScimHttp limited() {
        return ScimHttp.as(RealmUser.IDP);
    }

    private static ScimHttp free() {
        return ScimHttp.admin();
    }

    private static String someone(ScimHttp client) {
        return client.post("/Users", aUser().json()).expect(201).id();
    }

    @Test
    default void a_body_may_have_the_bytes_of_its_tenant() {
        String longer =
                aUser().with("nickName", "n".repeat(TenancySettings.BODY)).json();
        String patch = aPatch().replace("nickName", "\"" + "n".repeat(TenancySettings.BODY) + "\"")
                .json();
        String search = SEARCH.replace("%s", "\"unknown\":\"" + "n".repeat(TenancySettings.BODY) + "\"");
        String one = someone(limited());
        String other = someone(free());

        ScimAnswer refused = limited().post("/Users", longer).expectError(413);
        assertThat(refused.textAt("/detail")).startsWith("the body is longer than " + TenancySettings.BODY + " bytes");
        limited().put("/Users/" + one, longer).expectError(413);
        limited().patch("/Users/" + one, patch).expectError(413);
        limited().post("/Users/.search", search).expectError(413);
        limited().post("/.search", search).expectError(413);
        free().post(
                        "/Users",
                        aUser().with("nickName", "n".repeat(TenancySettings.BODY))
                                .json())
                .expect(201);
        free().put("/Users/" + other, longer).expect(200);
        free().patch("/Users/" + other, patch).expect(200);
        free().post("/Users/.search", search).expect(200);
        free().post("/.search", search).expect(200);
    }

    @Test
    default void a_body_may_be_as_deep_as_its_tenant_has_it() {
        String deep = "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"deep\",\"unknown\":"
                + "[".repeat(8) + "]".repeat(8) + "}";
        limited().post("/Users", deep).expectError(400, "invalidSyntax");
        free().delete("/Users/" + free().post("/Users", deep).expect(201).id()).expect(204);
        limited().post("/Users", deep.replace("[[", "[").replace("]]", "]")).expect(201);
        String bulk = aBulk().post("a", aUser().with("unknown", "DEEP"))
                .json()
                .replace("\"DEEP\"", "[".repeat(8) + "]".repeat(8));
        limited().post("/Bulk", bulk).expectError(400, "invalidSyntax");
        free().post("/Bulk", bulk).expect(200);
    }

    @Test
    default void a_page_has_the_size_of_its_tenant_wherever_a_query_is_asked() {
        IntStream.range(0, 6).forEach(i -> someone(limited()));
        IntStream.range(0, 6).forEach(i -> someone(free()));

        for (String path : List.of("/Users", "")) {
            assertThat(limited().get(path).expect(200).resources()).hasSize(3);
            assertThat(limited().get(path + "?count=100").expect(200).resources())
                    .hasSize(5);
            assertThat(limited()
                            .post(path + "/.search", SEARCH.replace("%s", "\"count\":100"))
                            .expect(200)
                            .resources())
                    .hasSize(5);
            assertThat(limited().get(path + "?cursor=").expect(200).resources()).hasSize(3);
            limited().get(path + "?cursor=&count=6").expectError(400, "invalidCount");
            assertThat(free().get(path + "?count=6").expect(200).resources()).hasSize(6);
            assertThat(free().get(path + "?cursor=&count=6").expect(200).resources())
                    .hasSize(6);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "title eq \"1\" or title eq \"2\" or title eq \"3\" or title eq \"4\"",
                "((((title eq \"1\"))))",
                "title eq \"1234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901\""
            })
    default void a_filter_may_be_what_its_tenant_has(String filter) {
        String search = SEARCH.replace("%s", "\"filter\":\"" + filter.replace("\"", "\\\"") + "\"");
        for (String path : List.of("/Users", "")) {
            limited().get(target(path, "filter", filter)).expectError(400, "invalidFilter");
            limited().post(path + "/.search", search).expectError(400, "invalidFilter");
            free().get(target(path, "filter", filter)).expect(200);
            free().post(path + "/.search", search).expect(200);
        }
        limited()
                .get(target("/Users", "filter", "title eq \"1\" or title eq \"2\" or title eq \"3\""))
                .expect(200);
    }

    @Test
    default void a_filter_in_a_path_counts_too_also_where_the_path_is_a_key() {
        String terms = "type eq \"1\" or type eq \"2\" or type eq \"3\" or type eq \"work\"";
        String inPath = aPatch().remove("emails[" + terms + "]").json();
        String asKey =
                "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[{\"op\":\"add\","
                        + "\"value\":{\"emails[" + terms.replace("\"", "\\\"") + "].display\":\"x\"}}]}";
        for (String patch : List.of(asKey, inPath)) {
            String one = limited()
                    .post("/Users", aUser().withEmail("work", "a@example.org").json())
                    .expect(201)
                    .id();
            String other = free().post(
                            "/Users", aUser().withEmail("work", "a@example.org").json())
                    .expect(201)
                    .id();
            limited().patch("/Users/" + one, patch).expectError(400, "invalidFilter");
            ScimAnswer bulk = limited().post("/Bulk", bulkPatch(one, patch)).expect(200);
            assertThat(bulk.textAt("/Operations/0/status")).isEqualTo("400");
            free().patch("/Users/" + other, patch).expect(200);
        }
    }

    @Test
    default void a_patch_may_have_the_operations_of_its_tenant() {
        PatchBuilder three =
                aPatch().replace("title", "\"1\"").replace("nickName", "\"2\"").replace("active", "true");
        String one = someone(limited());
        String other = someone(free());

        ScimAnswer refused = limited().patch("/Users/" + one, three.json()).expectError(413);
        assertThat(refused.textAt("/detail")).startsWith("the number of operations, 3, exceeds 2");
        ScimAnswer bulk = limited().post("/Bulk", bulkPatch(one, three.json())).expect(200);
        assertThat(bulk.textAt("/Operations/0/status")).isEqualTo("413");
        free().patch("/Users/" + other, three.json()).expect(200);
        assertThat(free().post("/Bulk", bulkPatch(other, three.json()))
                        .expect(200)
                        .textAt("/Operations/0/status"))
                .isEqualTo("200");
    }

    private static String bulkPatch(String user, String patch) {
        return "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:BulkRequest\"],\"Operations\":[{\"method\":\"PATCH\","
                + "\"path\":\"/Users/" + user + "\",\"data\":" + patch + "}]}";
    }

    @Test
    default void a_bulk_request_may_have_the_operations_and_bytes_of_its_tenant() {
        String three =
                aBulk().post("a", aUser()).post("b", aUser()).post("c", aUser()).json();
        String longer = aBulk().post("a", aUser().with("nickName", "n".repeat(TenancySettings.BULK_PAYLOAD)))
                .json();

        assertThat(limited().post("/Bulk", three).expectError(413).textAt("/detail"))
                .isEqualTo("the number of operations, 3, exceeds the maxOperations (2)");
        assertThat(limited().post("/Bulk", longer).expectError(413).textAt("/detail"))
                .isEqualTo("the size of the bulk request exceeds the maxPayloadSize (" + TenancySettings.BULK_PAYLOAD
                        + ")");
        free().post("/Bulk", three).expect(200);
        free().post("/Bulk", longer).expect(200);
    }

    @Test
    default void the_configuration_of_a_tenant_tells_its_limits_and_nobody_elses() {
        ScimAnswer own = limited().get("/ServiceProviderConfig").expect(200);
        assertThat(own.at("/filter/maxResults").orElseThrow()).hasToString("5");
        assertThat(own.at("/bulk/maxOperations").orElseThrow()).hasToString("2");
        assertThat(own.at("/bulk/maxPayloadSize").orElseThrow()).hasToString("" + TenancySettings.BULK_PAYLOAD);
        assertThat(own.at("/pagination/defaultPageSize").orElseThrow()).hasToString("3");
        assertThat(own.at("/pagination/maxPageSize").orElseThrow()).hasToString("5");
        for (ScimHttp client : List.of(free(), ScimHttp.anonymous())) {
            ScimAnswer other = client.get("/ServiceProviderConfig").expect(200);
            assertThat(other.at("/filter/maxResults").orElseThrow()).hasToString("1000");
            assertThat(other.at("/bulk/maxOperations").orElseThrow()).hasToString("1000");
            assertThat(other.at("/pagination/defaultPageSize").orElseThrow()).hasToString("100");
        }
    }
}
