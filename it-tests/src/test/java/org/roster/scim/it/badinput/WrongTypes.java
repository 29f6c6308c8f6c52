package org.roster.scim.it.badinput;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.util.List;
import java.util.stream.Stream;
import org.roster.scim.it.http.ScimAnswer;
import org.roster.scim.it.http.ScimHttp;
import org.roster.scim.it.recording.Names;
import org.roster.scim.it.sample.Urns;

/**
 * A member of a message, which is given values of every type, right or wrong. Which of them is refused is said elsewhere; here
 * none may be the fault of the service.
 */
record WrongTypes(String method, String path, String before, String after) {
    private static final List<String> VALUES = List.of(
            "5",
            "-1.5e3",
            "true",
            "null",
            "\"x\"",
            "{}",
            "{\"value\":[]}",
            "[]",
            "[[[]]]",
            "[5]",
            "[null,\"x\",{}]",
            "[{\"value\":{\"value\":5}}]");

    private static final List<String> ATTRIBUTES = List.of(
            "id",
            "meta",
            "externalId",
            "userName",
            "name",
            "displayName",
            "nickName",
            "profileUrl",
            "preferredLanguage",
            "locale",
            "timezone",
            "active",
            "password",
            "emails",
            "phoneNumbers",
            "ims",
            "photos",
            "addresses",
            "groups",
            "entitlements",
            "roles",
            "x509Certificates",
            "members",
            Urns.ENTERPRISE);

    static Stream<WrongTypes> all() {
        return Stream.of(attributes(), parts(), patches(), bulks(), searches()).flatMap(rows -> rows);
    }

    private static Stream<WrongTypes> attributes() {
        String user = begin(Urns.USER) + "\"title\":\"x\",\"";
        String group = begin(Urns.GROUP) + "\"";
        return ATTRIBUTES.stream()
                .flatMap(name -> Stream.concat(
                        values("POST", "/Users", user + name + "\":", name.equals("userName") ? "}" : userName()),
                        values("POST", "/Groups", group + name + "\":", "}")));
    }

    private static String userName() {
        return ",\"userName\":\"wrong-types@roster.example\"}";
    }

    /** Sub-attributes. */
    private static Stream<WrongTypes> parts() {
        String user = begin(Urns.USER);
        return Stream.of(
                        user + "\"name\":{\"familyName\":|}",
                        user + "\"emails\":[{\"value\":|}]",
                        user + "\"emails\":[{\"value\":\"a@x.org\",\"type\":|}]",
                        user + "\"emails\":[{\"value\":\"a@x.org\",\"primary\":|}]",
                        user + "\"addresses\":[{\"country\":|}]",
                        user + "\"" + Urns.ENTERPRISE + "\":{\"department\":|}",
                        user + "\"" + Urns.ENTERPRISE + "\":{\"manager\":|}",
                        user + "\"" + Urns.ENTERPRISE + "\":{\"manager\":{\"value\":|}}")
                .flatMap(body -> values(
                        "POST",
                        "/Users",
                        body.substring(0, body.indexOf('|')),
                        body.substring(body.indexOf('|') + 1) + userName()));
    }

    private static Stream<WrongTypes> patches() {
        String start = begin(Urns.PATCH_OP) + "\"Operations\":[{";
        return Stream.of(
                        values("PATCH", "/Users/{{userId}}", "{\"schemas\":", ",\"Operations\":[{\"op\":\"add\"}]}"),
                        values("PATCH", "/Users/{{userId}}", begin(Urns.PATCH_OP) + "\"Operations\":", "}"),
                        values("PATCH", "/Users/{{userId}}", begin(Urns.PATCH_OP) + "\"Operations\":[", "]}"),
                        values(
                                "PATCH",
                                "/Users/{{userId}}",
                                start + "\"op\":",
                                ",\"path\":\"title\",\"value\":\"x\"}]}"),
                        values("PATCH", "/Users/{{userId}}", start + "\"op\":\"add\",\"path\":", ",\"value\":\"x\"}]}"),
                        values("PATCH", "/Users/{{userId}}", start + "\"op\":\"replace\",\"value\":", "}]}"),
                        values(
                                "PATCH",
                                "/Groups/{{groupId}}",
                                start + "\"op\":\"remove\",\"path\":\"members\",\"value\":",
                                "}]}"),
                        Stream.concat(
                                        ATTRIBUTES.stream(),
                                        Stream.of("emails.value", "emails[type eq \\\"work\\\"]", "name.givenName"))
                                .flatMap(name -> Stream.of("add", "replace", "remove")
                                        .flatMap(op -> values(
                                                "PATCH",
                                                "/Users/{{userId}}",
                                                start + "\"op\":\"" + op + "\",\"path\":\"" + name + "\",\"value\":",
                                                "}]}"))))
                .flatMap(rows -> rows);
    }

