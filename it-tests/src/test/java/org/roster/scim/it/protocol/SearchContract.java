package org.roster.scim.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.roster.scim.it.http.ScimHttp.target;
import static org.roster.scim.it.sample.UserBuilder.aUser;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.roster.scim.it.http.ScimAnswer;
import org.roster.scim.it.server.RealmUser;

/** Queries by POST to {@code .search} (RFC 7644 §3.4.3). */
interface SearchContract extends Wire {

    @Test
    @Tag("P-3.4.3-01")
    @Tag("P-3.4.2-01")
    default void a_search_answers_as_the_same_query_by_get() {
        String marker = fiveUsers();
        ScimAnswer search = search("/Users", """
                "filter": "userType eq \\"%s\\"", "sortBy": "displayName", "sortOrder": "descending",
                "startIndex": 2, "count": 2, "attributes": ["displayName", "name.familyName"]""".replace("%s", marker));
        ScimAnswer get = scim().get(target(
                "/Users",
                "filter",
                "userType eq \"" + marker + "\"",
                "sortBy",
                "displayName",
                "sortOrder",
                "descending",
                "startIndex",
                "2",
                "count",
                "2",
                "attributes",
                "displayName,name.familyName"));
        assertThat(search.expect(200).json()).isEqualTo(get.expect(200).json());
        assertThat(search.resources())
                .extracting(u -> u.getString("displayName"))
                .containsExactly("User 4", "User 3");
        assertThat(search.resources().get(0).keySet()).containsExactlyInAnyOrder("schemas", "id", "displayName");
        assertThat(search.totalResults()).isEqualTo(5);
    }

    @Test
    @Tag("P-3.4.3-01")
    default void without_parameters_everything_is_searched() {
        fiveUsers();
        assertThat(search("/Users", "").expect(200).json())
                .isEqualTo(scim().get("/Users").expect(200).json());
        assertThat(search("/Users", "\"filter\": null, \"attributes\": [], \"count\": null, \"sortBy\": null")
                        .expect(200)
                        .json())
                .isEqualTo(scim().get("/Users").expect(200).json());
    }

    @Test
    @Tag("P-3.4.3-01")
    @Tag("P-3.9-02")
    default void attributes_can_be_excluded() {
        String marker = fiveUsers();
        assertThat(search("/Users", filter(marker) + ", \"excludedAttributes\": [\"displayName\", \"META\"]")
                        .expect(200)
                        .resources())
                .hasSize(5)
                .allSatisfy(user -> assertThat(user)
                        .containsKeys("userName", "userType")
                        .doesNotContainKeys("displayName", "meta"));
    }

    @Test
    @Tag("S-2.1-01")
    @Tag("P-3.4.2-05")
    default void members_may_come_in_any_case_and_unknown_ones_are_ignored() {
        String marker = fiveUsers();
        ScimAnswer answer =
                search("/Users", filter(marker).replace("filter", "FILTER") + ", \"Count\": 3, \"colour\": \"red\"");
        assertThat(answer.expect(200).resources()).hasSize(3);
    }

    @Test
    @Tag("P-3.4.2.4-01")
    @Tag("P-3.4.2.4-02")
    @Tag("P-3.4.2.4-03")
    default void numbers_out_of_range_mean_what_they_mean_in_a_url() {
        String marker = fiveUsers();
        Map.of(
                        "\"count\": 0", 0,
                        "\"count\": -3", 0,
                        "\"count\": 99999999999999999999", 5,
                        "\"startIndex\": -1", 5,
                        "\"startIndex\": 5", 1,
                        "\"startIndex\": 6", 0,
                        "\"startIndex\": 99999999999999999999", 0)
                .forEach((parameter, found) -> {
                    ScimAnswer answer =
                            search("/Users", filter(marker) + ", " + parameter).expect(200);
                    assertThat(answer.resources()).as(parameter).hasSize(found);
                    assertThat(answer.totalResults()).as(parameter).isEqualTo(5);
                });
    }

