package org.roster.scim.kit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.fixture.Body.aThing;
import static org.roster.scim.fixture.Body.aUser;
import static org.roster.scim.fixture.TestSchemas.BADGE;
import static org.roster.scim.fixture.TestSchemas.THING;
import static org.roster.scim.fixture.TestSchemas.USER;
import static org.roster.scim.fixture.TestSchemas.path;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.scim.filter.Filter;
import org.roster.scim.fixture.Directory;
import org.roster.scim.fixture.FiveThings;
import org.roster.scim.fixture.JsonText;
import org.roster.scim.query.Page;
import org.roster.scim.query.QueryResult;
import org.roster.scim.query.Sort;
import org.roster.scim.resource.ScimResource;

/** Results come in order and in pages (RFC 7644 §3.4.2.3, §3.4.2.4). */
interface SortAndPageContract extends TwoTenants {

    /** A slash stands between values; things with the same value, or with none, are in the order of their ids. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "label | alpha / beta / delta / epsilon / gamma",
                "note | gamma / beta / alpha / epsilon / delta",
                "exact | alpha / gamma / beta / epsilon / delta",
                "flag | beta / alpha epsilon / delta gamma",
                "count | beta / epsilon / alpha / gamma / delta",
                "weight | beta / epsilon / alpha / gamma / delta",
                "since | epsilon / gamma / alpha / beta / delta",
                "tags | epsilon / beta / alpha gamma / delta",
                "counts | alpha / beta / delta epsilon gamma",
                "box.kind | epsilon / beta / alpha / delta gamma",
                "box.width | alpha / beta / delta epsilon gamma",
                "parts.value | alpha / beta / delta epsilon gamma",
                "parts.size | alpha / beta / delta epsilon gamma",
                "parts.marks | alpha / beta delta epsilon gamma",
                "urn:example:params:scim:schemas:test:Badge:number | beta / gamma / alpha delta epsilon",
                "urn:example:params:scim:schemas:test:Badge:levels.rank | beta / gamma / alpha delta epsilon",
            })
    @Tag("P-3.4.2.3-03")
    @Tag("P-3.4.2.3-04")
    default void ascending_order_has_missing_values_last(String attribute, String expected) {
        everywhere(FiveThings::in);

        assertThat(inGroups(directory().namesBy(THING, attribute, true), expected))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "note | delta / epsilon / alpha / beta / gamma",
                "count | delta / gamma / alpha / epsilon / beta",
                "since | delta / beta / alpha / gamma / epsilon",
                "tags | delta / alpha gamma / beta / epsilon",
                "box.width | delta epsilon gamma / beta / alpha",
                "parts.size | delta epsilon gamma / beta / alpha",
                "parts.marks | beta delta epsilon gamma / alpha",
            })
    @Tag("P-3.4.2.3-03")
    default void descending_order_has_missing_values_first(String attribute, String expected) {
        FiveThings.in(directory());

        assertThat(inGroups(directory().namesBy(THING, attribute, false), expected))
                .isEqualTo(expected);
    }

    /** The names, with the slashes where the expected text has them. */
    static String inGroups(List<String> names, String expected) {
        List<String> groups = new ArrayList<>();
        int from = 0;
        for (String group : expected.split(" / ", -1)) {
            int to = Math.min(names.size(), from + group.split(" ", -1).length);
            groups.add(
                    String.join(" ", names.subList(from, to).stream().sorted().toList()));
            from = to;
        }
        return String.join(" / ", groups) + (from < names.size() ? " / " + names.subList(from, names.size()) : "");
    }

    @Test
    default void ties_are_in_the_order_of_ids_and_descending_is_that_backwards() {
        for (int i = 0; i < 8; i++) {
            directory().create(aUser("user" + i).with(title(), i < 4 ? "same" : "Same"));
        }
        List<ScimResource> byId = new ArrayList<>(directory().all(USER));
        assertThat(byTitle(true)).isEqualTo(byId);
        Collections.reverse(byId);
        assertThat(byTitle(false)).isEqualTo(byId);
    }

