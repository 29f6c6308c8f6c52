package org.roster.scim.engine.store.jpa;

import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.stream.Collectors;
import org.roster.scim.engine.database.Parameters;
import org.roster.scim.engine.store.jpa.Relations.Side;
import org.roster.scim.error.ScimException;
import org.roster.scim.filter.CompareOperator;
import org.roster.scim.filter.Filter;
import org.roster.scim.filter.Filter.And;
import org.roster.scim.filter.Filter.Comparison;
import org.roster.scim.filter.Filter.Not;
import org.roster.scim.filter.Filter.Or;
import org.roster.scim.filter.Filter.Present;
import org.roster.scim.filter.Filter.ValuePath;
import org.roster.scim.schema.Attribute;
import org.roster.scim.schema.ComparisonKey;
import org.roster.scim.schema.ResolvedPath;
import org.roster.scim.schema.ResourceType;

/**
 * Translates a filter on the elements of a membership to a condition on {@code MemberRow m}: on the id at the other end and
 * on its type. What is derived from the other resource's text ({@code display}, {@code $ref}) is refused, not searched slowly.
 *
 * @param relations knows all resource types
 * @param attribute the membership attribute or its inverse
 * @param side which of the two it is
 * @param parameters takes the values
 */
record RelationTranslator(Relations relations, ResolvedPath attribute, Side side, Parameters parameters)
        implements Filter.Visitor<String> {

    /** Of every row, and of none. */
    static final String TRUE = "m.groupId is not null";

    private static final String FALSE = "m.groupId is null";

    @Override
    public String and(And and) {
        return and.terms().isEmpty()
                ? TRUE
                : and.terms().stream().map(t -> t.accept(this)).collect(Collectors.joining(" and ", "(", ")"));
    }

    @Override
    public String or(Or or) {
        return or.terms().isEmpty()
                ? FALSE
                : or.terms().stream().map(t -> t.accept(this)).collect(Collectors.joining(" or ", "(", ")"));
    }

    @Override
    public String not(Not not) {
        return "not (" + not.term().accept(this) + ")";
    }

    @Override
    public String present(Present present) {
        return TRUE;
    }

    @Override
    public String comparison(Comparison comparison) {
        boolean negated = comparison.operator() == CompareOperator.NE;
        if (JsonValue.NULL.equals(comparison.value())) {
            return negated ? TRUE : FALSE;
        }
        String compares = compares(comparison.path().name(), comparison.operator(), comparison.value());
        return negated ? "not (" + compares + ")" : compares;
    }

    @Override
    public String valuePath(ValuePath valuePath) {
        throw new IllegalArgumentException("filter is not bound: brackets inside brackets");
    }

    /** The condition on one row; {@code ne} counts as {@code eq}, and the caller negates. */
    String compares(String sub, CompareOperator operator, JsonValue value) {
        String text = value instanceof JsonString string ? string.getString() : "";
        return switch (sub) {
            case "value" -> new ColumnCondition(side.otherId(), parameters).compares(operator, text);
            case "type" -> side == Side.MEMBERS ? memberType(operator, text) : direct(operator, text);
            default ->
                throw ScimException.invalidFilter("filter: " + attribute + "." + sub
                        + " is derived and not searchable; use " + attribute + ".value");
        };
    }

    private String memberType(CompareOperator operator, String text) {
        List<String> names = relations.registry().resourceTypes().stream()
                .map(ResourceType::name)
                .filter(name -> operator.holds(folded(name), folded(text)))
                .toList();
        return names.isEmpty()
                ? FALSE
                : "exists (select x.id from ResourceRow x where x.id = " + side.otherId() + " and x.type in "
                        + parameters.add(names) + ")";
    }

    private String direct(CompareOperator operator, String text) {
        return operator.holds("direct", folded(text)) ? TRUE : FALSE;
    }

    private String folded(String text) {
        Attribute type = attribute.attribute().subAttribute("type").orElseThrow();
        return ComparisonKey.ofText(type, text);
    }
}
