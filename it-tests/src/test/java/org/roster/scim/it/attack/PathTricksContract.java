package org.roster.scim.it.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.roster.scim.it.sample.BulkBuilder.aBulk;
import static org.roster.scim.it.sample.GroupBuilder.aGroup;
import static org.roster.scim.it.sample.PatchBuilder.aPatch;
import static org.roster.scim.it.sample.UserBuilder.aUser;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.roster.scim.it.http.ScimAnswer;
import org.roster.scim.it.server.RealmUser;

/**
 * Path tricks: however a path is spelled, nobody gets past authentication or authorization, nobody sees a file of the
 * application, and no header makes another request of it. Targets go over the wire as they are.
 */
interface PathTricksContract extends Attack {
    /** Spellings of a path to the users, after the context root; some lead there, some nowhere, some past it. */
    List<String> USERS = List.of(
            "/v2/Users",
            "/v2/Users/",
            "/v2//Users",
            "//v2/Users",
            "/v2/Users//",
            "/v2/Users;x=1",
            "/v2/Users;",
            "/v2;x=1/Users",
            "/v2/;/Users",
            "/v2/%55sers",
            "/v2/%2555sers",
            "/%76%32/Users",
            "/V2/Users",
            "/v2/./Users",
            "/v2/%2e/Users",
            "/v2/Schemas/../Users",
            "/v2/Schemas/..;/Users",
            "/v2/Schemas/..;x=1/Users",
            "/v2/Schemas/%2e%2e/Users",
            "/v2/Schemas/%2e%2e%2fUsers",
            "/v2/Schemas%2f..%2fUsers",
            "/v2/Schemas/..%5cUsers",
            "/v2/Schemas/..\\Users",
            "/v2/Schemas/%c0%ae%c0%ae/Users",
            "/v2/Schemas;/../Users",
            "/v2/ServiceProviderConfig;/Users",
            "/v2/ServiceProviderConfig/../Users",
            "/v2/ServiceProviderConfig/..;/Users",
            "/v2/ResourceTypes/.%2e/Users",
            "/v2/users",
            "/v2/USERS",
            "/v2/Users%00",
            "/v2/Users%20",
            "/v2/Users%09",
            "/v2/Users.json",
            "/v2/Users.",
            "/v2/Users%3Fcount=1",
            "/v2/Users%23",
            "/v2/Users?x=/v2/Schemas",
            "/v2/Users#/v2/Schemas",
            "/v2/Users%0d%0aX:%20y",
            "/Users",
            "/Users/",
            "//Users",
            "/Users;x=1",
            "/%55sers",
            "/./Users",
            "/Schemas/../Users",
            "/Schemas/..;/Users",
            "/Schemas/%2e%2e/Users",
            "/Schemas/..%2fUsers",
            "/x/../v2/Users",
            "/v2/../v2/Users",
            "/v3/../v2/Users",
            "");

    /** Spellings of a way to a file of the application, after the context root. */
    List<String> FILES = Stream.of(
                    "WEB-INF/web.xml", "META-INF/MANIFEST.MF", "WEB-INF/classes/META-INF/persistence.xml")
            .flatMap(file -> Stream.of(
                    "/" + file,
                    "//" + file,
                    "/" + file.toLowerCase(Locale.ROOT),
                    "/v2/../" + file,
                    "/v2/..;/" + file,
                    "/%2e%2e/" + file,
                    "/..;/" + file,
                    "/..;x=1/" + file,
                    "/..%2f" + file,
                    "/..%2f..%2f" + file,
                    "/%2e%2e%2f" + file,
                    "/%252e%252e/" + file,
                    "/%252e%252e%252f" + file.replace("/", "%252f"),
                    "/x/../../scim/" + file,
                    "/x/..;/..;/scim/" + file,
                    "/x/%2e%2e/%2e%2e/" + file,
                    "/..\\" + file,
                    "/..%5c" + file.replace("/", "%5c"),
                    "/%5c..%5c" + file,
                    "/.;/" + file,
                    "/;/" + file,
                    "/;x/../" + file,
                    "/%2f" + file,
                    "/" + file.replace("/", "%2f"),
                    "/" + file.replaceFirst("/", ";/"),
                    "/x;/../%2e%2e/" + file,
                    "/x%2f..%2f..%2f" + file,
                    "/x/..%2f..%2f" + file,
                    "/v2/..%2f" + file,
                    "/v2/Schemas/..%2f..%2f" + file,
                    "/v2/Schemas/..;/..;/" + file))
            .toList();

    @TestFactory
    default Stream<DynamicTest> path_tricks_do_not_get_past_authentication() {
        String name = created(aUser()).textAt("/userName");
        return USERS.stream()
                .map(path -> dynamicTest("GET " + path, () -> {
                    ScimAnswer answer = Raw.of("GET", root() + path).answer();
                    assertThat(answer.status()).as(answer.body()).isIn(301, 302, 400, 401, 404);
                    assertThat(answer.body()).doesNotContain(name, "ListResponse");
                    assertThat(answer.headerValues("Location")).allMatch(l -> l.endsWith(root() + "/"));
                }));
    }

