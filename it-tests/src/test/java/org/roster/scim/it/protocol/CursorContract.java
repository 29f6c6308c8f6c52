package org.roster.scim.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.it.http.ScimHttp.target;
import static org.roster.scim.it.sample.GroupBuilder.aGroup;
import static org.roster.scim.it.sample.UserBuilder.aUser;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.roster.scim.it.http.ScimAnswer;
import org.roster.scim.it.server.RealmUser;

/** Paging by cursor (RFC 9865). */
interface CursorContract extends Wire {

    @Test
    @Tag("C-2-01")
    @Tag("C-2-02")
    @Tag("C-2-03")
    @Tag("C-2-04")
    @Tag("C-2-07")
    default void a_walk_passes_everybody_once_and_ends() {
        String marker = sevenUsers();
        List<ScimAnswer> pages = walk(marker, "count", "3");
        assertThat(pages).extracting(page -> page.json().getInt("itemsPerPage")).containsExactly(3, 3, 1);
        assertThat(pages).extracting(ScimAnswer::totalResults).containsOnly(7);
        assertThat(pages)
                .extracting(page -> page.json().containsKey("startIndex"))
                .containsOnly(false);
        assertThat(pages).extracting(page -> cursor(page, "next").isEmpty()).containsExactly(false, false, true);
        assertThat(pages).extracting(page -> cursor(page, "previous").isEmpty()).containsExactly(true, false, false);
        assertThat(pages.stream().flatMap(page -> names(page).stream()))
                .hasSize(7)
                .doesNotHaveDuplicates();
        assertThat(pages)
                .allSatisfy(page -> assertThat(cursor(page, "next") + cursor(page, "previous"))
                        .matches("[A-Za-z0-9._~-]+"));
    }

    @Test
    @Tag("C-2-01")
    default void an_empty_cursor_begins_a_walk_however_it_is_written() {
        String marker = sevenUsers();
        String filter = target("/Users", "filter", filter(marker), "count", "3");
        for (String cursor : List.of("&cursor", "&cursor=", "&CURSOR=")) {
            ScimAnswer page = scim().get(filter + cursor).expect(200);
            assertThat(page.resources()).hasSize(3);
            assertThat(cursor(page, "next")).isNotEmpty();
        }
        assertThat(scim().get(filter).expect(200).json())
                .containsKey("startIndex")
                .doesNotContainKeys("nextCursor", "previousCursor");
    }

    @Test
    @Tag("C-2-04")
    default void a_walk_can_go_back() {
        String marker = sevenUsers();
        List<ScimAnswer> pages = walk(marker, "count", "3", "sortBy", "displayName");
        ScimAnswer second = page(marker, cursor(pages.get(2), "previous"), "count", "3", "sortBy", "displayName");
        assertThat(second.resources()).isEqualTo(pages.get(1).resources());
        ScimAnswer first = page(marker, cursor(second, "previous"), "count", "3", "sortBy", "displayName");
        assertThat(first.resources()).isEqualTo(pages.get(0).resources());
        assertThat(first.json()).doesNotContainKey("previousCursor");
        ScimAnswer again = page(marker, cursor(first, "next"), "count", "3", "sortBy", "displayName");
        assertThat(again.resources()).isEqualTo(second.resources());
    }

    @Test
    @Tag("C-2.2-01")
    default void pages_are_sorted() {
        String marker = sevenUsers();
        List<String> names =
                IntStream.rangeClosed(1, 7).mapToObj(n -> "User " + n).toList();
        assertThat(walk(marker, "sortBy", "displayName", "count", "2"))
                .flatExtracting(CursorContract::names)
                .isEqualTo(names);
        List<String> backwards = new ArrayList<>(names);
        Collections.reverse(backwards);
        assertThat(walk(marker, "sortBy", "displayName", "sortOrder", "descending", "count", "2"))
                .flatExtracting(CursorContract::names)
                .isEqualTo(backwards);
        assertThat(walk(marker, "sortBy", "title", "count", "2"))
                .flatExtracting(CursorContract::names)
                .hasSize(7)
                .doesNotHaveDuplicates()
                .startsWith("User 2", "User 4", "User 6");
    }

