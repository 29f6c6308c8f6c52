package org.roster.scim.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.roster.scim.it.http.ScimHttp.target;
import static org.roster.scim.it.sample.GroupBuilder.aGroup;
import static org.roster.scim.it.sample.UserBuilder.aUser;

import jakarta.json.JsonValue;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.roster.scim.it.http.ScimAnswer;

/** Sorting (RFC 7644 §3.4.2.3). */
interface SortContract extends Wire {
    String DEPARTMENT = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department";

    @Test
    @Tag("P-3.4.2.3-03")
    @Tag("P-3.4.2.3-04")
    default void text_sorts_without_regard_to_case_and_a_missing_value_last() {
        assertThat(sorted(people(), "title", "ascending")).containsExactly("Cleo", "Anna", "Dora", "Bert");
        assertThat(sorted(people(), "TITLE", "Ascending")).containsExactly("Cleo", "Anna", "Dora", "Bert");
    }

    @Test
    @Tag("P-3.4.2.3-03")
    default void descending_turns_everything_round_and_a_missing_value_comes_first() {
        assertThat(sorted(people(), "title", "descending")).containsExactly("Bert", "Dora", "Anna", "Cleo");
    }

    @Test
    @Tag("P-3.4.2.3-04")
    default void ascending_is_the_default() {
        String marker = people();
        assertThat(names(target("/Users", "filter", filter(marker), "sortBy", "displayName")))
                .containsExactly("Anna", "Bert", "Cleo", "Dora");
    }

    @Test
    @Tag("P-3.4.2.3-02")
    default void a_list_sorts_by_its_primary_value_else_by_the_first() {
        assertThat(sorted(people(), "emails.value", "ascending")).containsExactly("Bert", "Anna", "Cleo", "Dora");
        assertThat(sorted(people(), "emails", "descending")).containsExactly("Dora", "Cleo", "Anna", "Bert");
    }

    @Test
    @Tag("P-3.4.2.3-02")
    @Tag("P-3.10-01")
    default void sub_attributes_extensions_and_meta_can_be_sorted_by() {
        assertThat(sorted(people(), "name.familyName", "ascending")).containsExactly("Dora", "Bert", "Anna", "Cleo");
        assertThat(sorted(people(), DEPARTMENT, "descending").subList(2, 4)).containsExactly("Anna", "Dora");
        assertThat(sorted(people(), "meta.created", "ascending"))
                .containsExactlyInAnyOrder("Anna", "Bert", "Cleo", "Dora");
    }

    @Test
    @Tag("P-3.4.2.3-05")
    default void pages_of_equal_values_neither_overlap_nor_leave_anyone_out() {
        String marker = "sort-" + UUID.randomUUID();
        IntStream.rangeClosed(1, 6)
                .forEach(n -> created(
                        aUser().with("userType", marker).with("title", "same").with("displayName", "User " + n)));
        Stream<String> pages = Stream.of("1", "3", "5")
                .flatMap(start -> names(target(
                                "/Users",
                                "filter",
                                filter(marker),
                                "sortBy",
                                "title",
                                "startIndex",
                                start,
                                "count",
                                "2"))
                        .stream());
        assertThat(pages).hasSize(6).doesNotHaveDuplicates();
    }

    @Test
    @Tag("P-3.4.2.3-05")
    default void the_missing_values_of_a_sort_are_paged_through_as_well() {
        String marker = people();
        Stream<String> pages = Stream.of("1", "2", "3", "4")
                .flatMap(start -> names(target(
                                "/Users",
                                "filter",
                                filter(marker),
                                "sortBy",
                                "title",
                                "sortOrder",
                                "descending",
                                "startIndex",
                                start,
                                "count",
                                "1"))
                        .stream());
        assertThat(pages).containsExactly("Bert", "Dora", "Anna", "Cleo");
    }

