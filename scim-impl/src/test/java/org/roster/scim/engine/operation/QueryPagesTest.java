package org.roster.scim.engine.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.fixture.Body.aGroup;
import static org.roster.scim.fixture.Body.aUser;
import static org.roster.scim.fixture.Refusal.refused;
import static org.roster.scim.fixture.TestSchemas.GROUP;
import static org.roster.scim.fixture.TestSchemas.REGISTRY;
import static org.roster.scim.fixture.TestSchemas.USER;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.roster.scim.engine.configuration.Configuration;
import org.roster.scim.engine.cursor.Cursors;
import org.roster.scim.engine.store.memory.MemoryResourceStore;
import org.roster.scim.filter.Filter;
import org.roster.scim.fixture.Directory;
import org.roster.scim.query.Page;
import org.roster.scim.query.Position;
import org.roster.scim.query.Projection;
import org.roster.scim.query.Query;
import org.roster.scim.query.QueryResult;
import org.roster.scim.query.Selection;
import org.roster.scim.query.Sort;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.spi.Caller;
import org.roster.scim.spi.Decision;
import org.roster.scim.spi.RequestContext;
import org.roster.scim.spi.ResourceStore;
import org.roster.scim.spi.StoreFeatures;

/** Queries by cursor, from one request to the next (RFC 9865). */
class QueryPagesTest {

    private static final RequestContext CONTEXT = new RequestContext("t", new Caller("c", Set.of()));

    private final MemoryResourceStore store = new MemoryResourceStore(REGISTRY);
    private final Directory directory = new Directory(store, CONTEXT.tenant());
    private final Set<ResourceType> permitted = new HashSet<>(REGISTRY.resourceTypes());
    private final Permission permission = new Permission((context, operation, type) ->
            permitted.contains(type) ? Decision.permit("test") : Decision.deny("not " + type.name()));

    @BeforeEach
    void fiveUsersAndTwoGroups() {
        for (String name : List.of("a", "b", "c", "d", "e")) {
            directory.create(aUser(name));
        }
        directory.create(aGroup("f"));
        directory.create(aGroup("g"));
    }

    private static Search search(List<ResourceType> types, int count, Optional<String> cursor) {
        List<Selection> selections = types.stream()
                .map(type -> new Selection(type, Filter.ALL, Projection.DEFAULT))
                .toList();
        Query.Order order = new Query.Order(Sort.BY_ID, new Page.ByCursor(Position.START, count));
        return new Search(new Query(selections, order), cursor);
    }

    private Pages pages(ResourceStore... stores) {
        Cursors cursors = new Cursors(name -> new byte[32], new Configuration(name -> null, Map.of()));
        return new Pages(Stores.of(List.of(stores)), cursors);
    }

    private Results users(Optional<String> cursor) {
        return new QueryResources(permission, pages(store)).query(CONTEXT, search(List.of(USER), 2, cursor));
    }

    private Results everything(Optional<String> cursor) {
        return new QueryRoot(permission, pages(store)).query(CONTEXT, search(REGISTRY.resourceTypes(), 2, cursor));
    }

    private static List<String> walk(Function<Optional<String>, Results> query) {
        List<String> ids = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Results page = query.apply(cursor);
            page.resources().forEach(r -> ids.add(r.id()));
            cursor = page.nextCursor();
        } while (cursor.isPresent());
        return ids;
    }

    @Test
    @Tag("C-2-03")
    @Tag("C-5.3-01")
    void a_walk_is_carried_on_by_whoever_has_the_key() {
        assertThat(walk(this::users))
                .isEqualTo(directory.all(USER).stream().map(ScimResource::id).toList());
        assertThat(walk(this::everything)).hasSize(7).doesNotHaveDuplicates();
    }

    @Test
    @Tag("C-2-07")
    void every_page_has_the_total_of_the_first() {
        Results first = users(Optional.empty());
        directory.create(aUser("z"));
        Results second = users(first.nextCursor());
        assertThat(List.of(first, second, users(second.nextCursor()), users(second.previousCursor())))
                .allSatisfy(page -> assertThat(page.totalResults()).hasValue(5));
        assertThat(users(Optional.empty()).totalResults()).hasValue(6);
    }

    @Test
    @Tag("C-5.2-01")
    @Tag("C-5.2-02")
    void who_may_no_longer_query_is_refused_whatever_cursor_he_has() {
        Optional<String> next = users(Optional.empty()).nextCursor();
        permitted.remove(USER);
        refused(() -> users(next)).as(403);
    }

    @Test
    @Tag("C-5.2-02")
    void a_cursor_of_the_root_ends_when_the_caller_sees_other_types() {
        Optional<String> next = everything(Optional.empty()).nextCursor();
        permitted.remove(GROUP);
        refused(() -> everything(next)).as(400, "invalidCursor");
        assertThat(walk(this::everything)).hasSize(5);
    }

    @Test
    @Tag("C-2.1-01")
    void a_cursor_for_a_query_that_finds_nothing_is_a_wrong_one() {
        Optional<String> next = everything(Optional.empty()).nextCursor();
        Filter robots = Directory.filter(USER, "meta.resourceType eq \"Robot\"");
        Query nothing = search(REGISTRY.resourceTypes(), 2, next).query().with(s -> s.with(robots));
        QueryRoot root = new QueryRoot(permission, pages(store));

        refused(() -> root.query(CONTEXT, new Search(nothing, next))).as(400, "invalidCursor");
        assertThat(root.query(CONTEXT, new Search(nothing, Optional.empty())).totalResults())
                .hasValue(0);
    }

    @Test
    void a_store_without_cursors_says_so() {
        QueryResources query = new QueryResources(permission, pages(new WithoutCursors(store)));
        refused(() -> query.query(CONTEXT, search(List.of(USER), 2, Optional.empty())))
                .as(501)
                .saying("cursor", "User");
    }

    private record WithoutCursors(MemoryResourceStore inner) implements ResourceStore.Queries {

        @Override
        public boolean keeps(ResourceType type) {
            return true;
        }

        @Override
        public StoreFeatures features() {
            return new StoreFeatures(true, true, false, true);
        }

        @Override
        public QueryResult query(RequestContext context, Query query) {
            return inner.query(context, query);
        }
    }
}