    private List<ScimResource> byTitle(boolean ascending) {
        Sort sort = Sort.by(path(USER, title()), ascending);
        return directory().query(USER, Filter.ALL, sort, Directory.EVERYTHING).resources();
    }

    @Test
    @Tag("P-3.4.2.3-02")
    default void of_several_values_the_primary_one_decides_else_the_first() {
        needsSortBy(USER, "emails.value");
        directory().create(aUser("one").withEmail("work", "c@x.org").withPrimaryEmail("home", "a@x.org"));
        directory().create(aUser("two").withEmail("work", "B@x.org").withEmail("home", "z@x.org"));
        directory().create(aUser("three"));

        assertThat(directory().namesBy(USER, "emails.value", true)).containsExactly("one", "two", "three");
        assertThat(directory().namesBy(USER, "emails.value", false)).containsExactly("three", "two", "one");
    }

    @Test
    default void making_another_value_primary_changes_the_order() {
        needsSortBy(USER, "emails.value");
        ScimResource one =
                directory().create(aUser("one").withEmail("work", "c@x.org").withPrimaryEmail("home", "a@x.org"));
        directory().create(aUser("two").withEmail("work", "b@x.org"));

        directory().patch(one, "[{'op': 'add', 'path': 'emails[type eq \\\"work\\\"].primary', 'value': true}]");

        assertThat(directory().namesBy(USER, "emails.value", true)).containsExactly("two", "one");
    }

    @Test
    default void resources_are_sorted_by_what_the_server_knows() throws InterruptedException {
        ScimResource first = directory().create(aUser("zoe"));
        Thread.sleep(2);
        directory().create(aUser("adam"));
        Thread.sleep(2);
        assertThat(directory().namesBy(USER, "meta.created", true)).containsExactly("zoe", "adam");
        assertThat(directory().namesBy(USER, "meta.created", false)).containsExactly("adam", "zoe");

        directory().patch(first, "[{'op': 'add', 'path': '{title}', 'value': 'x'}]");
        assertThat(directory().namesBy(USER, "meta.lastModified", true)).containsExactly("adam", "zoe");
        assertThat(directory().namesBy(USER, "meta.resourceType", true)).hasSize(2);
        assertThat(directory().namesBy(USER, "id", false))
                .isEqualTo(directory().query(USER, Filter.ALL, Sort.BY_ID, Directory.EVERYTHING).resources().stream()
                        .map(u -> u.text("userName").orElseThrow())
                        .collect(Collectors.collectingAndThen(Collectors.toList(), SortAndPageContract::reversed)));
    }

    static List<String> reversed(List<String> names) {
        Collections.reverse(names);
        return names;
    }

    @Test
    default void long_values_are_sorted_by_all_of_their_text() {
        String stem = "x".repeat(500);
        directory().create(aThing("c").with("note", stem + "3"));
        directory().create(aThing("a").with("note", stem));
        directory().create(aThing("d").with("note", "x".repeat(299)));
        directory().create(aThing("b").with("note", stem + "2"));

        assertThat(directory().namesBy(THING, "note", true)).containsExactly("d", "a", "b", "c");
        assertThat(directory().namesBy(THING, "note", false)).containsExactly("c", "b", "a", "d");
    }

    @Test
    @Tag("P-3.4.2.3-05")
    @Tag("P-3.4.2.4-03")
    default void pages_fit_together() {
        for (int i = 0; i < 11; i++) {
            directory().create(aUser("user" + i).with(title(), i % 2 == 0 ? "even" : "odd"));
        }
        Sort byTitle = Sort.by(path(USER, title()), true);
        for (Sort sort : List.of(Sort.BY_ID, byTitle)) {
            List<ScimResource> whole = directory()
                    .query(USER, Filter.ALL, sort, Directory.EVERYTHING)
                    .resources();
            List<ScimResource> joined = new ArrayList<>();
            for (int start = 1; start <= 11; start += 4) {
                QueryResult page = directory().query(USER, Filter.ALL, sort, new Page.ByIndex(start, 4));
                assertThat(page.totalResults()).hasValue(11);
                assertThat(page.resources()).hasSize(start == 9 ? 3 : 4);
                joined.addAll(page.resources());
            }
            assertThat(joined).isEqualTo(whole).doesNotHaveDuplicates();
        }
    }