    /** Titles: buyer, Clerk, director and none; e-mails so that only the primary or the first gives the order. */
    private String people() {
        String marker = "sort-" + UUID.randomUUID();
        created(aUser().with("userType", marker)
                .with("displayName", "Anna")
                .with("title", "Clerk")
                .withName("A", "Moreau")
                .withEmail("home", "z@x.example")
                .withPrimaryEmail("work", "b@x.example")
                .withEnterprise("department", "Sales"));
        created(aUser().with("userType", marker)
                .with("displayName", "Bert")
                .withName("B", "Keller")
                .withEmail("work", "a@x.example")
                .withEmail("home", "y@x.example"));
        created(aUser().with("userType", marker)
                .with("displayName", "Cleo")
                .with("title", "buyer")
                .withEmail("work", "c@x.example"));
        created(aUser().with("userType", marker)
                .with("displayName", "Dora")
                .with("title", "director")
                .withName("D", "adams")
                .withEnterprise("department", "Finance"));
        return marker;
    }

    private List<String> sorted(String marker, String by, String order) {
        return names(target("/Users", "filter", filter(marker), "sortBy", by, "sortOrder", order));
    }

    private List<String> names(String target) {
        return scim().get(target).expect(200).resources().stream()
                .map(user -> user.getString("displayName"))
                .toList();
    }

    private static String filter(String marker) {
        return "userType eq \"" + marker + "\"";
    }

    @Test
    @Tag("P-3.4.2.3-04")
    default void text_is_in_the_order_of_its_characters_and_of_no_language() {
        String marker = "sort-" + UUID.randomUUID();
        for (String name : List.of("Zo\u00eb", "\u00c4rmel", "apple", "Zebra", "\u00e4pfel", "\u0416", "_x")) {
            created(aUser().with("userType", marker).with("displayName", name).with("title", name));
        }
        assertThat(sorted(marker, "title", "ascending"))
                .containsExactly("_x", "apple", "Zebra", "Zo\u00eb", "\u00e4pfel", "\u00c4rmel", "\u0416");
        assertThat(sorted(marker, "title", "descending"))
                .containsExactly("\u0416", "\u00c4rmel", "\u00e4pfel", "Zo\u00eb", "Zebra", "apple", "_x");
    }

    @Test
    @Tag("P-3.4.2.3-04")
    default void truth_values_and_times_are_in_their_own_order() {
        String marker = "sort-" + UUID.randomUUID();
        created(aUser().with("userType", marker).with("displayName", "on").with("active", JsonValue.TRUE));
        created(aUser().with("userType", marker).with("displayName", "off").with("active", JsonValue.FALSE));
        ScimAnswer unknown = created(aUser().with("userType", marker).with("displayName", "unknown"));
        assumeThat(unknown.json().containsKey("active"))
                .as("the service says itself whether somebody is active")
                .isFalse();
        assertThat(sorted(marker, "active", "ascending")).containsExactly("off", "on", "unknown");
        assertThat(sorted(marker, "active", "descending")).containsExactly("unknown", "on", "off");
        assertThat(sorted(marker, "meta.created", "descending")).containsExactlyInAnyOrder("unknown", "off", "on");
    }

    @Test
    @Tag("P-3.4.2.3-01")
    @Tag("P-3.10-01")
    default void every_type_can_be_sorted_and_names_may_be_qualified() {
        String marker = "sort-" + UUID.randomUUID();
        Stream.of("b", "C", "a").forEach(name -> created(aGroup().named(marker + name)));
        for (String by : List.of("displayName", "urn:ietf:params:scim:schemas:core:2.0:Group:DISPLAYNAME")) {
            assertThat(names(target("/Groups", "filter", "displayName sw \"" + marker + "\"", "sortBy", by)))
                    .containsExactly(marker + "a", marker + "b", marker + "C");
        }
        assertThat(names(target("/Users", "filter", filter(people()), "sortOrder", "descending")))
                .hasSize(4);
    }
}
