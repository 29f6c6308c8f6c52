package org.roster.scim.it.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.roster.scim.it.http.ScimHttp.target;
import static org.roster.scim.it.sample.PatchBuilder.aPatch;
import static org.roster.scim.it.sample.UserBuilder.aUser;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.roster.scim.it.http.ScimAnswer;
import org.roster.scim.it.http.ScimHttp;
import org.roster.scim.it.sample.Urns;
import org.roster.scim.it.server.RealmUser;

/** Injection through filters and other texts of a query, and hidden attributes probed by them (RFC 7644 §7.5.2). */
interface FilterInjectionContract extends Attack {
    /** Texts that mean something to SQL, to LIKE, to JPQL, to LDAP, to a shell, or to a filter. */
    List<String> TEXTS = List.of(
            "%",
            "_",
            "\\",
            "\\%",
            "\\\\",
            "a%b",
            "a_b",
            "[a-z]",
            "*",
            "?",
            "'",
            "''",
            "' or '1'='1",
            "'; drop table scim_resource; --",
            "\"",
            "\" or userName pr or title eq \"",
            "$$",
            "${user}",
            ":tenant",
            ":1",
            "?1",
            "{escape '!'}",
            "*)(uid=*",
            "|",
            "&&",
            "\u0130",
            "\u02bc",
            "\u2019",
            "--",
            "/*",
            "#",
            ";",
            "\t",
            "(",
            ")");

    @Test
    default void injection_by_the_value_of_a_filter_finds_that_value_alone() {
        String mark = "m" + UUID.randomUUID();
        Map<String, String> users = new TreeMap<>();
        TEXTS.forEach(text -> users.put(
                text, created(aUser().with("title", mark + text + mark)).id()));
        String plain = created(aUser().with("title", mark + "x" + mark)).id();
        TEXTS.forEach(text -> {
            String whole = quoted(mark + text + mark);
            assertThat(found(scim(), "title eq " + whole)).as(text).containsExactly(users.get(text));
            assertThat(found(scim(), "title sw " + quoted(mark + text)))
                    .as("sw %s", text)
                    .containsExactlyInAnyOrderElementsOf(matching(users, own -> own.startsWith(text)));
            assertThat(found(scim(), "title ew " + quoted(text + mark)))
                    .as("ew %s", text)
                    .containsExactlyInAnyOrderElementsOf(matching(users, own -> own.endsWith(text)));
            assertThat(found(scim(), "title co " + quoted(text) + " and title sw " + quoted(mark)))
                    .as("co %s", text)
                    .contains(users.get(text))
                    .doesNotContain(plain);
        });
    }

    @TestFactory
    default Stream<DynamicTest> injection_by_any_other_text_of_a_query_is_refused_or_means_nothing() {
        List<String> parts = List.of(
                "userName'--",
                "userName; drop table scim_resource",
                "(select 1)",
                "userName or 1=1",
                "1;",
                "*",
                "u.document");
        return Stream.of(
                        "filter",
                        "sortBy",
                        "sortOrder",
                        "startIndex",
                        "count",
                        "cursor",
                        "attributes",
                        "excludedAttributes")
                .flatMap(parameter -> parts.stream()
                        .map(text -> dynamicTest(parameter + "=" + text, () -> {
                            String name = "nobody-" + UUID.randomUUID();
                            String value = parameter.equals("filter") ? text + " eq \"x\"" : text;
                            ScimAnswer answer = parameter.equals("filter")
                                    ? scim().get(target("/Users", "filter", value))
                                    : scim().get(target(
                                            "/Users", "filter", "userName eq \"" + name + "\"", parameter, value));
                            assertThat(answer.status()).as(answer.body()).isIn(200, 400);
                            if (answer.status() == 200) {
                                assertThat(answer.totalResults()).isZero();
                            } else {
                                assertThat(answer.textAt("/detail"))
                                        .doesNotContainIgnoringCase("sql", "syntax error", "jdbc");
                            }
                        })));
    }

