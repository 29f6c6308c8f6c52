package org.roster.scim.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.roster.scim.it.http.ScimHttp.target;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.roster.scim.it.http.ScimAnswer;
import org.roster.scim.it.http.ScimHttp;
import org.roster.scim.it.memory.MemoryServer;
import org.roster.scim.it.sample.Urns;

/**
 * What each decision on an ambiguity is in each mode, as the table "Choices" of {@code scim-war/README.md} has it. Each row is
 * a request on a user with a name, a title and a work e-mail, and its answers in the modes rfc, interop-profile and compat.
 */
class ModesTest {
    private static final String USER =
            "{\"schemas\": [\"" + Urns.USER + "\"], \"userName\": \"anna\", \"externalId\": \"a1\", "
                    + "\"title\": \"Clerk\", \"name\": {\"givenName\": \"Anna\", \"familyName\": \"Keller\"}, "
                    + "\"emails\": [{\"type\": \"work\", \"value\": \"anna@x.example\"}]}";

    private record Row(String choice, Request request, String rfc, String profile, String compat) {}

    /** A request that is made when the user is there. */
    interface Request {
        ScimAnswer on(ScimHttp scim, String user);
    }

    private static final List<Row> ROWS = List.of(
            row(
                    "A-01",
                    patch("add", "phoneNumbers[type eq \\\"mobile\\\"].value", "\"1\""),
                    "200",
                    "400 noTarget",
                    "200"),
            row(
                    "A-02",
                    patch("replace", "phoneNumbers[type eq \\\"mobile\\\"].value", "\"1\""),
                    "400 noTarget",
                    "400 noTarget",
                    "200"),
            row(
                    "A-03",
                    patch("remove", "emails", "[{\"value\": \"anna@x.example\"}]"),
                    "200",
                    "400 invalidSyntax",
                    "200"),
            row("A-05", (scim, user) -> scim.put("/Users/" + user, user("bert", "")), "200", "200", "200"),
            row("A-06 attribute", post(user("bert", ", \"shoeSize\": 43")), "201", "400 invalidSyntax", "201"),
            row(
                    "A-06 sub-attribute",
                    post(user("bert", ", \"name\": {\"maidenName\": \"X\"}")),
                    "201",
                    "400 invalidSyntax",
                    "201"),
            row(
                    "A-06 schema",
                    post(user("bert", "").replace(Urns.USER, Urns.USER + "\", \"urn:example:Other")),
                    "201",
                    "400 invalidSyntax",
                    "201"),
            row(
                    "form of a text",
                    post(user("bert", ", \"timezone\": \"Pacific Standard Time\"")),
                    "201",
                    "400 invalidValue",
                    "201"),
            row(
                    "form of a text in a PATCH",
                    patch("add", "addresses", "[{\"type\": \"work\", \"country\": \"Atlantis\"}]"),
                    "200",
                    "400 invalidValue",
                    "200"),
            row("A-07", filter("shoeSize eq 43"), "400 invalidFilter", "400 invalidFilter", "400 invalidFilter"),
            row("A-08", post(USER), "409 uniqueness", "409 uniqueness", "409 uniqueness"),
            row("A-09", (scim, user) -> scim.with("If-Match", "W/\"1\"").delete("/Users/" + user), "204", "204", "204"),
            row("A-10", filter("emails[type eq \"work\"].value eq \"anna@x.example\""), "200", "200", "200"),
            row("A-11", filter("externalId eq a1"), "400 invalidFilter", "400 invalidFilter", "200"),
            row(
                    "A-12 read-only",
                    patch("remove", "groups", null),
                    "400 mutability",
                    "400 mutability",
                    "400 mutability"),
            row("A-12 not there", patch("remove", "nickName", null), "200", "200", "200"),
            row(
                    "A-12 required",
                    patch("remove", "userName", null),
                    "400 mutability",
                    "400 mutability",
                    "400 mutability"),
            row("A-13", (scim, user) -> scim.with("If-Match", "W/\"7\"").delete("/Users/" + user), "412", "412", "412"),
            row(
                    "A-14",
                    post(user("bert", ", \"" + Urns.ENTERPRISE + "\": {\"division\": \"East\"}")),
                    "201",
                    "201",
                    "201"),
            row("A-15", (scim, user) -> scim.without("Authorization").get("/Schemas"), "200", "200", "200"),
            row(
                    "A-16",
                    (scim, user) -> scim.get("/Users/" + user + "?attributes=title&excludedAttributes=name"),
                    "400 invalidSyntax",
                    "400 invalidSyntax",
                    "400 invalidSyntax"),
            row(
                    "IP-5.2-01",
                    (scim, user) ->
                            scim.with("Content-Type", "application/json").post("/Users", user("bert", "")),
                    "201",
                    "415",
                    "201"),
            row("IP-5.5-02", patch("replace", null, "{\"title\": \"Boss\"}"), "200", "400 invalidSyntax", "200"),
            row(
                    "IP-5.5-05",
                    patch("replace", "emails[type eq \\\"work\\\"]", "{\"value\": \"b@x.example\"}"),
                    "200",
                    "400 invalidPath",
                    "200"));