    @TestFactory
    @Tag("P-3.4.3-02")
    default Stream<DynamicTest> what_is_no_search_request_is_refused() {
        String schema = "\"schemas\": [\"urn:ietf:params:scim:api:messages:2.0:SearchRequest\"]";
        Map<String, String> wrong = Map.ofEntries(
                Map.entry("{}", "invalidSyntax"),
                Map.entry("{\"filter\": \"userName pr\"}", "invalidSyntax"),
                Map.entry("{\"schemas\": [\"urn:ietf:params:scim:schemas:core:2.0:User\"]}", "invalidSyntax"),
                Map.entry("{\"schemas\": []}", "invalidSyntax"),
                Map.entry("[]", "invalidSyntax"),
                Map.entry("", "invalidSyntax"),
                Map.entry("{" + schema + ", \"attributes\": \"userName\"}", "invalidSyntax"),
                Map.entry("{" + schema + ", \"attributes\": [1]}", "invalidSyntax"),
                Map.entry("{" + schema + ", \"filter\": [\"userName pr\"]}", "invalidSyntax"),
                Map.entry("{" + schema + ", \"sortBy\": {}}", "invalidSyntax"),
                Map.entry("{" + schema + ", \"count\": \"3\"}", "invalidValue"),
                Map.entry("{" + schema + ", \"count\": 1.5}", "invalidValue"),
                Map.entry("{" + schema + ", \"startIndex\": 1e9}", "invalidValue"),
                Map.entry("{" + schema + ", \"sortBy\": \"colour\"}", "invalidValue"),
                Map.entry("{" + schema + ", \"sortBy\": \"title\", \"sortOrder\": \"up\"}", "invalidValue"),
                Map.entry("{" + schema + ", \"filter\": \"colour eq 1\"}", "invalidFilter"),
                Map.entry(
                        "{" + schema + ", \"attributes\": [\"title\"], \"excludedAttributes\": [\"name\"]}",
                        "invalidSyntax"));
        return Stream.of("/Users/.search", "/.search")
                .flatMap(path -> wrong.entrySet().stream()
                        .map(row -> dynamicTest(
                                path + " " + row.getKey(),
                                () -> scim().post(path, row.getKey()).expectError(400, row.getValue()))));
    }

    @Test
    @Tag("P-3.2-02")
    @Tag("P-3.2-03")
    default void a_search_is_a_post() {
        for (String path : List.of("/Users/.search", "/.search")) {
            for (String method : List.of("GET", "DELETE")) {
                ScimAnswer answer = scim().send(method, path, new byte[0]).expectError(405);
                assertThat(String.join(",", answer.headerValues("Allow"))).contains("POST");
            }
            scim().put(path, "{}").expectError(405);
        }
        search("/Robots", "").expectError(404);
    }

    @Test
    @Tag("P-2-02")
    default void who_may_read_may_search() {
        String body = body(filter(fiveUsers()));
        assertThat(as(RealmUser.READER).post("/Users/.search", body).expect(200).totalResults())
                .isEqualTo(5);
        as(RealmUser.READER).post("/.search", body).expect(200);
        as(RealmUser.PLAIN).post("/Users/.search", body).expectError(403);
        as(RealmUser.PLAIN).post("/.search", body).expectError(403);
        anonymous().post("/Users/.search", body).expectError(401);
        anonymous().post("/.search", body).expectError(401);
    }

    private String fiveUsers() {
        String marker = "search-" + UUID.randomUUID();
        IntStream.rangeClosed(1, 5)
                .forEach(n -> created(aUser().with("userType", marker).with("displayName", "User " + n)));
        return marker;
    }

    private ScimAnswer search(String path, String members) {
        return scim().post(path + "/.search", body(members));
    }

    private static String body(String members) {
        String schema = "\"schemas\": [\"urn:ietf:params:scim:api:messages:2.0:SearchRequest\"]";
        return "{" + schema + (members.isEmpty() ? "" : ", " + members) + "}";
    }

    private static String filter(String marker) {
        return "\"filter\": \"userType eq \\\"" + marker + "\\\"\"";
    }
}
