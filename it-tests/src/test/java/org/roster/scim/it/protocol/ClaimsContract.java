package org.roster.scim.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.roster.scim.it.sample.BulkBuilder.aBulk;
import static org.roster.scim.it.sample.PatchBuilder.aPatch;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.roster.scim.it.http.ScimAnswer;
import org.roster.scim.it.http.ScimHttp;

/** What a service claims works, and what it does not claim is refused with 501 (RFC 7643 §5, RFC 7644 §3.12). */
interface ClaimsContract extends Wire {

    /** What the service says of itself. */
    Published published();

    /** A client that may do everything, and whose tests see every refusal. */
    ScimHttp plain();

    @TestFactory
    @Tag("S-5-04")
    default Stream<DynamicTest> what_is_claimed_is_done_and_the_rest_is_refused() {
        String endpoint = published().registry().resourceTypes().get(0).endpoint();
        String unknown = endpoint + "/unknown";
        String patch = aPatch().remove("externalId").json();
        Map<String, Supplier<Integer>> attempts = Map.of(
                "patch", () -> plain().patch(unknown, patch).status(),
                "filter", () -> plain().get(endpoint + "?filter=id%20pr").status(),
                "sort", () -> plain().get(endpoint + "?sortBy=meta.created").status(),
                "cursor", () -> plain().get(endpoint + "?cursor").status(),
                "bulk", () -> bulk(unknown),
                "etag",
                        () -> plain().with("If-Match", "W/\"1\"")
                                .patch(unknown, patch)
                                .status());
        return attempts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(attempt -> dynamicTest(attempt.getKey(), () -> {
                    int status = attempt.getValue().get();
                    if (published().claims(attempt.getKey())) {
                        assertThat(status).isIn(200, 204, 404, 412);
                    } else {
                        assertThat(status).isEqualTo(501);
                    }
                }));
    }

    /** The status of the one operation in it, or else its own. */
    private int bulk(String path) {
        ScimAnswer answer = plain().post("/Bulk", aBulk().delete(path).json());
        return answer.status() == 200 ? Integer.parseInt(answer.textAt("/Operations/0/status")) : answer.status();
    }

    @TestFactory
    @Tag("P-4-01")
    default Stream<DynamicTest> an_endpoint_is_there_if_its_type_is_published() {
        return Stream.of("/Users", "/Groups")
                .map(endpoint -> dynamicTest(endpoint, () -> {
                    ScimAnswer unknown = plain().get(endpoint + "/unknown").expectError(404);
                    ScimAnswer list = plain().get(endpoint + "?count=1");
                    if (published().has(endpoint)) {
                        assertThat(list.status()).isIn(200, 501);
                        assertThat(unknown.textAt("/detail")).contains("unknown");
                    } else {
                        list.expectError(404);
                    }
                }));
    }

    @TestFactory
    @Tag("P-2-01")
    default Stream<DynamicTest> nobody_gets_in_without_a_credential_or_with_a_wrong_one() {
        ScimHttp nobody = plain().without("Authorization");
        ScimHttp stranger = plain().with("Authorization", "Bearer no-token-of-this-service");
        return Stream.concat(
                        Stream.of("/"),
                        published().registry().resourceTypes().stream()
                                .flatMap(type -> Stream.of(type.endpoint(), type.endpoint() + "/unknown")))
                .map(path -> dynamicTest(
                        path,
                        () -> assertThat(Stream.of(
                                        nobody.get(path),
                                        stranger.get(path),
                                        nobody.post(path, "{}"),
                                        stranger.delete(path)))
                                .allSatisfy(
                                        answer -> assertThat(answer.expect(401).header("WWW-Authenticate"))
                                                .isPresent())));
    }

    @Test
    @Tag("S-6-01")
    @Tag("S-6-02")
    default void every_resource_type_and_each_of_its_schemas_has_an_address() {
        List<JsonObject> types = plain().get("/ResourceTypes").expect(200).resources();
        assertThat(types).isNotEmpty().allSatisfy(type -> {
            assertThat(plain().get("/ResourceTypes/" + type.getString("id"))
                            .expect(200)
                            .json())
                    .isEqualTo(type);
            plain().get("/Schemas/" + type.getString("schema")).expect(200);
            if (type.containsKey("schemaExtensions")) {
                type.getJsonArray("schemaExtensions")
                        .getValuesAs(JsonObject.class)
                        .forEach(e ->
                                plain().get("/Schemas/" + e.getString("schema")).expect(200));
            }
        });
    }
}
