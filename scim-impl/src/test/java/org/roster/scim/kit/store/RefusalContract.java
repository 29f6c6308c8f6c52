package org.roster.scim.kit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.roster.scim.fixture.Refusal.refused;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.TestAbortedException;
import org.roster.scim.engine.operation.Capabilities;
import org.roster.scim.engine.operation.Change;
import org.roster.scim.engine.operation.Replacement;
import org.roster.scim.engine.operation.Search;
import org.roster.scim.error.ScimException;
import org.roster.scim.filter.Filter;
import org.roster.scim.fixture.Body;
import org.roster.scim.fixture.Directory;
import org.roster.scim.query.Page;
import org.roster.scim.query.Position;
import org.roster.scim.query.Projection;
import org.roster.scim.query.Query;
import org.roster.scim.query.Selection;
import org.roster.scim.query.Sort;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.spi.Precondition;
import org.roster.scim.spi.RequestContext;
import org.roster.scim.spi.ResourceKey;
import org.roster.scim.spi.ResourceStore;
import org.roster.scim.spi.StoreFeatures;

/**
 * The service claims what its store can do (RFC 7643 §5), and refuses the rest with 501 (RFC 7644 §3.12).
 *
 * @see ResourceStore
 */
interface RefusalContract extends TwoTenants {

    /** Something that a store can do or cannot; empty where ServiceProviderConfig has no word for it. */
    record Ability(String name, boolean there, Optional<Boolean> claimed, int refusal, ThrowingCallable attempt) {

        void check() {
            claimed.ifPresent(
                    claim -> assertThat(claim).as("ServiceProviderConfig").isEqualTo(there));
            if (there) {
                assertThat(catchThrowable(attempt))
                        .satisfiesAnyOf(
                                thrown -> assertThat(thrown).isNull(),
                                thrown -> assertThat(((ScimException) thrown).status())
                                        .isNotEqualTo(refusal));
            } else {
                refused(attempt).as(refusal);
            }
        }
    }

    @TestFactory
    @Tag("S-5-01")
    default Stream<DynamicTest> what_the_store_can_do_is_claimed_and_the_rest_is_refused() {
        Attempts attempts = new Attempts(new Recipes(directory()), body());
        return Stream.concat(attempts.changes(), attempts.queries()).map(a -> dynamicTest(a.name(), a::check));
    }

    private Body body() {
        List<String> types = new Recipes(directory())
                .types().stream().map(ResourceType::name).toList();
        if (types.contains("User")) {
            return Body.aUser();
        }
        if (types.contains("Group")) {
            return Body.aGroup("Guides");
        }
        throw new TestAbortedException("the store keeps neither users nor groups");
    }

    /** What is tried, with resources of one type. */
    record Attempts(Recipes recipes, Body body) {

        private static final Page FIRST = new Page.ByIndex(1, 1);

        private Directory directory() {
            return recipes.directory();
        }

        private ResourceType type() {
            return directory().registry().byName(body.type().name()).orElseThrow();
        }

        private ResourceKey key() {
            return new ResourceKey(type(), "unknown");
        }

        private StoreFeatures features() {
            return directory().store().features();
        }

        private RequestContext context() {
            return recipes.context();
        }

        private Ability ability(Class<? extends ResourceStore> capability, Boolean claim, ThrowingCallable attempt) {
            return new Ability(capability.getSimpleName(), recipes.has(capability), Optional.of(claim), 501, attempt);
        }

        private Ability ability(Class<? extends ResourceStore> capability, ThrowingCallable attempt) {
            return new Ability(capability.getSimpleName(), recipes.has(capability), Optional.empty(), 501, attempt);
        }

        Stream<Ability> changes() {
            Capabilities claimed = recipes.claimed();
            return Stream.of(
                    ability(
                            ResourceStore.Reads.class,
                            () -> recipes.operations().read().read(context(), key(), Projection.DEFAULT)),
                    ability(
                            ResourceStore.Creates.class,
                            () -> recipes.operations()
                                    .create()
                                    .create(context(), type(), body.json(), Projection.DEFAULT)),
                    ability(ResourceStore.Updates.class, claimed.patch(), () -> patch(Precondition.NONE)),
                    ability(ResourceStore.Updates.class, claimed.patch(), () -> replace(Precondition.NONE)),
                    ability(
                            ResourceStore.Deletes.class,
                            () -> recipes.operations().delete().delete(context(), key(), Precondition.NONE)),
                    new Ability(
                            "versions",
                            features().versions() && recipes.has(ResourceStore.Updates.class),
                            Optional.empty(),
                            501,
                            () -> replace(new Precondition(List.of("1")))),
                    new Ability(
                            "entity tags",
                            features().versions(),
                            Optional.of(claimed.etag()),
                            500,
                            () -> requireVersions()),
                    new Ability(
                            "Atomic",
                            recipes.has(ResourceStore.Atomic.class),
                            Optional.empty(),
                            409,
                            () -> recipes.operations().atomically(List.of(type()), inside -> 1)));
        }

        private void requireVersions() {
            if (!features().versions()) {
                throw ScimException.of(500, "there are none");
            }
        }

        private void patch(Precondition precondition) {
            String name = type().displayAttributes().stream().findFirst().orElse("externalId");
            Change change = new Change(
                    Directory.request("[{'op': 'replace', 'path': '" + name + "', 'value': 'x'}]"), precondition);
            recipes.operations().patch().patch(context(), key(), change, Projection.DEFAULT);
        }

        private void replace(Precondition precondition) {
            Replacement replacement = new Replacement(body.json(), precondition);
            recipes.operations().replace().replace(context(), key(), replacement, Projection.DEFAULT);
        }

        Stream<Ability> queries() {
            Capabilities claimed = recipes.claimed();
            boolean queries = recipes.has(ResourceStore.Queries.class);
            Sort byName = type().displayAttributes().stream()
                    .flatMap(name -> type().resolve(name).stream())
                    .map(path -> Sort.by(path, true))
                    .findFirst()
                    .orElse(Sort.BY_ID);
            Page byCursor = new Page.ByCursor(Position.START, 1);
            Stream<Ability> ofOneType = Stream.of(
                    ability(ResourceStore.Queries.class, claimed.filter(), () -> query(Sort.BY_ID, FIRST)),
                    new Ability(
                            "sort",
                            queries && features().sort(),
                            Optional.of(claimed.sort()),
                            501,
                            () -> query(byName, FIRST)),
                    new Ability(
                            "cursors",
                            queries && features().cursors(),
                            Optional.of(claimed.cursor()),
                            501,
                            () -> query(Sort.BY_ID, byCursor)));
            return recipes.types().size() < 2
                    ? ofOneType
                    : Stream.concat(
                            ofOneType,
                            Stream.of(new Ability(
                                    "several types",
                                    queries && features().acrossTypes(),
                                    Optional.empty(),
                                    501,
                                    this::queryRoot)));
        }

        private void query(Sort sort, Page page) {
            Query query = Query.of(type(), Filter.ALL, new Query.Order(sort, page), Projection.DEFAULT);
            recipes.operations().query().query(context(), new Search(query, Optional.empty()));
        }

        private void queryRoot() {
            List<Selection> selections = recipes.types().stream()
                    .map(type -> new Selection(type, Filter.ALL, Projection.DEFAULT))
                    .toList();
            Query query = new Query(selections, new Query.Order(Sort.BY_ID, FIRST));
            recipes.operations().queryRoot().query(context(), new Search(query, Optional.empty()));
        }
    }
}
