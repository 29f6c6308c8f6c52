package org.roster.scim.engine.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.roster.scim.filter.Filter;
import org.roster.scim.filter.FilterEvaluator;
import org.roster.scim.fixture.Directory;
import org.roster.scim.fixture.RandomFilters;
import org.roster.scim.fixture.RandomUsers;
import org.roster.scim.fixture.TestSchemas;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.spi.ResourceStore;

/**
 * What the databases select is what {@link FilterEvaluator} selects, for filters that nobody thought of. More of them with
 * {@code -Droster.random.filters=100000}; a failure tells the seed, to be given back as {@code -Droster.random.seed}.
 */
@ExtendWith(Databases.class)
@Timeout(3_600)
class RandomFilterTest {

    private static final int FILTERS = Integer.getInteger("roster.random.filters", 5_000);
    private static final long SEED = Long.getLong("roster.random.seed", new Random().nextLong());
    private static final int RESOURCES = 200;

    @Test
    @Tag("P-3.4.2.2-18")
    void h2_selects_what_the_evaluator_selects(Databases.OnH2 database) {
        compare(database.store(), FILTERS / 2);
    }

    @Test
    @Tag("P-3.4.2.2-18")
    void postgres_selects_what_the_evaluator_selects(Databases.OnPostgres database) {
        compare(database.store(), FILTERS - FILTERS / 2);
    }

    private static void compare(ResourceStore store, int filters) {
        Random random = new Random(SEED);
        Directory directory = new Directory(store, "random-" + UUID.randomUUID());
        RandomUsers.of(random, RESOURCES).forEach(directory::create);
        for (ResourceType type : List.of(TestSchemas.USER, TestSchemas.THING)) {
            List<ScimResource> all = directory.all(type);
            RandomFilters dice = new RandomFilters(random, type);
            Stream.generate(dice::next).limit(filters / 2).forEach(filter -> same(directory, type, all, filter));
        }
    }

    private static void same(Directory directory, ResourceType type, List<ScimResource> all, Filter filter) {
        List<String> expected = all.stream()
                .filter(r -> FilterEvaluator.matches(filter, type, r))
                .map(ScimResource::id)
                .toList();
        assertThat(directory.ids(type, filter))
                .as(() -> "seed " + SEED + ", filter " + filter)
                .isEqualTo(expected);
    }
}
