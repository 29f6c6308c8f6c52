package org.roster.scim.engine.schema;

import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.roster.scim.error.ScimException;
import org.roster.scim.filter.CompareOperator;
import org.roster.scim.filter.Filter;
import org.roster.scim.filter.FilterEvaluator;
import org.roster.scim.path.AttributePath;
import org.roster.scim.query.Query;
import org.roster.scim.query.Selection;
import org.roster.scim.resource.Meta;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.schema.ResourceType;

/**
 * Binds the filters of a query at the root of the service. What a term cannot mean for a type counts there as an attribute
 * without a value; what it can mean for no type is a mistake, as it is at the endpoint of a type (choice A-07). The filter
 * is then shortened to what is left of it, and a type that cannot match is left out of the query.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7644#section-3.4.2.1">RFC 7644 §3.4.2.1</a>
 */
public final class RootQueryBinder {

    private RootQueryBinder() {}

    /**
     * Binds the filters of a query.
     *
     * @param query its filters as parsed
     * @return the bound query; without selections, if nothing can match
     * @throws ScimException 400 {@code invalidFilter}, naming the attribute
     */
    public static Query bind(Query query) {
        List<Binding> bindings =
                query.types().stream().map(type -> new Binding(type)).toList();
        List<Selection> bound = new ArrayList<>();
        for (int i = 0; i < bindings.size(); i++) {
            Selection selection = query.selections().get(i);
            Filter filter = selection.filter().accept(bindings.get(i));
            if (!filter.equals(Filter.NONE)) {
                bound.add(selection.with(filter));
            }
        }
        requireMeaning(bindings);
        return new Query(bound, query.order());
    }

    /** Terms are told apart by their place: a dialect may have rewritten one for one type and not for another. */
    private static void requireMeaning(List<Binding> bindings) {
        Set<Integer> everywhere = new HashSet<>(bindings.get(0).meaningless.keySet());
        bindings.forEach(b -> everywhere.retainAll(b.meaningless.keySet()));
        everywhere.stream().min(Integer::compare).ifPresent(place -> {
            List<Meaningless> mistakes =
                    bindings.stream().map(b -> b.meaningless.get(place)).toList();
            throw mistakes.stream()
                    .filter(Meaningless::known)
                    .findFirst()
                    .map(Meaningless::reason)
                    .orElseGet(() -> ScimException.invalidFilter("filter: no resource type has an attribute \""
                            + mistakes.get(0).path() + "\""));
        });
    }

    /** A term that means nothing for a type: which attribute it is about, whether the type has that, and what is wrong. */
    private record Meaningless(AttributePath path, boolean known, ScimException reason) {}

    /** Binds for one type. */
    private static final class Binding implements Filter.Visitor<Filter> {

        private final ResourceType type;
        private final Map<Integer, Meaningless> meaningless = new LinkedHashMap<>();
        private int place;

        Binding(ResourceType type) {
            this.type = type;
        }

        @Override
        public Filter and(Filter.And and) {
            List<Filter> terms = and.terms().stream().map(t -> t.accept(this)).toList();
            if (terms.contains(Filter.NONE)) {
                return Filter.NONE;
            }
            List<Filter> open =
                    terms.stream().filter(t -> !t.equals(Filter.ALL)).toList();
            return open.size() == 1 ? open.get(0) : new Filter.And(open);
        }

        @Override
        public Filter or(Filter.Or or) {
            List<Filter> terms = or.terms().stream().map(t -> t.accept(this)).toList();
            if (terms.contains(Filter.ALL)) {
                return Filter.ALL;
            }
            List<Filter> open =
                    terms.stream().filter(t -> !t.equals(Filter.NONE)).toList();
            return open.size() == 1 ? open.get(0) : new Filter.Or(open);
        }

        @Override
        public Filter not(Filter.Not not) {
            Filter term = not.term().accept(this);
            if (term.equals(Filter.ALL)) {
                return Filter.NONE;
            }
            return term.equals(Filter.NONE) ? Filter.ALL : new Filter.Not(term);
        }

        @Override
        public Filter present(Filter.Present present) {
            return bound(present, present.path(), Filter.NONE);
        }

        @Override
        public Filter comparison(Filter.Comparison comparison) {
            boolean equality = comparison.operator() == CompareOperator.EQ;
            boolean difference = comparison.operator() == CompareOperator.NE;
            boolean unassigned = comparison.value() == JsonValue.NULL;
            boolean matches = unassigned ? equality : difference;
            return bound(comparison, comparison.path(), matches ? Filter.ALL : Filter.NONE);
        }

        @Override
        public Filter valuePath(Filter.ValuePath valuePath) {
            return bound(valuePath, valuePath.path(), Filter.NONE);
        }

        private Filter bound(Filter term, AttributePath path, Filter withoutValue) {
            int here = place++;
            try {
                return known(FilterBinder.bind(term, type));
            } catch (ScimException mistake) {
                boolean known = type.resolve(path).isPresent();
                meaningless.put(here, new Meaningless(path, known, mistake));
                return withoutValue;
            }
        }

        /** What the type alone decides. */
        private Filter known(Filter term) {
            boolean aboutType = term instanceof Filter.Comparison comparison
                    && comparison.path().toString().equals("meta.resourceType");
            if (!aboutType) {
                return term;
            }
            Meta meta = new Meta(type.name(), Instant.EPOCH, Instant.EPOCH, "");
            ScimResource any = new ScimResource("", meta, JsonValue.EMPTY_JSON_OBJECT);
            return FilterEvaluator.matches(term, type, any) ? Filter.ALL : Filter.NONE;
        }
    }
}
