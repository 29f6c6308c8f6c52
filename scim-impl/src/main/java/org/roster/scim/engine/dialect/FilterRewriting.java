package org.roster.scim.engine.dialect;

import java.util.Optional;
import org.roster.scim.filter.Filter;
import org.roster.scim.filter.Filter.And;
import org.roster.scim.filter.Filter.Comparison;
import org.roster.scim.filter.Filter.Not;
import org.roster.scim.filter.Filter.Or;
import org.roster.scim.filter.Filter.Present;
import org.roster.scim.filter.Filter.ValuePath;
import org.roster.scim.path.AttributePath;
import org.roster.scim.schema.Attribute;
import org.roster.scim.schema.ResolvedPath;
import org.roster.scim.schema.ResourceType;

/** A copy of a filter in which names or comparisons are changed. Override what changes. */
class FilterRewriting implements Filter.Visitor<Filter> {

    private final ResourceType type;

    FilterRewriting(ResourceType type) {
        this.type = type;
    }

    /** What a path becomes; not asked for names inside brackets. */
    AttributePath path(AttributePath path) {
        return path;
    }

    /** What a comparison becomes; the attribute is empty if no schema has it. */
    Comparison comparison(Comparison comparison, Optional<Attribute> attribute) {
        return comparison;
    }

    @Override
    public final Filter and(And and) {
        return new And(and.terms().stream().map(t -> t.accept(this)).toList());
    }

    @Override
    public final Filter or(Or or) {
        return new Or(or.terms().stream().map(t -> t.accept(this)).toList());
    }

    @Override
    public final Filter not(Not not) {
        return new Not(not.term().accept(this));
    }

    @Override
    public final Filter present(Present present) {
        return new Present(path(present.path()));
    }

    @Override
    public final Filter comparison(Comparison comparison) {
        AttributePath path = path(comparison.path());
        return comparison(
                new Comparison(path, comparison.operator(), comparison.value()),
                type.resolve(path).map(ResolvedPath::target));
    }

    @Override
    public final Filter valuePath(ValuePath valuePath) {
        AttributePath path = path(valuePath.path());
        return new ValuePath(path, inside(valuePath.filter(), type.resolve(path).map(ResolvedPath::attribute)));
    }

    /** The filter inside the brackets of an attribute. */
    final Filter inside(Filter filter, Optional<Attribute> attribute) {
        FilterRewriting outer = this;
        return filter.accept(new FilterRewriting(type) {
            @Override
            Comparison comparison(Comparison comparison, Optional<Attribute> ignored) {
                return outer.comparison(
                        comparison,
                        attribute.flatMap(a -> a.subAttribute(comparison.path().name())));
            }
        });
    }
}
