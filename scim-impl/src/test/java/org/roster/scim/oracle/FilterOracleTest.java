package org.roster.scim.oracle;

import static org.assertj.core.api.Assertions.fail;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.roster.scim.error.ScimException;
import org.roster.scim.filter.Filter;
import org.roster.scim.filter.FilterEvaluator;
import org.roster.scim.fixture.Body;
import org.roster.scim.fixture.Directory;
import org.roster.scim.fixture.RandomFilters;
import org.roster.scim.fixture.RandomResources;
import org.roster.scim.fixture.RandomValues;
import org.roster.scim.fixture.TestSchemas;
import org.roster.scim.resource.Meta;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.schema.ResourceType;

/**
 * What the parser, the binder and {@link FilterEvaluator} make of a filter is what {@link NaiveFilter} makes of it. A case is
 * one random filter, asked of ten random resources.
 */
@Timeout(3_600)
class FilterOracleTest {

    private static final int RESOURCES = 300;
    private static final int ASKED = 10;

    @Test
    @Tag("P-3.4.2.2-02")
    @Tag("P-3.4.2.2-03")
    @Tag("P-3.4.2.2-07")
    @Tag("P-3.4.2.2-08")
    void a_second_evaluator_sees_every_filter_the_same_way() {
        Trial trial = Trial.of("filters, in memory");
        Score score = new Score();
        for (ResourceType type : List.of(TestSchemas.USER, TestSchemas.THING)) {
            RandomValues values = RandomValues.wild(trial.random());
            List<ScimResource> resources = resources(new RandomResources(values).of(type, RESOURCES));
            List<Asked> asked = resources.stream()
                    .map(r -> new Asked(r, Representation.of(type, r)))
                    .toList();
            RandomFilters filters = new RandomFilters(values, type, resources);
            for (int i = 0; i < trial.cases() / 2; i++) {
                int from = values.below(RESOURCES - ASKED);
                compare(type, filters.text(), asked.subList(from, from + ASKED), score)
                        .ifPresent(difference -> fail(trial.seed() + difference));
            }
        }
        trial.done(score.toString());
    }

    private record Asked(ScimResource resource, JsonObject representation) {}

    private static Optional<String> compare(ResourceType type, String text, List<Asked> resources, Score score) {
        Object ours = ours(type, text);
        Object naive = naive(type, text);
        if (ours instanceof ScimException refusal && naive instanceof Refused refused) {
            score.refused++;
            return refused.allows(PatchComparison.answer(refusal))
                    ? Optional.empty()
                    : Optional.of("\n" + text + "\nrefused with " + refusal + "\noracle " + refused);
        }
        if (!(ours instanceof Filter filter) || !(naive instanceof Predicate<?>)) {
            return Optional.of("\n" + text + "\nours: " + ours + "\noracle: " + naive);
        }
        @SuppressWarnings("unchecked")
        Predicate<JsonValue> predicate = (Predicate<JsonValue>) naive;
        for (Asked asked : resources) {
            boolean match = FilterEvaluator.matches(filter, type, asked.resource());
            if (match != predicate.test(asked.representation())) {
                return Optional.of("\n" + text + "\nours: " + match + "\non " + asked.representation());
            }
            score.asked++;
            score.matched += match ? 1 : 0;
        }
        score.filters++;
        return Optional.empty();
    }

    private static Object ours(ResourceType type, String text) {
        try {
            return Directory.filter(type, text);
        } catch (ScimException refused) {
            return refused;
        }
    }

    private static Object naive(ResourceType type, String text) {
        try {
            return NaiveFilter.of(text, type);
        } catch (Refused refused) {
            return refused;
        }
    }

    private static List<ScimResource> resources(List<Body> bodies) {
        return bodies.stream()
                .map(b -> new ScimResource(
                        "id-" + b.hashCode() % 1_000,
                        new Meta(
                                b.type().name(),
                                Instant.parse("2020-01-01T00:00:00Z"),
                                Instant.parse("2020-01-01T00:00:00.500Z"),
                                "1"),
                        b.attributes()))
                .toList();
    }

    private static final class Score {
        private int filters;
        private int refused;
        private int asked;
        private int matched;

        @Override
        public String toString() {
            return filters + " filters accepted, " + refused + " refused, " + asked + " answers, " + matched
                    + " of them true, 0 differences";
        }
    }
}
