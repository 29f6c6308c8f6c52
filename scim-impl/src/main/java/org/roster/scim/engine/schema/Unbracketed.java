package org.roster.scim.engine.schema;

import org.roster.scim.filter.Filter;
import org.roster.scim.filter.Filter.And;
import org.roster.scim.filter.Filter.Comparison;
import org.roster.scim.filter.Filter.Not;
import org.roster.scim.filter.Filter.Or;
import org.roster.scim.filter.Filter.Present;
import org.roster.scim.filter.Filter.ValuePath;
import org.roster.scim.path.AttributePath;

/**
 * Writes {@code meta[created gt "..." and resourceType eq "User"]} without brackets. That is the same where an attribute
 * has one value in every resource.
 *
 * @param attribute what stands in front of the brackets
 */
record Unbracketed(AttributePath attribute) implements Filter.Visitor<Filter> {

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
    public Filter comparison(Comparison comparison) {
        return new Comparison(attribute.sub(comparison.path().name()), comparison.operator(), comparison.value());
    }

    @Override
    public Filter present(Present present) {
        return new Present(attribute.sub(present.path().name()));
    }

    @Override
    public Filter valuePath(ValuePath valuePath) {
        throw new IllegalArgumentException("filter is not bound: brackets inside brackets");
    }
}
