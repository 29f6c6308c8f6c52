package org.roster.scim.engine.store.jpa;

import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.roster.scim.engine.database.Parameters;
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
import org.roster.scim.schema.ComparisonKey;
import org.roster.scim.schema.ResolvedPath;

/**
 * Translates the filter of a value path, {@code emails[type eq "work" and value eq "x"]}: one index row is the element, all
 * other terms are about rows of the same element. Which row that is matters for speed: the most selective term where there
 * is one, else each that the element has.
 */
final class ElementTranslator implements Filter.Visitor<String> {

    private final ResolvedPath attribute;
    private final String element;
    private final Parameters parameters;
    private int aliases;

    ElementTranslator(ResolvedPath attribute, String element, Parameters parameters) {
        this.attribute = attribute;
        this.element = element;
        this.parameters = parameters;
    }

    String translate(Filter filter) {
        List<Filter> terms =
                new ArrayList<>(filter instanceof And and ? flat(and).toList() : List.of(filter));
        Optional<Filter> leading = terms.stream()
                .filter(ElementTranslator::canLead)
                .min(Comparator.comparing((Filter t) -> !selective((Comparison) t)));
        leading.ifPresent(terms::remove);
        String first = leading.map(t -> compares(element, (Comparison) t)).orElseGet(this::exists);
        return Stream.concat(Stream.of(first), terms.stream().map(t -> t.accept(this)))
                .collect(Collectors.joining(" and "));
    }

    private String exists() {
        KeyCondition row = new KeyCondition(element, parameters);
        AttributeCode code = AttributeCode.of(attribute.path());
        return attribute.attribute().complex() ? row.anySub(code) : row.any(code);
    }

    private static Stream<Filter> flat(And and) {
        return and.terms().stream().flatMap(t -> t instanceof And inner ? flat(inner) : Stream.of(t));
    }

    private static boolean canLead(Filter term) {
        return term instanceof Comparison c && c.operator() != CompareOperator.NE && !JsonValue.NULL.equals(c.value());
    }

    /** Equality with a value that is not one of a few. */
    private boolean selective(Comparison term) {
        return term.operator() == CompareOperator.EQ && RequiredValue.isSelective(definition(term.path()));
    }

    @Override
    public String and(And and) {
        return and.terms().isEmpty()
                ? element + ".resourceId is not null"
                : and.terms().stream().map(t -> t.accept(this)).collect(Collectors.joining(" and ", "(", ")"));
    }

    @Override
    public String or(Or or) {
        return or.terms().isEmpty()
                ? element + ".resourceId is null"
                : or.terms().stream().map(t -> t.accept(this)).collect(Collectors.joining(" or ", "(", ")"));
    }

    @Override
    public String not(Not not) {
        return "not (" + not.term().accept(this) + ")";
    }

    @Override
    public String present(Present present) {
        String alias = alias();
        return sameElement(alias, new KeyCondition(alias, parameters).any(code(present.path())));
    }

    @Override
    public String comparison(Comparison comparison) {
        if (JsonValue.NULL.equals(comparison.value())) {
            String present = present(new Present(comparison.path()));
            return comparison.operator() == CompareOperator.NE ? present : "not (" + present + ")";
        }
        String alias = alias();
        String compares = sameElement(alias, compares(alias, comparison));
        return comparison.operator() == CompareOperator.NE ? "not (" + compares + ")" : compares;
    }

    @Override
    public String valuePath(ValuePath valuePath) {
        throw new IllegalArgumentException("filter is not bound: brackets inside brackets");
    }

    private String compares(String alias, Comparison comparison) {
        String folded = ComparisonKey.of(definition(comparison.path()), comparison.value())
                .orElseThrow(() -> new IllegalArgumentException("filter is not bound: " + comparison));
        return new KeyCondition(alias, parameters).compares(code(comparison.path()), comparison.operator(), folded);
    }

    private String sameElement(String alias, String condition) {
        return "exists (select " + alias + ".indexKey from ValueRow " + alias + " where " + alias + ".resourceId = "
                + element + ".resourceId and " + alias + ".element = " + element + ".element and " + condition + ")";
    }

    private String alias() {
        return element + "x" + aliases++;
    }

    private Attribute definition(AttributePath path) {
        return attribute.attribute().complex()
                ? attribute.attribute().subAttribute(path.name()).orElseThrow()
                : attribute.attribute();
    }

    private AttributeCode code(AttributePath path) {
        AttributeCode whole = AttributeCode.of(attribute.path());
        return attribute.attribute().complex() ? whole.sub(path.name()) : whole;
    }
}
