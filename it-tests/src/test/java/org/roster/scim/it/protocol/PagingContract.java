package org.roster.scim.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.it.http.ScimHttp.target;
import static org.roster.scim.it.sample.UserBuilder.aUser;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.roster.scim.it.http.ScimAnswer;
import org.roster.scim.it.sample.Urns;

/** Lists and their pages (RFC 7644 §3.4.2, §3.4.2.4). */
interface PagingContract extends Wire {
    @Test
    @Tag("P-3.4.2-01")
    @Tag("P-3.4.2-03")
    @Tag("P-3.4.2-04")
    @Tag("P-3.4.2.4-03")
    default void pages_follow_each_other_without_gap_or_overlap() {
        String marker = sevenUsers();
        List<ScimAnswer> pages =
                Stream.of("1", "4", "7").map(start -> page(marker, start, "3")).toList();
        assertThat(pages).extracting(page -> page.json().getInt("itemsPerPage")).containsExactly(3, 3, 1);
        assertThat(pages).extracting(page -> page.json().getInt("startIndex")).containsExactly(1, 4, 7);
        assertThat(pages).extracting(ScimAnswer::totalResults).containsOnly(7);
        assertThat(pages)
                .allSatisfy(page -> assertThat(page.json().getJsonArray("schemas"))
                        .containsExactly(Json.createValue(Urns.LIST_RESPONSE)));
        assertThat(pages.stream().flatMap(page -> ids(page).stream()))
                .hasSize(7)
                .doesNotHaveDuplicates();
    }

    @Test
    @Tag("P-3.4.2.4-02")
    default void a_count_of_zero_or_less_asks_for_the_total_alone() {
        String marker = sevenUsers();
        Stream.of("0", "-1", "-100").map(count -> page(marker, "1", count)).forEach(page -> {
            assertThat(page.totalResults()).isEqualTo(7);
            assertThat(page.resources()).isEmpty();
            assertThat(page.json().getInt("itemsPerPage")).isZero();
        });
    }

    @Test
    @Tag("P-3.4.2.4-01")
    @Tag("V-QUERY-01")
    default void a_start_index_below_one_means_one() {
        String marker = sevenUsers();
        List<String> first = ids(page(marker, "1", "3"));
        Stream.of("0", "-5").map(start -> page(marker, start, "3")).forEach(page -> {
            assertThat(ids(page)).isEqualTo(first);
            assertThat(page.json().getInt("startIndex")).isEqualTo(1);
        });
    }

    @Test
    @Tag("P-3.4.2.4-04")
    default void behind_the_end_there_is_an_empty_page_with_the_true_total() {
        String marker = sevenUsers();
        Stream.of("8", "1000", "2147483648")
                .map(start -> page(marker, start, "3"))
                .forEach(page -> {
                    assertThat(page.totalResults()).isEqualTo(7);
                    assertThat(page.resources()).isEmpty();
                });
    }

    @Test
    @Tag("P-3.4.2.4-03")
    @Tag("IP-5.4-01")
    default void a_count_above_the_maximum_is_no_mistake() {
        String marker = sevenUsers();
        Stream.of("100000", "99999999999")
                .map(count -> page(marker, "1", count))
                .forEach(page -> assertThat(page.resources()).hasSize(7));
    }

    @Test
    @Tag("P-3.4.2.3-05")
    default void the_order_without_a_sort_is_stable() {
        String marker = sevenUsers();
        List<String> whole = ids(page(marker, "1", "7"));
        List<String> single = IntStream.rangeClosed(1, 7)
                .mapToObj(start -> page(marker, String.valueOf(start), "1"))
                .flatMap(page -> ids(page).stream())
                .toList();
        assertThat(single).isEqualTo(whole);
    }

    @Test
    @Tag("P-3.4.2-05")
    @Tag("V-QUERY-01")
    @Tag("V-ENTRA-09")
    default void parameter_names_may_come_in_any_case_and_unknown_ones_are_ignored() {
        String filter = "userType eq \"" + sevenUsers() + "\"";
        ScimAnswer page =
                scim().get(target("/Users", "FILTER", filter, "startindex", "6", "Count", "5", "aadOptscim062020", ""));
        assertThat(page.expect(200).resources()).hasSize(2);
        assertThat(scim().get("/Users?aadOptscim062020").expect(200).resources())
                .isNotEmpty();
    }

    @Test
    @Tag("P-1.2-01")
    default void a_blank_in_a_query_may_be_a_plus_or_percent_20() {
        String marker = sevenUsers();
        assertThat(scim().get("/Users?filter=userType%20eq%20%22" + marker + "%22")
                        .expect(200)
                        .totalResults())
                .isEqualTo(7);
        assertThat(scim().get("/Users?filter=userType+eq+%22" + marker + "%22")
                        .expect(200)
                        .totalResults())
                .isEqualTo(7);
    }

    private String sevenUsers() {
        String marker = "page-" + UUID.randomUUID();
        IntStream.rangeClosed(1, 7)
                .forEach(n -> created(aUser().with("userType", marker).with("displayName", "User " + n)));
        return marker;
    }

    private ScimAnswer page(String marker, String startIndex, String count) {
        String filter = "userType eq \"" + marker + "\"";
        return scim().get(target("/Users", "filter", filter, "startIndex", startIndex, "count", count))
                .expect(200);
    }

    private static List<String> ids(ScimAnswer page) {
        return page.resources().stream()
                .map((JsonObject user) -> user.getString("id"))
                .toList();
    }

    @Test
    @Tag("P-3.4.2.4-02")
    @Tag("P-3.4.2-03")
    @Tag("P-3.4.2-04")
    default void every_page_says_where_it_is_and_how_much_there_is() {
        String marker = sevenUsers();
        for (String start : List.of("1", "3", "7", "8", "100")) {
            for (String count : List.of("0", "1", "4", "7", "8")) {
                ScimAnswer page = page(marker, start, count);
                int left = Math.max(0, 8 - Integer.parseInt(start));
                assertThat(page.totalResults()).isEqualTo(7);
                assertThat(page.json().getInt("startIndex")).isEqualTo(Integer.parseInt(start));
                assertThat(page.json().getInt("itemsPerPage"))
                        .isEqualTo(page.resources().size());
                assertThat(page.resources()).hasSize(Math.min(left, Integer.parseInt(count)));
            }
        }
    }

    @Test
    @Tag("P-3.4.2.4-03")
    @Tag("C-2.4-01")
    default void without_paging_parameters_the_first_page_comes_by_index() {
        JsonObject pagination =
                scim().get("/ServiceProviderConfig").expect(200).json().getJsonObject("pagination");
        sevenUsers();
        ScimAnswer all = scim().get("/Users").expect(200);
        assertThat(all.json().getInt("startIndex")).isEqualTo(1);
        assertThat(all.resources()).hasSizeLessThanOrEqualTo(pagination.getInt("defaultPageSize"));
        assertThat(all.json()).doesNotContainKeys("nextCursor", "previousCursor");
    }

    @Test
    @Tag("P-3.4.2-06")
    default void a_single_resource_takes_attributes_and_nothing_else_of_a_query() {
        String id = created(aUser().with("title", "Clerk")).id();
        ScimAnswer user = scim().get(target(
                "/Users/" + id, "filter", "title eq \"other\"", "count", "0", "sortBy", "x", "attributes", "title"));
        assertThat(user.expect(200).json().keySet()).containsExactlyInAnyOrder("schemas", "id", "title");
    }
}
