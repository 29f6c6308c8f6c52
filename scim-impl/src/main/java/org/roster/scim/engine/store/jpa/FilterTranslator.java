package org.roster.scim.engine.store.jpa;

import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.roster.scim.engine.database.Parameters;
import org.roster.scim.error.ScimException;
import org.roster.scim.filter.CompareOperator;
import org.roster.scim.filter.Filter;
import org.roster.scim.filter.Filter.And;
import org.roster.scim.filter.Filter.Comparison;
import org.roster.scim.filter.Filter.Not;
import org.roster.scim.filter.Filter.Or;
import org.roster.scim.filter.Filter.Present;
import org.roster.scim.filter.Filter.ValuePath;
import org.roster.scim.filter.FilterEvaluator;
import org.roster.scim.path.AttributePath;
import org.roster.scim.schema.ComparisonKey;
import org.roster.scim.schema.ResolvedPath;
import org.roster.scim.schema.ResourceType;

/**
 * Translates a bound filter to a JPQL condition on {@code ResourceRow r}. Every term is one subquery on an index; the
 * database finds the rows of the most selective one first.
 */
final class FilterTranslator implements Filter.Visitor<String> {

    // Not "1 = 1": where a statement compares two literals, EclipseLink writes all of its values into the text.
    private static final String TRUE = "r.id is not null";
    private static final String FALSE = "r.id is null";

    private final ResourceType type;
    private final Relations relations;
    private final String tenant;
    private final Parameters parameters;
    private int aliases;

    FilterTranslator(ResourceType type, Relations relations, String tenant, Parameters parameters) {
        this.type = type;
        this.relations = relations;
        this.tenant = tenant;
        this.parameters = parameters;
    }

    @Override
    public String and(And and) {
        return and.terms().isEmpty() ? TRUE : joined(and.terms().stream().map(t -> t.accept(this)), " and ");
    }

    @Override
    public String or(Or or) {
        return or.terms().isEmpty() ? FALSE : joined(or.terms().stream().map(t -> t.accept(this)), " or ");
    }

    private static String joined(Stream<String> conditions, String word) {
        return conditions.collect(Collectors.joining(word, "(", ")"));
    }

    @Override
    public String not(Not not) {
        return negated(not.term().accept(this));
    }

    private static String negated(String condition) {
        return "not (" + condition + ")";
    }

    @Override
    public String present(Present present) {
        ResolvedPath path = resolve(present.path());
        String name = path.path().name();
        if (name.equals("id") || name.equals("meta") || name.equals("schemas")) {
            return TRUE;
        }
        Optional<String> relation = relations.present(type, path);
        if (relation.isPresent()) {
            return relation.get();
        }
        KeyCondition condition = new KeyCondition("v", parameters);
        AttributeCode code = AttributeCode.of(path.path());
        return rows(path.target().complex() ? condition.anySub(code) : condition.any(code));
    }

    @Override
    public String comparison(Comparison comparison) {
        if (JsonValue.NULL.equals(comparison.value())) {
            String present = present(new Present(comparison.path()));
            return comparison.operator() == CompareOperator.NE ? present : negated(present);
        }
        String compares = compares(comparison);
        return comparison.operator() == CompareOperator.NE ? negated(compares) : compares;
    }

    private String compares(Comparison comparison) {
        ResolvedPath path = resolve(comparison.path());
        String folded = folded(path, comparison.value());
        CompareOperator operator = comparison.operator();
        return switch (path.path().name()) {
            case "id" -> new ColumnCondition("r.id", parameters).compares(operator, folded);
            case "meta" -> meta(path, comparison);
            case "schemas" ->
                operator.holds(folded(path, type.schema().id()), folded) ? TRUE : indexed(path, operator, folded);
            default ->
                relations.compares(type, comparison, parameters).orElseGet(() -> indexed(path, operator, folded));
        };
    }

    private String meta(ResolvedPath path, Comparison comparison) {
        String text = ((JsonString) comparison.value()).getString();
        return switch (path.target().name()) {
            case "created" -> new ColumnCondition("r.created", parameters).at(comparison.operator(), text);
            case "lastModified" -> new ColumnCondition("r.lastModified", parameters).at(comparison.operator(), text);
            case "resourceType" -> comparison.operator().holds(type.name(), text) ? TRUE : FALSE;
            default -> throw ScimException.invalidFilter("filter: " + path + " is not searchable");
        };
    }

    private String indexed(ResolvedPath path, CompareOperator operator, String folded) {
        return rows(new KeyCondition("v", parameters).compares(AttributeCode.of(path.path()), operator, folded));
    }

    private String rows(String condition) {
        return "r.id in (select v.resourceId from ValueRow v where v.tenant = " + parameters.add(tenant) + " and "
                + condition + ")";
    }

    @Override
    public String valuePath(ValuePath valuePath) {
        ResolvedPath path = resolve(valuePath.path());
        Optional<String> relation = relations.valuePath(type, valuePath, parameters);
        if (relation.isPresent()) {
            return relation.get();
        }
        if (path.path().name().equals("schemas") && coreSchemaMatches(path, valuePath.filter())) {
            return TRUE;
        }
        String alias = "e" + aliases++;
        ElementTranslator element = new ElementTranslator(path, alias, parameters);
        return "r.id in (select " + alias + ".resourceId from ValueRow " + alias + " where " + alias + ".tenant = "
                + parameters.add(tenant) + " and " + element.translate(valuePath.filter()) + ")";
    }

    /** Every resource lists it, and no row does. */
    private boolean coreSchemaMatches(ResolvedPath schemas, Filter filter) {
        JsonValue urn = JsonProvider.provider().createValue(type.schema().id());
        return FilterEvaluator.matchesElement(filter, schemas.attribute(), urn);
    }

    private ResolvedPath resolve(AttributePath path) {
        return type.resolve(path)
                .orElseThrow(() -> new IllegalArgumentException("filter is not bound: " + path + " of " + type));
    }

    private static String folded(ResolvedPath path, String text) {
        return ComparisonKey.ofText(path.target(), text);
    }

    private static String folded(ResolvedPath path, JsonValue value) {
        return ComparisonKey.of(path.target(), value)
                .orElseThrow(() -> new IllegalArgumentException("filter is not bound: " + path + ", " + value));
    }
}
