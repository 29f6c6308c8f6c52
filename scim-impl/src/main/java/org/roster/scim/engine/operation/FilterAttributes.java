package org.roster.scim.engine.operation;

import java.util.List;
import java.util.stream.Stream;
import org.roster.scim.filter.Filter;
import org.roster.scim.path.AttributePath;
import org.roster.scim.schema.ResolvedPath;
import org.roster.scim.schema.ResourceType;

/**
 * The attributes that a filter looks at.
 *
 * @param type that the filter is bound to
 */
record FilterAttributes(ResourceType type) implements Filter.Visitor<Stream<ResolvedPath>> {

    @Override
    public Stream<ResolvedPath> and(Filter.And and) {
        return all(and.terms());
    }

    @Override
    public Stream<ResolvedPath> or(Filter.Or or) {
        return all(or.terms());
    }

    @Override
    public Stream<ResolvedPath> not(Filter.Not not) {
        return not.term().accept(this);
    }

    @Override
    public Stream<ResolvedPath> comparison(Filter.Comparison comparison) {
        return attribute(comparison.path());
    }

    @Override
    public Stream<ResolvedPath> present(Filter.Present present) {
        return attribute(present.path());
    }

    /** What stands in the brackets are its sub-attributes. */
    @Override
    public Stream<ResolvedPath> valuePath(Filter.ValuePath valuePath) {
        return attribute(valuePath.path());
    }

    private Stream<ResolvedPath> all(List<Filter> terms) {
        return terms.stream().flatMap(term -> term.accept(this));
    }

    private Stream<ResolvedPath> attribute(AttributePath path) {
        return type.resolve(path).map(ResolvedPath::parent).stream();
    }
}
