package org.roster.scim.engine.schema;

import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.function.Function;
import org.roster.scim.error.ScimException;
import org.roster.scim.filter.CompareOperator;
import org.roster.scim.filter.Filter;
import org.roster.scim.filter.Filter.And;
import org.roster.scim.filter.Filter.Comparison;
import org.roster.scim.filter.Filter.Not;
import org.roster.scim.filter.Filter.Or;
import org.roster.scim.filter.Filter.Present;
import org.roster.scim.filter.Filter.ValuePath;
import org.roster.scim.path.AttributePath;
import org.roster.scim.schema.Attribute;
import org.roster.scim.schema.AttributeType;
import org.roster.scim.schema.CommonAttributes;
import org.roster.scim.schema.ComparisonKey;
import org.roster.scim.schema.Mutability;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.schema.Returned;
import org.roster.scim.schema.Suggestion;

/**
 * Binds a filter to a schema, as {@link Filter} says: canonical paths, values of the right type. Everything that cannot be
 * meant ends here, so that a typing error never finds nobody or everybody (choice A-07).
 */
public final class FilterBinder {

    private FilterBinder() {}

    /**
     * Binds a filter to a resource type.
     *
     * @param filter as parsed
     * @param type what is queried
     * @return the bound filter
     * @throws ScimException 400 {@code invalidFilter}, naming the attribute
     */
    public static Filter bind(Filter filter, ResourceType type) {
        return filter.accept(new Binding(
                path -> type.resolve(path)
                        .map(r -> new Target(r.path(), r.attribute(), r.target()))
                        .orElseThrow(() -> ScimException.invalidFilter("filter: a " + type.name()
                                + " has no attribute \"" + path + "\"" + Suggestion.of(type, path))),
                Optional.of(type)));
    }

    /**
     * Binds the filter inside the brackets of a value path.
     *
     * @param filter as parsed
     * @param attribute the attribute in front of the brackets
     * @return the bound filter
     * @throws ScimException 400 {@code invalidFilter}, naming the attribute
     */
    public static Filter bindElement(Filter filter, Attribute attribute) {
        return filter.accept(new Binding(
                path -> element(attribute, path)
                        .orElseThrow(() -> ScimException.invalidFilter("filter: " + attribute.name()
                                + " has no sub-attribute \"" + path + "\""
                                + Suggestion.of(
                                        path.toString(),
                                        attribute.subAttributes().stream().map(Attribute::name)))),
                Optional.empty()));
    }

    private static Optional<Target> element(Attribute attribute, AttributePath path) {
        if (path.schema().isPresent() || path.subAttribute().isPresent()) {
            return Optional.empty();
        }
        if (!attribute.complex()) {
            return path.name().equalsIgnoreCase("value")
                    ? Optional.of(new Target(AttributePath.of("value"), attribute, attribute))
                    : Optional.empty();
        }
        return attribute.subAttribute(path.name()).map(s -> new Target(AttributePath.of(s.name()), attribute, s));
    }

    /** What a path leads to: an attribute, or a sub-attribute of its owner. */
    private record Target(AttributePath path, Attribute owner, Attribute attribute) {

        /** The name or address of the resource that the value beside it refers to: no store keeps it there. */
        boolean isDerived() {
            return owner.subAttributes().contains(attribute)
                    && owner.mutability() != Mutability.READ_ONLY
                    && owner.subAttribute("value").isPresent()
                    && owner.subAttribute("$ref").isPresent()
                    && (attribute.name().equals("$ref") || attribute.mutability() == Mutability.READ_ONLY);
        }

        boolean isPrimary() {
            return owner.multiValued()
                    && owner.subAttributes().contains(attribute)
                    && attribute.name().equals("primary")
                    && attribute.type() == AttributeType.BOOLEAN;
        }
    }

