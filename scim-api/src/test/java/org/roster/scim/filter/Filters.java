package org.roster.scim.filter;

import java.util.List;
import org.roster.scim.path.AttributePath;
import org.roster.scim.testing.Json;

/** Trees in a few words. */
final class Filters {

    private Filters() {}

    static Filter parse(String text) {
        return FilterParser.parse(text, FilterLimits.DEFAULT);
    }

    static Filter and(Filter... terms) {
        return new Filter.And(List.of(terms));
    }

    static Filter or(Filter... terms) {
        return new Filter.Or(List.of(terms));
    }

    static Filter not(Filter term) {
        return new Filter.Not(term);
    }

    static Filter present(String path) {
        return new Filter.Present(path(path));
    }

    /** A comparison with a value written as JSON, single quotes for double ones. */
    static Filter compare(String path, CompareOperator operator, String json) {
        return new Filter.Comparison(path(path), operator, Json.value(json));
    }

    static Filter element(String path, Filter inner) {
        return new Filter.ValuePath(path(path), inner);
    }

    private static AttributePath path(String text) {
        return AttributePath.parse(text).orElseThrow();
    }
}