    @Test
    @Tag("C-D-01")
    default void who_comes_or_goes_moves_nobody_else_between_pages() {
        String marker = sevenUsers();
        ScimAnswer first = page(marker, "", "sortBy", "displayName", "count", "3");
        first.resources()
                .forEach(user -> scim().delete("/Users/" + user.getString("id")).expect(204));
        created(aUser().with("userType", marker).with("displayName", "User 0"));
        ScimAnswer second = page(marker, cursor(first, "next"), "sortBy", "displayName", "count", "3");
        assertThat(names(second)).containsExactly("User 4", "User 5", "User 6");
        assertThat(names(page(marker, cursor(second, "previous"), "sortBy", "displayName", "count", "3")))
                .containsExactly("User 0");
    }

    @Test
    @Tag("C-2-05")
    default void a_walk_with_a_count_of_zero_or_less_is_the_total_alone() {
        String marker = sevenUsers();
        for (String count : List.of("0", "-1")) {
            ScimAnswer page = page(marker, "", "count", count);
            assertThat(page.totalResults()).isEqualTo(7);
            assertThat(page.resources()).isEmpty();
            assertThat(page.json()).doesNotContainKeys("nextCursor", "previousCursor");
        }
    }

    @Test
    @Tag("C-2-05")
    @Tag("C-2.1-01")
    default void a_count_that_is_too_large_or_changes_on_the_way_is_refused() {
        String marker = sevenUsers();
        int max = scim().get("/ServiceProviderConfig")
                .json()
                .getJsonObject("pagination")
                .getInt("maxPageSize");
        assertThat(page(marker, "", "count", String.valueOf(max)).resources()).hasSize(7);
        get(marker, "", "count", String.valueOf(max + 1)).expectError(400, "invalidCount");
        get(marker, "", "count", "many").expectError(400, "invalidValue");
        String next = cursor(page(marker, "", "count", "3"), "next");
        for (String other : List.of("2", "4", "0")) {
            get(marker, next, "count", other).expectError(400, "invalidCount");
        }
        get(marker, next).expectError(400, "invalidCount");
    }

    @Test
    @Tag("C-2-06")
    @Tag("C-2.1-01")
    default void a_cursor_is_good_for_its_own_query_only() {
        String marker = sevenUsers();
        String next = cursor(page(marker, "", "count", "3"), "next");
        get("other" + marker, next, "count", "3").expectError(400, "invalidCursor");
        get(marker, next, "count", "3", "sortBy", "title").expectError(400, "invalidCursor");
        get(marker, next, "count", "3", "attributes", "title").expectError(400, "invalidCursor");
        scim().get(target("/Groups", "cursor", next, "count", "3")).expectError(400, "invalidCursor");
        page(marker, next, "count", "3");
    }

    @Test
    @Tag("C-5.2-01")
    @Tag("C-5.2-02")
    @Tag("C-5.2-03")
    default void a_cursor_gives_nobody_else_anything() {
        String marker = sevenUsers();
        String next = cursor(page(marker, "", "count", "3"), "next");
        String path = target("/Users", "filter", filter(marker), "count", "3", "cursor", next);
        String foreign =
                as(RealmUser.READER).get(path).expectError(400, "invalidCursor").textAt("/detail");
        as(RealmUser.PLAIN).get(path).expectError(403);
        anonymous().get(path).expectError(401);
        assertThat(get(marker, "nonsense", "count", "3")
                        .expectError(400, "invalidCursor")
                        .textAt("/detail"))
                .isEqualTo(foreign);
    }

    @Test
    @Tag("C-2.1-01")
    @Tag("C-5.2-02")
    default void a_cursor_that_was_made_up_or_changed_is_refused() {
        String marker = sevenUsers();
        String next = cursor(page(marker, "", "count", "3"), "next");
        char last = next.charAt(next.length() - 1);
        Stream.of(
                        "0",
                        "!",
                        " ",
                        "\u00fc",
                        next.substring(1),
                        next + next,
                        next.substring(0, next.length() - 1) + (last == 'A' ? 'B' : 'A'),
                        (next.charAt(0) == 'A' ? 'B' : 'A') + next.substring(1),
                        "A".repeat(3_000))
                .forEach(wrong -> get(marker, wrong, "count", "3").expectError(400, "invalidCursor"));
    }

    @Test
    @Tag("C-2.4-02")
    default void start_index_and_cursor_do_not_go_together() {
        String marker = sevenUsers();
        get(marker, "", "startIndex", "1").expectError(400, "invalidValue");
        assertThat(search("/Users", "\"cursor\": \"\", \"startIndex\": 1")
                        .expectError(400, "invalidValue")
                        .textAt("/detail"))
                .contains("startIndex", "cursor");
    }