    @TestFactory
    Stream<DynamicNode> each_choice_is_what_the_mode_says() {
        return ROWS.stream()
                .map(row -> dynamicContainer(
                        row.choice(),
                        Stream.of(
                                dynamicTest("rfc", () -> check("rfc", row.request(), row.rfc())),
                                dynamicTest(
                                        "interop-profile",
                                        () -> check("interop-profile", row.request(), row.profile())),
                                dynamicTest("compat", () -> check("compat", row.request(), row.compat())))));
    }

    private static void check(String mode, Request request, String wanted) {
        in(Map.of("roster.mode", mode), scim -> {
            ScimAnswer answer = request.on(scim, anna(scim));
            String scimType = answer.status() < 400 ? "" : " " + answer.textAt("/scimType");
            assertThat((answer.status() + scimType).strip()).as(answer.body()).isEqualTo(wanted);
        });
    }

    @Test
    @Tag("A-04")
    @Tag("IP-5.5-04")
    void a_replace_of_a_complex_attribute_keeps_what_it_does_not_name_but_in_the_profile() {
        Request request = patch("replace", "name", "{\"familyName\": \"Brandt\"}");
        for (String mode : List.of("rfc", "compat", "interop-profile")) {
            in(
                    Map.of("roster.mode", mode),
                    scim -> assertThat(request.on(scim, anna(scim))
                                    .expect(200)
                                    .json()
                                    .getJsonObject("name")
                                    .keySet())
                            .as(mode)
                            .hasSize(mode.equals("interop-profile") ? 1 : 2)
                            .contains("familyName"));
        }
    }

    @Test
    @Tag("A-05")
    void a_put_clears_what_it_leaves_out() {
        in(Map.of(), scim -> {
            ScimAnswer put = scim.put("/Users/" + anna(scim), user("anna", "")).expect(200);
            assertThat(put.json()).doesNotContainKeys("title", "name", "emails", "externalId");
        });
    }

    @Test
    void the_mode_may_follow_the_program() {
        Request request = patch("replace", "phoneNumbers[type eq \\\"mobile\\\"].value", "\"1\"");
        in(Map.of("roster.agents", "Strict=interop-profile,Old Sync=compat"), scim -> {
            String user = anna(scim);
            assertThat(request.on(scim, user).status()).isEqualTo(400);
            assertThat(request.on(scim.with("User-Agent", "old sync 3"), user).status())
                    .isEqualTo(200);
            scim.with("User-Agent", "Strict/1")
                    .post("/Users", user("bert", ", \"shoeSize\": 43"))
                    .expectError(400, "invalidSyntax");
        });
    }

    @Test
    @Tag("V-ENTRA-09")
    void entra_is_known_by_its_verbs_and_by_its_flag() {
        String body = "{\"schemas\": [\"" + Urns.PATCH_OP + "\"], \"Operations\": "
                + "[{\"op\": \"replace\", \"path\": \"phoneNumbers[type eq \\\"fax\\\"].value\", \"value\": \"1\"}]}";
        in(Map.of(), scim -> {
            String path = "/Users/" + anna(scim);
            assertThat(scim.patch(path, body).status()).isEqualTo(400);
            assertThat(scim.patch(path + "?aadOptscim062020", body).status()).isEqualTo(200);
            assertThat(scim.patch(path, body.replace("fax", "pager").replace("\"replace\"", "\"Replace\""))
                            .status())
                    .isEqualTo(200);
        });
        in(
                Map.of("roster.clients", "bootstrap-token=rfc"),
                scim -> assertThat(scim.patch("/Users/" + anna(scim) + "?aadOptscim062020", body)
                                .status())
                        .isEqualTo(400));
    }

    private static void in(Map<String, String> settings, Consumer<ScimHttp> test) {
        MemoryServer server = MemoryServer.start(settings).asCurrent();
        try {
            test.accept(ScimHttp.admin());
        } finally {
            server.close();
        }
    }

    private static String anna(ScimHttp scim) {
        return scim.post("/Users", USER).expect(201).id();
    }

    private static Row row(String choice, Request request, String rfc, String profile, String compat) {
        return new Row(choice, request, rfc, profile, compat);
    }

    private static Request post(String body) {
        return (scim, user) -> scim.post("/Users", body);
    }

    private static Request filter(String filter) {
        return (scim, user) -> scim.get(target("/Users", "filter", filter));
    }

    private static Request patch(String op, String path, String value) {
        String body = "{\"schemas\": [\"" + Urns.PATCH_OP + "\"], \"Operations\": [{\"op\": \"" + op + "\""
                + (path == null ? "" : ", \"path\": \"" + path + "\"") + (value == null ? "" : ", \"value\": " + value)
                + "}]}";
        return (scim, user) -> scim.patch("/Users/" + user, body);
    }

    private static String user(String userName, String more) {
        return "{\"schemas\": [\"" + Urns.USER + "\"], \"userName\": \"" + userName + "\"" + more + "}";
    }
}
