package org.roster.scim.engine.store.jpa;

import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.roster.scim.filter.CompareOperator;
import org.roster.scim.filter.Filter;
import org.roster.scim.filter.FilterAttributes;
import org.roster.scim.path.AttributePath;
import org.roster.scim.schema.Attribute;
import org.roster.scim.schema.AttributeType;
import org.roster.scim.schema.ComparisonKey;
import org.roster.scim.schema.ResolvedPath;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.schema.Uniqueness;

/**
 * A text that all who match a filter have, and probably few others: {@code ilse@a.example} of {@code emails[type eq "work" and
 * value eq "ilse@a.example"]}. Those few can be asked the filter in memory.
 *
 * @param key in the index
 * @param whole whether the filter asks nothing else
 */
record RequiredValue(String key, boolean whole) {

    /**
     * A term that all who match have to match.
     *
     * @param path the attribute
     * @param folded its value, as it is compared
     */
    private record Term(ResolvedPath path, String folded) {

        // The names of kinds and states are short.
        static final Comparator<Term> FEWEST = Comparator.comparing(Term::isUnique)
                .thenComparing(term -> term.folded().length());

        private boolean isUnique() {
            return path.attribute().uniqueness() != Uniqueness.NONE;
        }

        String key() {
            return AttributeCode.of(path.path()).key(folded);
        }
    }

    /** That of a filter; empty if it has none, or asks what the documents do not tell. */
    static Optional<RequiredValue> of(Filter filter, ResourceType type, Relations relations) {
        return terms(filter, type::resolve)
                .max(Term.FEWEST)
                .filter(term -> FilterAttributes.of(filter, type).noneMatch(path -> relations.areRows(type, path)))
                .map(term -> new RequiredValue(term.key(), filter instanceof Filter.Comparison));
    }

    /** Whether few resources can be expected to have the same value. */
    static boolean isSelective(Attribute attribute) {
        return attribute.canonicalValues().isEmpty()
                && !attribute.name().equals("type")
                && !attribute.name().equals("primary");
    }

    private static Stream<Term> terms(Filter filter, Function<AttributePath, Optional<ResolvedPath>> meaning) {
        if (filter instanceof Filter.And and) {
            return and.terms().stream().flatMap(term -> terms(term, meaning));
        }
        if (filter instanceof Filter.ValuePath valuePath) {
            return meaning.apply(valuePath.path()).stream()
                    .flatMap(path -> terms(valuePath.filter(), sub -> path.sub(sub.name())));
        }
        return filter instanceof Filter.Comparison comparison && comparison.operator() == CompareOperator.EQ
                ? meaning.apply(comparison.path()).flatMap(path -> term(path, comparison.value())).stream()
                : Stream.empty();
    }

    private static Optional<Term> term(ResolvedPath path, JsonValue value) {
        return value instanceof JsonString && isIndexedText(path) && isSelective(path.target())
                ? ComparisonKey.of(path.target(), value)
                        .filter(folded -> folded.length() < AttributeCode.LONGEST_VALUE - 1)
                        .map(folded -> new Term(path, folded))
                : Optional.empty();
    }

    private static boolean isIndexedText(ResolvedPath path) {
        return path.target().type() == AttributeType.STRING
                && !path.path().name().equals("id")
                && !path.path().name().equals("meta");
    }
}
