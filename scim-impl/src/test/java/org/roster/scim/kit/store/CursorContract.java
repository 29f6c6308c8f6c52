package org.roster.scim.kit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.fixture.Body.aGroup;
import static org.roster.scim.fixture.Body.aThing;
import static org.roster.scim.fixture.Body.aUser;
import static org.roster.scim.fixture.TestSchemas.THING;
import static org.roster.scim.fixture.TestSchemas.USER;
import static org.roster.scim.fixture.TestSchemas.path;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.scim.filter.Filter;
import org.roster.scim.fixture.Directory;
import org.roster.scim.fixture.FiveThings;
import org.roster.scim.query.Page;
import org.roster.scim.query.Position;
import org.roster.scim.query.QueryResult;
import org.roster.scim.query.Sort;
import org.roster.scim.resource.ScimResource;

/** Pages by cursor (RFC 9865 §2). */
interface CursorContract extends TwoTenants {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id",
                "meta.created",
                "meta.lastModified",
                "meta.resourceType",
                "schemas",
                "label",
                "note",
                "exact",
                "flag",
                "count",
                "weight",
                "since",
                "tags",
                "box.width",
                "parts.value",
                "parts.marks",
                "urn:example:params:scim:schemas:test:Badge:number",
                "urn:example:params:scim:schemas:test:Badge:levels.rank"
            })
    @Tag("C-2-03")
    @Tag("C-2-04")
    @Tag("C-2.2-01")
    @Tag("C-D-01")
    default void a_walk_passes_what_a_list_shows_in_the_same_order_forth_and_back(String attribute) {
        everywhere(FiveThings::in);
        for (boolean ascending : List.of(true, false)) {
            Sort sort = Sort.by(path(THING, attribute), ascending);
            for (int count : List.of(1, 2, 3, 5, 6)) {
                thereAndBack(page -> directory().query(THING, Filter.ALL, sort, page), count, 5);
            }
        }
    }

    @Test
    @Tag("C-2-03")
    default void a_walk_without_a_sort_is_in_the_order_of_ids() {
        FiveThings.in(directory());
        for (int count = 1; count <= 6; count++) {
            thereAndBack(page -> directory().query(THING, Filter.ALL, Sort.BY_ID, page), count, 5);
        }
    }

    @Test
    @Tag("C-2-03")
    @Tag("P-3.4.2.3-05")
    default void equal_values_and_missing_ones_are_walked_through_by_id() {
        for (int i = 0; i < 12; i++) {
            Optional<String> title = Optional.of(i % 3).filter(t -> t > 0).map(t -> t == 1 ? "same" : "Same");
            directory()
                    .create(title.map(t -> aUser().with(title(), t))
                            .orElse(aUser())
                            .with("userName", "user" + i));
        }
        for (boolean ascending : List.of(true, false)) {
            Sort byTitle = Sort.by(path(USER, title()), ascending);
            for (int count : List.of(1, 3, 4, 5, 11, 12)) {
                thereAndBack(page -> directory().query(USER, Filter.ALL, byTitle, page), count, 12);
            }
        }
    }

    @Test
    @Tag("C-2-03")
    default void only_what_matches_is_walked_through() {
        FiveThings.in(directory());
        Sort byLabel = Sort.by(path(THING, "label"), true);

        List<ScimResource> walked =
                thereAndBack(page -> directory().query(THING, "note pr and label ne \"beta\"", byLabel, page), 2, 3);
        assertThat(walked).extracting(t -> t.text("label").orElseThrow()).containsExactly("alpha", "epsilon", "gamma");
    }

    @Test
    @Tag("C-2-03")
    @Tag("P-3.4.2.1-01")
    default void several_types_are_walked_through_together() {
        ScimResource zoe = directory().create(aUser("zoe").with("displayName", "Maria"));
        directory().create(aGroup("Runners").withMember(zoe));
        everywhere(FiveThings::in);
        directory().create(aUser("adam"));
        for (Sort sort : List.of(
                Sort.BY_ID,
                Sort.by(path(USER, "displayName"), true),
                Sort.by(path(USER, "displayName"), false),
                Sort.by(path(USER, "meta.resourceType"), false))) {
            thereAndBack(page -> directory().queryRoot("id pr", sort, page), 3, 8);
        }
    }

    @Test
    @Tag("C-2-03")
    @Tag("C-D-01")
    default void values_that_begin_alike_for_long_are_walked_through_once() {
        String stem = "x".repeat(299);
        for (String end : List.of("", "a", "b", "ba", "bb", "b" + "\uD83D\uDE00", "\uD83D\uDE00", "\uD83D\uDE00z")) {
            directory().create(aThing("t").with("note", stem + end));
        }
        Sort byNote = Sort.by(path(THING, "note"), true);
        for (int count = 1; count <= 4; count++) {
            assertThat(walk(page -> directory().query(THING, Filter.ALL, byNote, page), count))
                    .hasSize(8)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    @Tag("C-2-05")
    default void a_count_of_zero_asks_for_the_total_alone() {
        FiveThings.in(directory());

        QueryResult result = directory().query(THING, Filter.ALL, Sort.BY_ID, new Page.ByCursor(Position.START, 0));
        assertThat(result).isEqualTo(QueryResult.of(List.of(), 5));
    }

    @Test
    @Tag("C-2-07")
    default void the_first_page_tells_the_total() {
        FiveThings.in(directory());
        for (int count : List.of(1, 4, 5, 6)) {
            QueryResult first =
                    directory().query(THING, Filter.ALL, Sort.BY_ID, new Page.ByCursor(Position.START, count));
            assertThat(first.totalResults()).hasValue(5);
        }
        assertThat(directory().query(USER, Filter.ALL, Sort.BY_ID, new Page.ByCursor(Position.START, 3)))
                .isEqualTo(QueryResult.of(List.of(), 0));
    }

    @Test
    @Tag("C-D-01")
    default void a_place_stays_when_the_result_beside_it_is_gone() {
        FiveThings.in(directory());
        Sort byLabel = Sort.by(path(THING, "label"), true);
        Function<Page, QueryResult> query = page -> directory().query(THING, Filter.ALL, byLabel, page);
        QueryResult first = query.apply(new Page.ByCursor(Position.START, 2));
        QueryResult second = query.apply(new Page.ByCursor(first.next().orElseThrow(), 2));
        first.resources().forEach(directory()::delete);
        directory().delete(second.resources().get(0));

        assertThat(labels(query.apply(new Page.ByCursor(first.next().orElseThrow(), 2))))
                .containsExactly("epsilon", "gamma");
        QueryResult before = query.apply(new Page.ByCursor(second.previous().orElseThrow(), 2));
        assertThat(before.resources()).isEmpty();
        assertThat(before.previous()).isEmpty();
        assertThat(labels(query.apply(new Page.ByCursor(before.next().orElseThrow(), 2))))
                .containsExactly("epsilon", "gamma");
    }

    @Test
    @Tag("C-2-03")
    default void behind_the_end_there_is_an_empty_page_with_a_way_back() {
        FiveThings.in(directory());
        Sort byLabel = Sort.by(path(THING, "label"), false);
        Function<Page, QueryResult> query = page -> directory().query(THING, Filter.ALL, byLabel, page);
        QueryResult first = query.apply(new Page.ByCursor(Position.START, 3));
        QueryResult second = query.apply(new Page.ByCursor(first.next().orElseThrow(), 3));
        second.resources().forEach(directory()::delete);

        QueryResult empty = query.apply(new Page.ByCursor(first.next().orElseThrow(), 3));
        assertThat(empty.resources()).isEmpty();
        assertThat(empty.next()).isEmpty();
        assertThat(labels(query.apply(new Page.ByCursor(empty.previous().orElseThrow(), 3))))
                .isEqualTo(labels(first));
    }

    private static List<String> labels(QueryResult result) {
        return result.resources().stream()
                .map(t -> t.text("label").orElseThrow())
                .toList();
    }

    /** Walks to the end and back to the beginning; both pass what the list has. */
    static List<ScimResource> thereAndBack(Function<Page, QueryResult> query, int count, int expected) {
        List<ScimResource> list = query.apply(Directory.EVERYTHING).resources();
        assertThat(list).hasSize(expected);
        assertThat(walk(query, count)).as("by pages of %s", count).isEqualTo(list);
        List<ScimResource> back = new ArrayList<>();
        Optional<Position> position = Optional.of(Position.END);
        while (position.isPresent()) {
            QueryResult page = query.apply(new Page.ByCursor(position.get(), count));
            back.addAll(0, page.resources());
            position = page.previous();
            assertThat(page.next()).isPresent();
        }
        assertThat(back).as("backwards by pages of %s", count).isEqualTo(list);
        stepBackEverywhere(query, count);
        return list;
    }

    /** From each page but the first, the previous page is the one that came before. */
    private static void stepBackEverywhere(Function<Page, QueryResult> query, int count) {
        QueryResult page = query.apply(new Page.ByCursor(Position.START, count));
        assertThat(page.previous()).isEmpty();
        while (page.next().isPresent()) {
            QueryResult next = query.apply(new Page.ByCursor(page.next().get(), count));
            QueryResult again = query.apply(new Page.ByCursor(next.previous().orElseThrow(), count));
            assertThat(again.resources()).isEqualTo(page.resources());
            assertThat(again.next()).isEqualTo(page.next());
            assertThat(again.previous()).isEqualTo(page.previous());
            page = next;
        }
    }

    private static List<ScimResource> walk(Function<Page, QueryResult> query, int count) {
        List<ScimResource> walked = new ArrayList<>();
        Optional<Position> position = Optional.of(Position.START);
        while (position.isPresent()) {
            QueryResult page = query.apply(new Page.ByCursor(position.get(), count));
            boolean more = page.next().isPresent();
            assertThat(page.resources()).hasSizeBetween(more ? count : 1, count);
            walked.addAll(page.resources());
            position = page.next();
        }
        return Collections.unmodifiableList(walked);
    }
}
