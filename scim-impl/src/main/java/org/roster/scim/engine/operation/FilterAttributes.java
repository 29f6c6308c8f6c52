package org.roster.scim.engine.operation;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.roster.scim.filter.Filter;
import org.roster.scim.path.AttributePath;
import org.roster.scim.schema.ResolvedPath;
import org.roster.scim.schema.ResourceType;

/**
 * The attributes and sub-attributes that a filter looks at.
 *
 * @param named what a path of the filter means
 */
record FilterAttributes(Function<AttributePath, Optional<ResolvedPath>> named)
        implements Filter.Visitor<Stream<ResolvedPath>> {

    /** Those of a filter that is bound to a type. */
    static FilterAttributes of(ResourceType type) {
        return new FilterAttributes(type::resolve);
    }

    /** Those of a filter for the elements of an attribute; simple elements have no sub-attributes. */
    static FilterAttributes ofElements(ResolvedPath attribute) {
        return new FilterAttributes(path -> attribute.sub(path.name()).or(() -> Optional.of(attribute)));
    }

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
        return attribute(valuePath.path())
                .flatMap(attribute -> valuePath.filter().accept(ofElements(attribute)));
    }

    private Stream<ResolvedPath> all(List<Filter> terms) {
        return terms.stream().flatMap(term -> term.accept(this));
    }

    private Stream<ResolvedPath> attribute(AttributePath path) {
        return named.apply(path).stream();
    }
}
