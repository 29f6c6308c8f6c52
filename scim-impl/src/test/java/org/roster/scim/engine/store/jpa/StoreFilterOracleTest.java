package org.roster.scim.engine.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.roster.scim.filter.Filter;
import org.roster.scim.filter.FilterEvaluator;
import org.roster.scim.fixture.Directory;
import org.roster.scim.fixture.RandomFilters;
import org.roster.scim.fixture.RandomResources;
import org.roster.scim.fixture.RandomValues;
import org.roster.scim.fixture.TestSchemas;
import org.roster.scim.oracle.Trial;
import org.roster.scim.query.Page;
import org.roster.scim.query.Position;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.spi.ResourceStore;

/**
 * What the databases select is what {@link FilterEvaluator} selects, for filters that nobody thought of. A case is one random
 * filter and one resource that it selects or not; a filter is asked of all resources of its type at once.
 */
@ExtendWith(Databases.class)
@Timeout(7_200)
class StoreFilterOracleTest {

    private static final int RESOURCES = 100;
    private static final Page WALK = new Page.ByCursor(Position.START, RESOURCES);
    private static final Pattern DERIVED = Pattern.compile("(members|groups)(\\.|\\[.*)(display|\\$ref)");

    @Test
    @Tag("P-3.4.2.2-18")
    void h2_selects_what_the_evaluator_selects(Databases.OnH2 database) {
        compare(database.store(), Trial.share("filters, H2", 100));
    }

    @Test
    @Tag("P-3.4.2.2-18")
    void postgres_selects_what_the_evaluator_selects(Databases.OnPostgres database) {
        compare(database.store(), Trial.share("filters, PostgreSQL", 100));
    }

    @Test
    @Tag("P-3.4.2.2-18")
    void mariadb_selects_what_the_evaluator_selects(Databases.OnMariaDb database) {
        compare(database.store(), Trial.share("filters, MariaDB", 100));
    }

    private static void compare(ResourceStore store, Trial trial) {
        RandomValues values = RandomValues.tame(trial.random());
        Directory directory = new Directory(store, "random-" + UUID.randomUUID());
        List<ResourceType> types = List.of(TestSchemas.USER, TestSchemas.THING, TestSchemas.GROUP);
        populate(directory, types, values);
        int filters = 0;
        int selected = 0;
        for (ResourceType type : types) {
            List<ScimResource> all = directory.all(type);
            RandomFilters dice = new RandomFilters(values, type, all);
            for (int asked = 0; asked < trial.cases() / types.size(); asked += RESOURCES) {
                filters++;
                selected += same(directory, type, all, searchable(dice), trial);
            }
        }
        trial.done(filters + " filters on " + RESOURCES + " resources each, " + selected + " selected, 0 differences");
    }

    private static void populate(Directory directory, List<ResourceType> types, RandomValues values) {
        RandomResources resources = new RandomResources(values);
        List<ScimResource> members = new ArrayList<>();
        for (ResourceType type : types) {
            resources.of(type, RESOURCES).forEach(body -> {
                boolean group = type.membership().isPresent();
                members.add(directory.create(
                        group
                                ? body.withMembers(List.of(members.get(values.below(RESOURCES)), values.pick(members)))
                                : body));
            });
            if (type == TestSchemas.THING) {
                members.removeIf(m -> m.meta().resourceType().equals("Thing"));
            }
        }
    }

    /** What tables do not keep of a member or a group, its URI and its display, they refuse to search for. */
    private static Filter searchable(RandomFilters dice) {
        return Stream.generate(dice::next)
                .filter(f -> !DERIVED.matcher(f.toString()).find())
                .findFirst()
                .orElseThrow();
    }

    private static int same(
            Directory directory, ResourceType type, List<ScimResource> all, Filter filter, Trial trial) {
        List<String> selected = directory.ids(type, filter);
        assertThat(directory.ids(type, filter, WALK))
                .as(() -> trial.seed() + "\nfilter " + filter + ", by cursor, where no value is looked up before")
                .isEqualTo(selected);
        for (ScimResource resource : all) {
            assertThat(selected.contains(resource.id()))
                    .as(() -> trial.seed() + "\nfilter " + filter + "\non " + resource)
                    .isEqualTo(FilterEvaluator.matches(filter, type, resource));
        }
        return selected.size();
    }
}