    @TestFactory
    default Stream<DynamicTest> path_tricks_do_not_get_past_authorization() {
        String name = created(aUser()).textAt("/userName");
        return USERS.stream()
                .map(path -> dynamicTest("GET " + path, () -> {
                    ScimAnswer answer = Raw.of("GET", root() + path)
                            .with("Authorization", RealmUser.PERSON.basic())
                            .answer();
                    assertThat(answer.status()).as(answer.body()).isIn(301, 302, 400, 403, 404, 405);
                    assertThat(answer.body()).doesNotContain(name, "ListResponse");
                }));
    }

    @TestFactory
    default Stream<DynamicTest> path_tricks_show_no_file_of_the_application() {
        return FILES.stream()
                .map(path -> dynamicTest("GET " + path, () -> {
                    for (Raw request : List.of(
                            Raw.of("GET", root() + path),
                            Raw.of("GET", root() + path).byToken())) {
                        ScimAnswer answer = request.answer();
                        assertThat(answer.status()).as(answer.body()).isIn(301, 400, 401, 404);
                        assertThat(answer.body())
                                .doesNotContain("<web-app", "<persistence", "Manifest-Version", "filter-class");
                    }
                }));
    }

    /** Each of them would delete the user or show the list if it were believed. */
    @TestFactory
    default Stream<DynamicTest> path_tricks_by_headers_and_parameters_make_no_other_request() {
        ScimAnswer user = created(aUser());
        String own = root() + "/v2/Users/" + user.id();
        return Stream.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override", "_method")
                .flatMap(header -> Stream.of("GET", "POST")
                        .map(method -> dynamicTest(method + " with " + header, () -> {
                            Raw request = Raw.of(method, own + "?_method=DELETE&method=DELETE")
                                    .byToken()
                                    .with(header, "DELETE")
                                    .with("Content-Length", "0");
                            assertThat(request.answer().status()).isIn(200, 400, 405, 415);
                            assertThat(scim().get("/Users/" + user.id())
                                            .expect(200)
                                            .json())
                                    .isEqualTo(user.json());
                        })));
    }

    @TestFactory
    default Stream<DynamicTest> path_tricks_by_headers_lead_to_no_other_address() {
        return Stream.of(
                        "X-Original-URL", "X-Rewrite-URL", "X-Forwarded-Prefix", "X-Forwarded-Path", "Content-Location")
                .map(header -> dynamicTest(header, () -> {
                    ScimAnswer answer = Raw.of("GET", root() + "/v2/ServiceProviderConfig")
                            .with(header, root() + "/v2/Users")
                            .answer();
                    assertThat(answer.expect(200).textAt("/schemas/0")).endsWith(":ServiceProviderConfig");
                    Raw.of("GET", root() + "/v2/Users")
                            .with(header, root() + "/v2/ServiceProviderConfig")
                            .answer()
                            .expectError(401);
                }));
    }

    /** The paths of a bulk are no URLs: nothing in them is resolved. */
    @Test
    default void path_tricks_in_a_bulk_reach_no_other_resource() {
        ScimAnswer user = created(aUser());
        String group = created(aGroup().withMember(user.id())).id();
        List<String> tricks = List.of(
                "/Users/../Users/ID",
                "/Groups/../Users/ID",
                "/Users/./ID",
                "//Users/ID",
                "/Users//ID",
                "/Users/ID/",
                "/Users;x/ID",
                "/Users/ID;x=1",
                "/Users/%2e%2e/Users/ID",
                "/Users%2fID",
                "/Users/ID%00",
                "/users/ID",
                "/Users/ID?x",
                "/Users/ID#x",
                "http://evil.example/Users/ID",
                "/scim/v2/Users/ID",
                "/v2/Users/ID",
                "\\\\Users\\\\ID",
                "/Me",
                "/Bulk",
                "/.search",
                "/Users/.search",
                "/Schemas/x");
        for (String trick : tricks) {
            String path = trick.replace("ID", user.id());
            ScimAnswer answer = scim().post(
                            "/Bulk",
                            aBulk().delete(path)
                                    .patch(path, aPatch().replace("active", "false"))
                                    .json());
            assertThat(answer.status()).as("%s: %s", path, answer.body()).isIn(200, 400);
            if (answer.status() == 200) {
                assertThat(answer.json().getJsonArray("Operations").getValuesAs(JsonObject.class))
                        .as(path)
                        .allSatisfy(o -> assertThat(o.getString("status")).matches("400|404|405"));
            }
            assertThat(scim().get("/Users/" + user.id() + "?excludedAttributes=groups")
                            .expect(200)
                            .textAt("/meta/version"))
                    .as(path)
                    .isEqualTo(user.textAt("/meta/version"));
        }
        assertThat(scim().get("/Groups/" + group).json().getJsonArray("members"))
                .hasSize(1);
    }

    private static String root() {
        return Raw.address().getPath().replaceFirst("/v2$", "");
    }
}
