package org.roster.scim.engine.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.fixture.Body.aThing;
import static org.roster.scim.fixture.Body.aUser;
import static org.roster.scim.fixture.TestSchemas.THING;
import static org.roster.scim.fixture.TestSchemas.USER;
import static org.roster.scim.fixture.TestSchemas.path;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.scim.filter.Filter;
import org.roster.scim.fixture.Directory;
import org.roster.scim.query.Page;
import org.roster.scim.query.QueryResult;
import org.roster.scim.query.Sort;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.schema.ResourceType;

/** Clients walk by {@code startIndex} 1, 4, 7, ... (RFC 7644 §3.4.2.4), while others change what they walk through. */
@ExtendWith(Databases.class)
class WalksTest {

    private final Directory directory;

    WalksTest(Databases.OnH2 database) {
        this.directory = new Directory(database.store(), "walks-" + UUID.randomUUID());
    }

    private List<ScimResource> users(int number) {
        return IntStream.range(0, number)
                .mapToObj(n -> directory.create(aUser().with("userName", "user " + n)))
                .sorted(Comparator.comparing(ScimResource::id))
                .toList();
    }

    private List<String> page(ResourceType type, Sort sort, int startIndex) {
        QueryResult page = directory.query(type, Filter.ALL, sort, new Page.ByIndex(startIndex, 3));
        return page.resources().stream().map(ScimResource::id).toList();
    }

    private static List<String> ids(List<ScimResource> resources) {
        return resources.stream().map(ScimResource::id).toList();
    }

    @Test
    void a_walk_misses_nobody_when_others_are_deleted() {
        List<ScimResource> users = users(9);

        List<String> seen = new ArrayList<>(page(USER, Sort.BY_ID, 1));
        directory.delete(users.get(0));
        directory.delete(users.get(2));
        seen.addAll(page(USER, Sort.BY_ID, 4));
        directory.delete(users.get(4));
        seen.addAll(page(USER, Sort.BY_ID, 7));

        assertThat(seen).isEqualTo(ids(users));
    }

    @Test
    void a_walk_up_to_the_total_misses_nobody_when_more_are_deleted_than_come() {
        List<ScimResource> users = users(11);

        List<String> seen = new ArrayList<>(page(USER, Sort.BY_ID, 1));
        users.subList(0, 3).forEach(directory::delete);
        int next = 4;
        for (long total = next; next <= total; next += 3) {
            QueryResult page = directory.query(USER, Filter.ALL, Sort.BY_ID, new Page.ByIndex(next, 3));
            seen.addAll(ids(page.resources()));
            total = page.totalResults().orElseThrow();
        }

        assertThat(seen).isEqualTo(ids(users));
    }

    @Test
    void a_walk_is_told_the_true_total_as_long_as_it_reaches_beyond_the_page() {
        List<ScimResource> users = users(9);
        page(USER, Sort.BY_ID, 1);
        directory.delete(users.get(0));

        assertThat(directory
                        .query(USER, Filter.ALL, Sort.BY_ID, new Page.ByIndex(4, 3))
                        .totalResults())
                .hasValue(8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"label", "note", "meta.created"})
    void a_walk_in_order_sees_nobody_twice_when_others_come(String attribute) {
        Sort sort = Sort.by(path(THING, attribute), true);
        List<ScimResource> things = Stream.of("d", "e", "f", "g", "h", "i", "j")
                .map(name -> directory.create(aThing(name).with("note", name)))
                .toList();

        List<String> seen = new ArrayList<>(page(THING, sort, 1));
        directory.create(aThing("a").with("note", "a"));
        directory.create(aThing("b").with("note", "b"));
        seen.addAll(page(THING, sort, 4));
        seen.addAll(page(THING, sort, 7));

        assertThat(seen).doesNotHaveDuplicates().containsAll(ids(things));
    }

    @Test
    void a_walk_that_begins_again_sees_what_is_there_then() {
        List<ScimResource> users = users(7);
        page(USER, Sort.BY_ID, 1);
        page(USER, Sort.BY_ID, 4);
        directory.delete(users.get(0));

        List<String> again = Stream.of(1, 4)
                .flatMap(start -> page(USER, Sort.BY_ID, start).stream())
                .toList();

        assertThat(again).isEqualTo(ids(users.subList(1, 7)));
    }

    @Test
    void a_page_that_nobody_walked_to_is_counted() {
        List<ScimResource> users = users(8);
        assertThat(page(USER, Sort.BY_ID, 5)).isEqualTo(ids(users.subList(4, 7)));
    }
}
