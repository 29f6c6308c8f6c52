package org.roster.scim.it.badinput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.it.badinput.BadRequest.bad;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.roster.scim.it.http.ScimAnswer;
import org.roster.scim.it.http.ScimHttp;
import org.roster.scim.it.sample.Urns;

/** Bulk requests that are refused as a whole (RFC 7644 §3.7), and operations that are refused one by one. */
final class BadBulks {
    private static final String DELETE = "{\"method\":\"DELETE\",\"path\":\"/Users/nobody\"}";

    private BadBulks() {}

    static Stream<BadRequest> all() {
        return Stream.of(messages(), limits()).flatMap(rows -> rows);
    }

    private static Stream<BadRequest> messages() {
        return Stream.of(
                bulk("no schemas", "{\"Operations\":[" + DELETE + "]}").saying("schemas", "BulkRequest"),
                bulk(
                                "the schemas of a PATCH",
                                "{\"schemas\":[\"" + Urns.PATCH_OP + "\"],\"Operations\":[" + DELETE + "]}")
                        .saying("schemas", "BulkRequest"),
                bulk("no Operations", "{\"schemas\":[\"" + Urns.BULK_REQUEST + "\"]}")
                        .saying("Operations"),
                bulk("Operations that are empty", message("")).saying("Operations"),
                bulk("Operations that are an object", message("").replace("[]", "{}"))
                        .saying("Operations"),
                bulk(
                                "failOnErrors that is a text",
                                message(DELETE).replace("{\"schemas", "{\"failOnErrors\":\"1\",\"schemas"))
                        .is(400, "invalidValue")
                        .saying("failOnErrors"),
                bulk("failOnErrors 0", message(DELETE).replace("{\"schemas", "{\"failOnErrors\":0,\"schemas"))
                        .is(400, "invalidValue")
                        .saying("failOnErrors"),
                bulk("no JSON", "x").saying("JSON"),
                bulk("an array", "[]").saying("object"),
                bad("a GET of bulk").get("/Bulk").is(405).also(BadBulks::allowsPost),
                bad("a DELETE of bulk").delete("/Bulk").is(405).also(BadBulks::allowsPost),
                bad("a bulk as text")
                        .by(ScimHttp.admin().with("Content-Type", "text/plain"))
                        .post("/Bulk", message(DELETE))
                        .is(415));
    }

    private static Stream<BadRequest> limits() {
        return Stream.of(
                bulk("1,001 operations", message(times(1_001, DELETE))).is(413).saying("maxOperations \\(1000\\)"),
                bulk("10,000 operations", message(times(10_000, DELETE)))
                        .is(413)
                        .saying("maxOperations \\(1000\\)", "10000"),
                bulk("300,000 operations", message(times(300_000, "{}")))
                        .is(413)
                        .saying("maxOperations \\(1000\\)"),
                bulk("a body of more than 1 MiB", message("\"" + "x".repeat(1 << 20) + "\""))
                        .is(413)
                        .saying("maxPayloadSize \\(1048576\\)"),
                bulk("objects in objects", message("{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000)))
                        .saying("deep"));
    }

    /** Operations of which none can be carried out; each has an error of its own. */
    static Stream<String> operations() {
        return Stream.of(
                "17",
                "null",
                "[[[]]]",
                "{}",
                "{\"method\":\"GET\",\"path\":\"/Users/{{userId}}\"}",
                "{\"method\":{\"a\":1},\"path\":[],\"bulkId\":7,\"data\":\"x\",\"version\":false}",
                operation(
                        "POST",
                        "/Bulk",
                        "{\"schemas\":[\"" + Urns.BULK_REQUEST + "\"],\"Operations\":[" + DELETE + "]}"),
                operation("POST", "/Users/{{userId}}", "{}"),
                operation("POST", "/Users?attributes=id", "{}"),
                operation("POST", "/Users/../Groups", "{}"),
                operation("POST", "https://scim.example.com/v2/Users", "{}"),
                operation("POST", "/Schemas", "{}"),
                operation("POST", "/Userz", "{}"),
                operation("POST", "/Users", "{}"),
                operation("POST", "/Users", "{\"schemas\":{},\"userName\":[{}]}"),
                operation("PUT", "/Users", "{}"),
                operation("PUT", "/Users/{{userId}}/emails", "{}"),
                operation("PATCH", "/Users/{{userId}}", "[]"),
                operation("PATCH", "/Users/{{userId}}", "{\"Operations\":[{\"op\":\"remove\",\"path\":\"title\"}]}"),
                operation("PATCH", "/Users/%00", "{}"),
                operation("DELETE", "/Users/bulkId:nobody", "{}"),
                operation("DELETE", "/Users/%2e%2e", "{}"),
                operation("DELETE", "/Users/", "{}"),
                operation("DELETE", "/", "{}"));
    }

    /** Every operation failed by a SCIM error, and none of them without saying why. */
    static void mustAllBeRefused(ScimAnswer answer) {
        List<JsonObject> results =
                answer.expect(200).json().getJsonArray("Operations").getValuesAs(JsonObject.class);
        assertThat(results).hasSize((int) operations().count()).allSatisfy(result -> {
            assertThat(result.getString("status")).isIn("400", "404");
            JsonObject error = result.getJsonObject("response");
            assertThat(error.getString("detail"))
                    .isNotBlank()
                    .doesNotContainPattern("(org|java|jakarta|com)\\.[a-z]+\\.[A-Za-z.]+|Exception");
        });
    }

    static String message(String operations) {
        return "{\"schemas\":[\"" + Urns.BULK_REQUEST + "\"],\"Operations\":[" + operations + "]}";
    }

    private static String operation(String method, String path, String data) {
        return "{\"method\":\"" + method + "\",\"bulkId\":\""
                + UUID.randomUUID() + "\",\"path\":\"" + path + "\",\"data\":" + data
                + "}";
    }

    private static String times(int number, String operation) {
        return IntStream.range(0, number).mapToObj(i -> operation).collect(Collectors.joining(","));
    }

    private static BadRequest bulk(String title, String body) {
        return bad("a bulk with " + title).post("/Bulk", body).is(400, "invalidSyntax");
    }

    private static void allowsPost(ScimAnswer answer) {
        assertThat(String.join(",", answer.headerValues("Allow")))
                .contains("POST")
                .doesNotContain("GET", "PUT");
    }
}
