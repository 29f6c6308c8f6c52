package org.roster.scim.filter;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.roster.scim.filter.Filter.And;
import org.roster.scim.filter.Filter.Comparison;
import org.roster.scim.filter.Filter.Not;
import org.roster.scim.filter.Filter.Or;
import org.roster.scim.filter.Filter.Present;
import org.roster.scim.filter.Filter.ValuePath;
import org.roster.scim.path.AttributePath;
import org.roster.scim.resource.Meta;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.resource.Unassigned;
import org.roster.scim.schema.Attribute;
import org.roster.scim.schema.ComparisonKey;
import org.roster.scim.schema.DateTimes;
import org.roster.scim.schema.ResolvedPath;
import org.roster.scim.schema.ResourceType;

/**
 * What a bound filter means for a value in memory. A store that pushes filters down must select what this selects.
 *
 * <p>Choices where RFC 7644 is silent: {@code ne} is the negation of {@code eq}, so an unassigned attribute is not equal to
 * anything; {@code eq null} is the negation of {@code pr}.
 */
public final class FilterEvaluator {

    private static final JsonProvider JSON = JsonProvider.provider();

    private FilterEvaluator() {}

    /**
     * Whether a resource matches.
     *
     * @param filter bound to the type
     * @param type the type of the resource
     * @param resource the resource, with every attribute that the filter may name
     * @return true if it does
     */
    public static boolean matches(Filter filter, ResourceType type, ScimResource resource) {
        return filter.accept(new Evaluation() {
            @Override
            Optional<Attribute> definition(AttributePath path) {
                return type.resolve(path).map(ResolvedPath::target);
            }

            @Override
            Stream<JsonValue> values(AttributePath path) {
                return FilterEvaluator.values(type, resource, path);
            }
        });
    }

    /**
     * Whether an element of a multi-valued attribute matches.
     *
     * @param filter bound; its paths are names of sub-attributes
     * @param attribute the multi-valued attribute
     * @param element an object, or the value itself where the attribute is not complex
     * @return true if it does
     */
    public static boolean matchesElement(Filter filter, Attribute attribute, JsonValue element) {
        return filter.accept(new Evaluation() {
            @Override
            Optional<Attribute> definition(AttributePath path) {
                return attribute.complex() ? attribute.subAttribute(path.name()) : Optional.of(attribute);
            }

            @Override
            Stream<JsonValue> values(AttributePath path) {
                return element instanceof JsonObject object ? ScimResource.values(object, path) : Stream.of(element);
            }
        });
    }

    private static Stream<JsonValue> values(ResourceType type, ScimResource resource, AttributePath path) {
        if (path.schema().isPresent()) {
            return resource.values(path);
        }
        return switch (path.name()) {
            case "id" -> Stream.of(JSON.createValue(resource.id()));
            case "schemas" -> schemas(type, resource).map(JSON::createValue);
            case "meta" -> ScimResource.values(meta(resource.meta()), path);
            default -> resource.values(path);
        };
    }

    private static Stream<String> schemas(ResourceType type, ScimResource resource) {
        Stream<String> extensions = type.extensions().stream()
                .map(e -> e.schema().id())
                .filter(urn -> !Unassigned.is(resource.attributes().get(urn)));
        return Stream.concat(Stream.of(type.schema().id()), extensions);
    }

    private static JsonObject meta(Meta meta) {
        JsonObjectBuilder values = JSON.createObjectBuilder()
                .add("resourceType", meta.resourceType())
                .add("created", DateTimes.wire(meta.created()))
                .add("lastModified", DateTimes.wire(meta.lastModified()));
        return JSON.createObjectBuilder().add("meta", values).build();
    }

    /** The operators, over values that come from a resource or from an element. */
    private abstract static class Evaluation implements Filter.Visitor<Boolean> {

        abstract Optional<Attribute> definition(AttributePath path);

        abstract Stream<JsonValue> values(AttributePath path);

        @Override
        public Boolean and(And and) {
            return and.terms().stream().allMatch(t -> t.accept(this));
        }

        @Override
        public Boolean or(Or or) {
            return or.terms().stream().anyMatch(t -> t.accept(this));
        }

        @Override
        public Boolean not(Not not) {
            return !not.term().accept(this);
        }

        @Override
        public Boolean present(Present present) {
            return values(present.path()).anyMatch(v -> !Unassigned.is(v));
        }

        @Override
        public Boolean comparison(Comparison comparison) {
            boolean negated = comparison.operator() == CompareOperator.NE;
            if (JsonValue.NULL.equals(comparison.value())) {
                return negated == values(comparison.path()).anyMatch(v -> !Unassigned.is(v));
            }
            return definition(comparison.path())
                    .map(a -> negated != values(comparison.path()).anyMatch(v -> compares(a, v, comparison)))
                    .orElse(negated);
        }

        @Override
        public Boolean valuePath(ValuePath valuePath) {
            return definition(valuePath.path())
                    .map(a -> values(valuePath.path()).anyMatch(e -> matchesElement(valuePath.filter(), a, e)))
                    .orElse(false);
        }

        private static boolean compares(Attribute attribute, JsonValue value, Comparison comparison) {
            @Nullable String left = ComparisonKey.of(attribute, value).orElse(null);
            @Nullable
            String right = ComparisonKey.of(attribute, comparison.value()).orElse(null);
            if (left == null || right == null) {
                return false;
            }
            return comparison.operator().holds(left, right);
        }
    }
}