    private static Stream<WrongTypes> bulks() {
        String start = begin(Urns.BULK_REQUEST) + "\"Operations\":[{\"path\":\"/Users/none\",";
        return Stream.of(
                        values("POST", "/Bulk", "{\"schemas\":", ",\"Operations\":[{}]}"),
                        values("POST", "/Bulk", begin(Urns.BULK_REQUEST) + "\"Operations\":", "}"),
                        values("POST", "/Bulk", begin(Urns.BULK_REQUEST) + "\"Operations\":[", "]}"),
                        values(
                                "POST",
                                "/Bulk",
                                begin(Urns.BULK_REQUEST) + "\"Operations\":[{}],\"failOnErrors\":",
                                "}"),
                        values("POST", "/Bulk", start + "\"method\":", "}]}"),
                        values("POST", "/Bulk", start + "\"method\":\"PUT\",\"bulkId\":", "}]}"),
                        values("POST", "/Bulk", start + "\"method\":\"PUT\",\"version\":", ",\"data\":{}}]}"),
                        values("POST", "/Bulk", start + "\"method\":\"PATCH\",\"data\":", "}]}"))
                .flatMap(rows -> rows);
    }

    private static Stream<WrongTypes> searches() {
        String schema = "urn:ietf:params:scim:api:messages:2.0:SearchRequest";
        return Stream.of(
                        "filter",
                        "sortBy",
                        "sortOrder",
                        "startIndex",
                        "count",
                        "cursor",
                        "attributes",
                        "excludedAttributes")
                .flatMap(name -> Stream.of("/.search", "/Users/.search")
                        .flatMap(path -> values("POST", path, begin(schema) + "\"" + name + "\":", "}")));
    }

    private static String begin(String schema) {
        return "{\"schemas\":[\"" + schema + "\"],";
    }

    private static Stream<WrongTypes> values(String method, String path, String before, String after) {
        return Stream.of(new WrongTypes(method, path, before, after));
    }

    String title() {
        return method + " " + path + " " + before.substring(before.indexOf(']') + 1);
    }

    /** Sends all values, for a version that there never was, so that no PATCH changes anything; what was created is deleted. */
    void mustNotBeTheFaultOfTheService(Names names) {
        VALUES.forEach(value -> send(value, names));
    }

    private void send(String value, Names names) {
        ScimHttp scim = ScimHttp.admin();
        ScimHttp client = method.equals("PATCH") ? scim.with("If-Match", "W/\"no-such-version\"") : scim;
        ScimAnswer answer = client.send(method, names.fill(path), (before + value + after).getBytes(UTF_8));
        if (answer.status() < 400) {
            assertThat(answer.status()).isIn(200, 201);
            if (answer.status() == 201) {
                scim.delete(path + "/" + answer.id()).expect(204);
            }
            bulkResults(answer);
            return;
        }
        assertThat(answer.status()).as(answer.body()).isIn(400, 403, 404, 412);
        answer.expectError(answer.status());
    }

    private void bulkResults(ScimAnswer answer) {
        if (path.equals("/Bulk")) {
            answer.json()
                    .getJsonArray("Operations")
                    .forEach(result -> assertThat(result.asJsonObject().get("status"))
                            .as(answer.body())
                            .isIn(Json.createValue("400"), Json.createValue("404")));
        }
    }
}
