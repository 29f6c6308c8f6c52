package org.roster.scim.engine.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.fixture.Body.aGroup;
import static org.roster.scim.fixture.Body.aUser;
import static org.roster.scim.fixture.Refusal.refused;
import static org.roster.scim.fixture.TestSchemas.GROUP;
import static org.roster.scim.fixture.TestSchemas.REGISTRY;
import static org.roster.scim.fixture.TestSchemas.USER;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.roster.scim.engine.configuration.Configuration;
import org.roster.scim.engine.cursor.Cursors;
import org.roster.scim.engine.store.memory.MemoryResourceStore;
import org.roster.scim.filter.Filter;
import org.roster.scim.filter.FilterLimits;
import org.roster.scim.filter.FilterParser;
import org.roster.scim.fixture.Directory;
import org.roster.scim.query.Page;
import org.roster.scim.query.Projection;
import org.roster.scim.query.Query;
import org.roster.scim.query.QueryResult;
import org.roster.scim.query.Selection;
import org.roster.scim.query.Sort;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.spi.Attempt;
import org.roster.scim.spi.Authorizer;
import org.roster.scim.spi.Caller;
import org.roster.scim.spi.Decision;
import org.roster.scim.spi.Operation;
import org.roster.scim.spi.RequestContext;
import org.roster.scim.spi.ResourceStore;
import org.roster.scim.spi.StoreFeatures;

/** Who sees what at the root, and which stores can answer there. */
class QueryRootTest {

    private static final RequestContext CONTEXT = new RequestContext("t", new Caller("c", Set.of()));

    private static final Cursors CURSORS = new Cursors(name -> new byte[32], new Configuration(name -> null, Map.of()));

    private final MemoryResourceStore store = new MemoryResourceStore(REGISTRY);

    @BeforeEach
    void oneOfEach() {
        Directory directory = new Directory(store, CONTEXT.tenant());
        directory.create(aUser("adam"));
        directory.create(aGroup("Guides"));
    }

    /** Permits queries for the given types. */
    private static Authorizer permitting(ResourceType... types) {
        return (context, operation, type) ->
                operation == Operation.QUERY && List.of(types).contains(type)
                        ? Decision.permit("test")
                        : Decision.deny("not " + type.name());
    }

    private Results query(Authorizer authorizer, String filter, ResourceStore... stores) {
        return query(new Permission(authorizer), filter, stores);
    }

    private Results query(Permission permission, String filter, ResourceStore... stores) {
        Filter parsed = FilterParser.parse(filter, FilterLimits.DEFAULT);
        List<Selection> selections = REGISTRY.resourceTypes().stream()
                .map(type -> new Selection(type, parsed, Projection.DEFAULT))
                .toList();
        Query query = new Query(selections, new Query.Order(Sort.BY_ID, new Page.ByIndex(1, 10)));
        Pages pages = new Pages(Stores.of(List.of(stores)), CURSORS);
        return new QueryRoot(permission, pages).query(CONTEXT, new Search(query, Optional.empty()));
    }

    private static List<String> types(Results result) {
        return result.resources().stream()
                .map(r -> r.meta().resourceType())
                .sorted()
                .toList();
    }

    @Test
    @Tag("P-2-02")
    @Tag("P-3.4.2.1-01")
    void a_caller_sees_the_types_that_he_may_query() {
        assertThat(types(query(permitting(USER, GROUP), "id pr", store))).containsExactly("Group", "User");
        Results result = query(permitting(GROUP), "id pr", store);
        assertThat(types(result)).containsExactly("Group");
        assertThat(result.totalResults()).hasValue(1);
    }

    @Test
    @Tag("P-3.4.2.2-19")
    void a_type_that_he_may_not_query_can_be_asked_nothing() {
        assertThat(query(permitting(GROUP), "meta.resourceType eq \"User\"", store)
                        .totalResults())
                .hasValue(0);
        refused(() -> query(permitting(GROUP), "userName eq \"adam\"", store)).as(400, "invalidFilter");
    }

    @Test
    @Tag("P-2-02")
    void who_may_query_nothing_is_told_so() {
        refused(() -> query(permitting(), "id pr", store)).as(403).saying("not User");
    }

    @Test
    void what_is_refused_is_noted_for_each_type() {
        Attempts attempts = new Attempts();
        refused(() -> query(new Permission(permitting(), new Protection(), attempts), "id pr", store))
                .as(403);
        assertThat(attempts.refused())
                .extracting(Attempt::resourceType)
                .containsExactlyElementsOf(REGISTRY.resourceTypes().stream()
                        .map(ResourceType::name)
                        .toList());
    }

    @Test
    void stores_that_cannot_answer_together_say_so() {
        ResourceStore users = new Only(store, USER, true);
        ResourceStore groups = new Only(store, GROUP, true);
        refused(() -> query(permitting(USER, GROUP), "id pr", users, groups))
                .as(501)
                .saying("User, Group", "endpoint");
        assertThat(types(query(permitting(USER, GROUP), "meta.resourceType eq \"Group\"", users, groups)))
                .containsExactly("Group");
    }

    @Test
    void a_store_that_answers_for_one_type_at_a_time_says_so() {
        ResourceStore simple = new Only(store, null, false);
        refused(() -> query(permitting(USER, GROUP), "id pr", simple)).as(501);
        assertThat(types(query(permitting(USER), "id pr", simple))).containsExactly("User");
    }

    /** A store for one type, or for all. */
    private record Only(MemoryResourceStore inner, @Nullable ResourceType type, boolean across)
            implements ResourceStore.Queries {

        @Override
        public boolean keeps(ResourceType asked) {
            return type == null || type.equals(asked);
        }

        @Override
        public StoreFeatures features() {
            return new StoreFeatures(true, true, false, across);
        }

        @Override
        public QueryResult query(RequestContext context, Query query) {
            return inner.query(context, query);
        }
    }
}