    @Test
    default void injection_by_an_id_in_a_path_finds_nothing() {
        List.of("%25", "_", "'%20or%20'1'='1", "x'--", "*", "%2A", "1%3Bdrop%20table%20scim_resource", "..", "%00x")
                .forEach(id -> {
                    assertThat(scim().get("/Users/" + id).status()).as(id).isIn(400, 404);
                    assertThat(scim().delete("/Users/" + id).status()).as(id).isIn(400, 404, 405);
                });
    }

    /** The reference in memory and every database: a guess at a secret is answered the same, right or wrong. */
    @TestFactory
    @Tag("P-7.5.2-01")
    default Stream<DynamicTest> hidden_attributes_probed_by_filters_give_nothing_away() {
        String secret = "Gue55ed-" + UUID.randomUUID();
        String id =
                created(aUser().with("password", secret).with("title", "Clerk")).id();
        return Stream.of(
                        "password eq \"%\"",
                        "PASSWORD ew \"%\"",
                        "password pr",
                        "not (password eq \"%\")",
                        Urns.USER + ":password sw \"%\"",
                        "title eq \"Clerk\" and password sw \"%\"",
                        "title eq \"nothing\" or password sw \"%\"")
                .flatMap(filter -> Stream.of(ScimHttp.admin(), ScimHttp.as(RealmUser.READER))
                        .flatMap(client -> Stream.of("/Users", "", "/Users/.search", "/.search")
                                .map(path -> dynamicTest(filter + " at " + path, () -> {
                                    ScimAnswer right = ask(client, path, filter.replace("%", secret));
                                    ScimAnswer wrong =
                                            ask(client, path, filter.replace("%", "x".repeat(secret.length())));
                                    right.expectError(403, "sensitive");
                                    assertThat(right.body())
                                            .isEqualTo(wrong.body())
                                            .doesNotContain(secret, id);
                                }))));
    }

    @Test
    @Tag("P-7.5.2-01")
    default void hidden_attributes_probed_by_sorting_projection_and_patch_give_nothing_away() {
        String secret = "Gue55ed-" + UUID.randomUUID();
        String path = "/Users/" + created(aUser().with("password", secret)).id();
        scim().get("/Users?sortBy=password").expectError(400, "invalidValue");
        for (String parameter :
                List.of("attributes=password", "attributes=" + Urns.USER + ":password", "attributes=PASSWORD")) {
            assertThat(scim().get(path + "?" + parameter).expect(200).body()).doesNotContainIgnoringCase("password");
        }
        String right = tried(path, secret);
        assertThat(right).isEqualTo(tried(path, "something else"));
    }

    /** What a PATCH tells of a password that it removes or compares with. */
    private String tried(String path, String guess) {
        StringBuilder told = new StringBuilder();
        for (String patch : List.of(
                aPatch().remove("password[value eq \"" + guess + "\"]").json(),
                aPatch().operation("remove", "password", Json.createValue(guess).toString())
                        .json(),
                aPatch().replace("password[value eq \"" + guess + "\"].value", "\"x\"")
                        .json())) {
            ScimAnswer answer = scim().with("If-None-Match", "*").patch(path, patch);
            told.append(answer.status()).append(answer.body().replace(guess, "GUESS"));
        }
        return told.toString();
    }

    private static ScimAnswer ask(ScimHttp client, String path, String filter) {
        if (!path.endsWith(".search")) {
            return client.get(target(path, "filter", filter));
        }
        JsonObject message = Json.createObjectBuilder()
                .add("schemas", Json.createArrayBuilder().add(Urns.SEARCH_REQUEST))
                .add("filter", filter)
                .build();
        return client.post(path, message.toString());
    }

    private static List<String> matching(Map<String, String> users, Predicate<String> text) {
        return users.entrySet().stream()
                .filter(user -> text.test(user.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** A text as a value of a filter, which is JSON. */
    private static String quoted(String text) {
        return Json.createValue(text).toString();
    }
}
