package org.roster.scim.filter;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.roster.scim.path.AttributePath;
import org.roster.scim.schema.ResolvedPath;
import org.roster.scim.schema.ResourceType;

/** The attributes and sub-attributes that a bound filter looks at. */
public final class FilterAttributes {

    private FilterAttributes() {}

    /**
     * Those of a filter for resources.
     *
     * @param filter bound to the type
     * @param type of the resources
     * @return one for each term; for what stands in brackets the sub-attributes alone
     */
    public static Stream<ResolvedPath> of(Filter filter, ResourceType type) {
        return filter.accept(new Named(type::resolve));
    }

    /**
     * Those of a filter for the elements of an attribute.
     *
     * @param filter bound; its paths are names of sub-attributes
     * @param attribute whose elements
     * @return one for each term; the attribute itself where its elements are simple
     */
    public static Stream<ResolvedPath> ofElements(Filter filter, ResolvedPath attribute) {
        return filter.accept(new Named(path -> attribute.sub(path.name()).or(() -> Optional.of(attribute))));
    }

    /** By what a path of the filter means. */
    private record Named(Function<AttributePath, Optional<ResolvedPath>> meaning)
            implements Filter.Visitor<Stream<ResolvedPath>> {

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

        @Override
        public Stream<ResolvedPath> valuePath(Filter.ValuePath valuePath) {
            return attribute(valuePath.path()).flatMap(attribute -> ofElements(valuePath.filter(), attribute));
        }

        private Stream<ResolvedPath> all(List<Filter> terms) {
            return terms.stream().flatMap(term -> term.accept(this));
        }

        private Stream<ResolvedPath> attribute(AttributePath path) {
            return meaning.apply(path).stream();
        }
    }
}