    private record Binding(Function<AttributePath, Target> resolve, Optional<ResourceType> type)
            implements Filter.Visitor<Filter> {

        @Override
        public Filter and(And and) {
            return new And(and.terms().stream().map(t -> t.accept(this)).toList());
        }

        @Override
        public Filter or(Or or) {
            return new Or(or.terms().stream().map(t -> t.accept(this)).toList());
        }

        @Override
        public Filter not(Not not) {
            return new Not(not.term().accept(this));
        }

        @Override
        public Filter present(Present present) {
            return new Present(readable(present.path()).path());
        }

        @Override
        public Filter comparison(Comparison comparison) {
            Target target = comparable(readable(comparison.path()), comparison);
            check(target, comparison);
            if (target.isPrimary() && comparison.value() == JsonValue.FALSE) {
                return notPrimary(target, comparison.operator());
            }
            return new Comparison(target.path(), comparison.operator(), written(target.attribute(), comparison));
        }

        /** What says nothing of primary is not primary (RFC 7643 §2.4). */
        private Filter notPrimary(Target target, CompareOperator operator) {
            AttributePath primary =
                    type.isPresent() ? AttributePath.of(target.attribute().name()) : target.path();
            Filter isPrimary = new Comparison(primary, CompareOperator.EQ, JsonValue.TRUE);
            Filter other =
                    type.isPresent() ? new ValuePath(target.path().parent(), new Not(isPrimary)) : new Not(isPrimary);
            return operator == CompareOperator.EQ ? other : new Not(other);
        }

        @Override
        public Filter valuePath(ValuePath valuePath) {
            Target target = readable(valuePath.path());
            if (type.isEmpty() || target.path().subAttribute().isPresent()) {
                throw ScimException.invalidFilter(
                        "filter: \"" + valuePath.path() + "[...]\" cannot stand here; brackets follow an attribute");
            }
            if (!target.attribute().complex() && !target.attribute().multiValued()) {
                throw ScimException.invalidFilter(
                        "filter: " + target.path() + " has a single value; compare it without brackets");
            }
            Filter inner = bindElement(valuePath.filter(), target.attribute());
            return target.attribute().equals(CommonAttributes.META)
                    ? inner.accept(new Unbracketed(target.path())).accept(this)
                    : new ValuePath(target.path(), inner);
        }

        private Target readable(AttributePath path) {
            Target target = resolve.apply(path);
            if (target.attribute().returned() == Returned.NEVER) {
                // RFC 7644 §7.5.2; where it stands in the path of a PATCH it is in no URL.
                String detail = "filter: " + target.path() + " is confidential, never returned and not searchable";
                throw type.isPresent() ? ScimException.sensitive(detail) : ScimException.invalidFilter(detail);
            }
            if (target.isDerived()) {
                throw ScimException.invalidFilter("filter: " + path + " is derived and not searchable; use "
                        + (type.isPresent() ? target.path().parent() + "." : "") + "value");
            }
            String name = target.path().toString();
            if (name.equals("meta.location") || name.equals("meta.version")) {
                throw ScimException.invalidFilter(
                        "filter: " + name + " is not searchable; use id or meta.lastModified");
            }
            return target;
        }

        /** A complex attribute without sub-attribute is compared by its {@code value} (RFC 7644 §3.4.2.2). */
        private static Target comparable(Target target, Comparison comparison) {
            if (!target.attribute().complex()) {
                return target;
            }
            if (JsonValue.NULL.equals(comparison.value())) {
                return target;
            }
            return target.attribute()
                    .subAttribute("value")
                    .map(v -> new Target(target.path().sub(v.name()), target.attribute(), v))
                    .orElseThrow(() -> ScimException.invalidFilter("filter: " + target.path()
                            + " is complex; compare one of its sub-attributes, for instance " + target.path() + "."
                            + target.attribute().subAttributes().get(0).name()));
        }

        /** A whole value as the stores hold it; a part of one, or what is no such value, as the client wrote it. */
        private static JsonValue written(Attribute attribute, Comparison comparison) {
            boolean whole = comparison.operator() == CompareOperator.EQ || comparison.operator() == CompareOperator.NE;
            return whole
                    ? ValueReader.canonical(attribute, comparison.value()).orElse(comparison.value())
                    : comparison.value();
        }

        private static void check(Target target, Comparison comparison) {
            CompareOperator operator = comparison.operator();
            Attribute attribute = target.attribute();
            if (JsonValue.NULL.equals(comparison.value())) {
                if (operator != CompareOperator.EQ && operator != CompareOperator.NE) {
                    throw ScimException.invalidFilter("filter: null can be compared with eq and ne only");
                }
                return;
            }
            if (!allowed(operator, attribute.type())) {
                throw ScimException.invalidFilter("filter: " + operator.keyword() + " cannot be used with "
                        + target.path() + ", which is of type "
                        + attribute.type().keyword() + "; use " + usable(attribute.type()));
            }
            boolean storable = !(comparison.value() instanceof JsonString text)
                    || text.getString().codePoints().allMatch(Binding::storable);
            if (!storable || ComparisonKey.of(attribute, comparison.value()).isEmpty()) {
                throw ScimException.invalidFilter("filter: " + target.path() + " is of type "
                        + attribute.type().keyword() + " and cannot be compared with " + comparison.value()
                        + example(attribute.type()));
            }
        }

        /** No store holds NUL or half of a surrogate pair. */
        private static boolean storable(int codePoint) {
            return codePoint != 0 && (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE);
        }

        private static boolean allowed(CompareOperator operator, AttributeType type) {
            boolean text = type == AttributeType.STRING || type == AttributeType.REFERENCE;
            boolean ordered = type != AttributeType.BOOLEAN && type != AttributeType.BINARY;
            return (text || !operator.substring()) && (ordered || !operator.ordering());
        }

        private static String usable(AttributeType type) {
            boolean ordered = type != AttributeType.BOOLEAN && type != AttributeType.BINARY;
            return ordered ? "eq, ne, gt, ge, lt, le or pr" : "eq, ne or pr";
        }

        private static String example(AttributeType type) {
            return switch (type) {
                case BOOLEAN -> "; write true or false";
                case DATE_TIME -> "; write for instance \"2026-11-02T08:14:03Z\"";
                case INTEGER, DECIMAL -> "; write a number";
                default -> "; write text in double quotes";
            };
        }
    }
}