    @Test
    @Tag("C-3-01")
    default void a_walk_by_post_is_the_walk_by_get() {
        String marker = sevenUsers();
        String members =
                "\"filter\": \"userType eq \\\"" + marker + "\\\"\", \"count\": 3, \"sortBy\": \"displayName\", ";
        ScimAnswer first = search("/Users", members + "\"cursor\": \"\"").expect(200);
        assertThat(names(first)).containsExactly("User 1", "User 2", "User 3");
        ScimAnswer second = search("/Users", members + "\"cursor\": \"" + cursor(first, "next") + "\"")
                .expect(200);
        assertThat(names(second)).containsExactly("User 4", "User 5", "User 6");
        ScimAnswer third = page(marker, cursor(second, "next"), "count", "3", "sortBy", "displayName");
        assertThat(names(third)).containsExactly("User 7");
        assertThat(search("/Users", members + "\"cursor\": null").expect(200).json())
                .containsKey("startIndex");
        search("/Users", members + "\"cursor\": 5").expectError(400, "invalidSyntax");
    }

    @Test
    @Tag("C-3-01")
    @Tag("P-3.4.2.1-01")
    default void the_root_is_walked_through_as_well() {
        String marker = "cursor-" + UUID.randomUUID();
        for (int i = 1; i <= 4; i++) {
            created(aUser().with("displayName", marker + " " + i));
            created(aGroup().named(marker + " " + i));
        }
        String filter = "displayName sw \"" + marker + "\"";
        List<JsonObject> passed = new ArrayList<>();
        String cursor = "";
        do {
            ScimAnswer page = scim().get(
                            target("", "filter", filter, "count", "3", "sortBy", "displayName", "cursor", cursor))
                    .expect(200);
            assertThat(page.totalResults()).isEqualTo(8);
            passed.addAll(page.resources());
            cursor = cursor(page, "next");
        } while (!cursor.isEmpty());
        assertThat(passed).hasSize(8).doesNotHaveDuplicates();
        assertThat(passed).extracting(r -> r.getString("displayName")).isSorted();
        ScimAnswer first = search(
                        "", "\"filter\": \"displayName sw \\\"" + marker + "\\\"\", \"count\": 5, \"cursor\": \"\"")
                .expect(200);
        assertThat(first.resources()).hasSize(5);
        assertThat(cursor(first, "next")).isNotEmpty();
    }

    private String sevenUsers() {
        String marker = "cursor-" + UUID.randomUUID();
        IntStream.rangeClosed(1, 7).forEach(n -> {
            var user = aUser().with("userType", marker).with("displayName", "User " + n);
            created(n % 2 == 0 ? user.with("title", "t" + n) : user);
        });
        return marker;
    }

    private List<ScimAnswer> walk(String marker, String... parameters) {
        List<ScimAnswer> pages = new ArrayList<>();
        String cursor = "";
        do {
            pages.add(page(marker, cursor, parameters));
            cursor = cursor(pages.get(pages.size() - 1), "next");
        } while (!cursor.isEmpty());
        return pages;
    }

    private ScimAnswer page(String marker, String cursor, String... parameters) {
        return get(marker, cursor, parameters).expect(200);
    }

    private ScimAnswer get(String marker, String cursor, String... parameters) {
        Stream<String> all =
                Stream.concat(Stream.of("filter", filter(marker), "cursor", cursor), Stream.of(parameters));
        return scim().get(target("/Users", all.toArray(String[]::new)));
    }

    private ScimAnswer search(String path, String members) {
        String schema = "\"schemas\": [\"urn:ietf:params:scim:api:messages:2.0:SearchRequest\"]";
        return scim().post(path + "/.search", "{" + schema + ", " + members + "}");
    }

    private static String filter(String marker) {
        return "userType eq \"" + marker + "\"";
    }

    /** nextCursor or previousCursor; empty if there is none. */
    private static String cursor(ScimAnswer page, String which) {
        return page.textAt("/" + which + "Cursor");
    }

    private static List<String> names(ScimAnswer page) {
        return page.resources().stream()
                .map(user -> user.getString("displayName"))
                .toList();
    }
}
