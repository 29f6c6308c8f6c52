package org.roster.scim.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.it.http.ScimHttp.target;
import static org.roster.scim.it.sample.GroupBuilder.aGroup;
import static org.roster.scim.it.sample.UserBuilder.aUser;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.roster.scim.it.http.ScimAnswer;
import org.roster.scim.it.server.RealmUser;

/** Queries at the base URL, across resource types (RFC 7644 §3.4.2.1). */
interface RootContract extends Wire {

    @Test
    @Tag("P-3.4.2.1-01")
    @Tag("P-3.2-01")
    default void every_type_is_searched() {
        String marker = twoUsersAndTwoGroups();
        ScimAnswer both = root("filter", "displayName sw \"" + marker + "\"");
        assertThat(both.totalResults()).isEqualTo(4);
        assertThat(both.resources())
                .extracting(RootContract::type)
                .containsExactlyInAnyOrder("User", "User", "Group", "Group");
        assertThat(both.resources())
                .allSatisfy(resource -> assertThat(scim().get(resource.getJsonObject("meta")
                                        .getString("location")
                                        .substring(scim().baseUrl().length()))
                                .expect(200)
                                .json())
                        .isEqualTo(resource));
    }

    @Test
    @Tag("P-3.4.2.1-01")
    default void the_resource_type_can_be_filtered() {
        String marker = twoUsersAndTwoGroups();
        String named = "displayName sw \"" + marker + "\"";
        assertThat(root("filter", "meta.resourceType eq \"User\" and " + named).resources())
                .hasSize(2)
                .extracting(RootContract::type)
                .containsOnly("User");
        assertThat(root("filter", "(meta.resourceType eq \"User\" or meta.resourceType eq \"Group\") and " + named)
                        .totalResults())
                .isEqualTo(4);
        assertThat(root("filter", "meta.resourceType eq \"Robot\"").totalResults())
                .isZero();
    }

    @Test
    @Tag("P-3.4.2.1-02")
    default void an_attribute_that_a_type_does_not_have_has_no_value_there() {
        String marker = twoUsersAndTwoGroups();
        String named = "displayName sw \"" + marker + "\"";
        assertThat(root("filter", named + " and title eq \"Guide\"").resources())
                .extracting(RootContract::type)
                .containsExactly("User");
        assertThat(root("filter", named + " and not (title eq \"Guide\")").totalResults())
                .isEqualTo(3);
        assertThat(root("filter", named + " and (title eq \"Guide\" or members pr)")
                        .resources())
                .extracting(RootContract::type)
                .containsExactlyInAnyOrder("User", "Group");
        scim().get(target("", "filter", "colour eq \"red\"")).expectError(400, "invalidFilter");
    }

    @Test
    @Tag("P-3.4.2.3-03")
    @Tag("P-3.4.2.4-03")
    default void results_are_sorted_and_paged_whatever_their_type() {
        String marker = twoUsersAndTwoGroups();
        List<String> names = new ArrayList<>();
        for (int start = 1; start <= 4; start += 3) {
            ScimAnswer page = root(
                    "filter",
                    "displayName sw \"" + marker + "\"",
                    "sortBy",
                    "displayName",
                    "startIndex",
                    String.valueOf(start),
                    "count",
                    "3");
            assertThat(page.totalResults()).isEqualTo(4);
            assertThat(page.json().getInt("startIndex")).isEqualTo(start);
            assertThat(page.json().getInt("itemsPerPage")).isEqualTo(start == 1 ? 3 : 1);
            page.resources().forEach(r -> names.add(r.getString("displayName").substring(marker.length())));
        }
        assertThat(names).containsExactly(" a user", " B group", " c user", " D group");
        List<ScimAnswer> byTitle = List.of(
                root("filter", "displayName sw \"" + marker + "\"", "sortBy", "title", "count", "1"),
                root(
                        "filter",
                        "displayName sw \"" + marker + "\"",
                        "sortBy",
                        "title",
                        "sortOrder",
                        "descending",
                        "startIndex",
                        "4"));
        assertThat(byTitle)
                .allSatisfy(page -> assertThat(page.resources())
                        .extracting(r -> r.getString("title"))
                        .containsExactly("Guide"));
        scim().get("?sortBy=colour").expectError(400, "invalidValue");
    }

    @Test
    @Tag("P-3.9-01")
    default void attributes_are_shown_of_whoever_has_them() {
        String marker = twoUsersAndTwoGroups();
        assertThat(root("filter", "displayName sw \"" + marker + "\"", "attributes", "members.value,title")
                        .resources())
                .hasSize(4)
                .allSatisfy(r -> assertThat(r).doesNotContainKeys("displayName", "userName", "meta"))
                .anySatisfy(r -> assertThat(r).containsKey("title"))
                .anySatisfy(r -> assertThat(r).containsKey("members"));
    }

    @Test
    @Tag("P-3.4.3-01")
    default void the_same_by_post() {
        String marker = twoUsersAndTwoGroups();
        String filter = "displayName sw \"" + marker + "\"";
        ScimAnswer search = scim().post("/.search", """
                {"schemas": ["urn:ietf:params:scim:api:messages:2.0:SearchRequest"],
                 "filter": "displayName sw \\"%s\\"", "sortBy": "displayName", "count": 3}""".replace("%s", marker));
        assertThat(search.expect(200).json())
                .isEqualTo(root("filter", filter, "sortBy", "displayName", "count", "3")
                        .json());
        assertThat(search.resources()).hasSize(3);
    }

    @Test
    @Tag("P-3.4.2.1-01")
    default void without_a_filter_everything_is_listed_page_by_page() {
        twoUsersAndTwoGroups();
        for (String path : List.of("", "/")) {
            ScimAnswer all = scim().get(path + "?count=3").expect(200);
            assertThat(all.resources()).hasSize(3);
            assertThat(all.totalResults()).isGreaterThanOrEqualTo(4);
        }
    }

    @Test
    @Tag("P-2-02")
    @Tag("P-3.2-03")
    default void the_root_is_read_by_readers_and_by_get_alone() {
        as(RealmUser.READER).get("?count=1").expect(200);
        as(RealmUser.PLAIN).get("?count=1").expectError(403);
        anonymous().get("?count=1").expectError(401);
        scim().post("", "{}").expectError(405);
        scim().delete("").expectError(405);
    }

    private static String type(JsonObject resource) {
        return resource.getJsonObject("meta").getString("resourceType");
    }

    private ScimAnswer root(String... namesAndValues) {
        return scim().get(target("", namesAndValues)).expect(200);
    }

    private String twoUsersAndTwoGroups() {
        String marker = "root-" + UUID.randomUUID();
        String member = created(aUser().with("displayName", marker + " a user").with("title", "Guide"))
                .id();
        created(aGroup().named(marker + " D group").withMember(member));
        created(aUser().with("displayName", marker + " c user"));
        created(aGroup().named(marker + " B group"));
        return marker;
    }
}