    @Test
    @Tag("P-3.4.2.4-02")
    @Tag("P-3.4.2.4-04")
    default void totals_are_true_on_every_page() {
        for (int i = 0; i < 5; i++) {
            directory().create(aUser("user" + i).with(title(), i < 3 ? "few" : "rest"));
        }
        if (keepsTenantsApart()) {
            elsewhere().create(aUser("foreign").with(title(), "few"));
        }

        for (Page.ByIndex page : List.of(
                new Page.ByIndex(1, 0),
                new Page.ByIndex(4, 0),
                new Page.ByIndex(4, 10),
                new Page.ByIndex(100, 10),
                new Page.ByIndex(1, 3),
                new Page.ByIndex(3, 1),
                new Page.ByIndex(1, 2),
                new Page.ByIndex(Integer.MAX_VALUE, 1))) {
            QueryResult result = directory().query(USER, "{title} eq \"few\"", Sort.BY_ID, page);
            assertThat(result.totalResults()).as("%s", page).hasValue(3);
            assertThat(result.resources()).as("%s", page).hasSize((int)
                    Math.max(0, Math.min(page.count(), 3L - (page.startIndex() - 1))));
        }
        assertThat(directory()
                        .query(USER, "{title} eq \"none\"", Sort.BY_ID, new Page.ByIndex(1, 10))
                        .totalResults())
                .hasValue(0);
    }

    @Test
    default void a_resource_is_found_once_however_many_of_its_values_match() {
        directory()
                .create(aThing("t")
                        .with("tags", JsonText.array("['a1', 'a2', 'a3']"))
                        .with("parts", JsonText.array("[{'value': 'a1', 'marks': ['a', 'b']}, {'value': 'a2'}]"))
                        .with(BADGE, JsonText.object("{'number': '1', 'levels': [{'value': 'a'}, {'value': 'b'}]}")));

        for (String filter : List.of("tags sw \"a\"", "parts.value sw \"a\"", "parts[value sw \"a\"]", "tags pr")) {
            QueryResult result = directory().query(THING, filter, Sort.BY_ID, new Page.ByIndex(1, 1));
            assertThat(result.resources()).hasSize(1);
            assertThat(result.totalResults()).hasValue(1);
        }
        assertThat(directory().namesBy(THING, "tags", true)).hasSize(1);
        assertThat(directory().namesBy(THING, "parts.marks", true)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "it's",
                "''",
                "'",
                "\\",
                "\\'",
                "a\\",
                "%",
                "_",
                "100%_\\",
                "!",
                "!%",
                "a\nb",
                "\r\n\t",
                "\"",
                "\"'\"",
                "?1",
                ":x",
                "{d}",
                "--",
                "/*",
                "\u2028",
                "\uD83D\uDE00'",
                "x' or '1'='1",
                "${x}",
                "`",
                "\b"
            })
    @Tag("P-3.4.2.2-18")
    default void a_value_is_a_value_whatever_it_holds_and_however_results_are_sorted(String value) {
        ScimResource wanted =
                directory().create(aThing("one").with("note", value).withElement("parts", element("big", value)));
        directory().create(aThing("two").with("note", "other").withElement("parts", element("big", "other")));
        directory().create(aThing("three"));
        String text = Json.createValue(value).toString();

        for (String filter : List.of(
                "note eq " + text,
                "note co " + text,
                "note sw " + text,
                "note ew " + text,
                "note ge " + text + " and note le " + text,
                "parts[type eq \"big\" and value eq " + text + "]",
                "parts[type eq \"big\" and value co " + text + "] and not (label co " + text + ")")) {
            for (String by : List.of("note", "parts.value", "count", "meta.created")) {
                Sort sort = Sort.by(path(THING, by), false);
                assertThat(directory()
                                .query(THING, filter, sort, new Page.ByIndex(1, 5))
                                .resources())
                        .as(filter)
                        .containsExactly(wanted);
            }
        }
    }

    private static JsonObject element(String type, String value) {
        return Json.createObjectBuilder().add("type", type).add("value", value).build();
    }
}
