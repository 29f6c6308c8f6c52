package org.roster.scim.engine.store.mapped;

import jakarta.json.JsonValue;
import java.util.Optional;
import org.roster.scim.filter.Filter;
import org.roster.scim.filter.FilterEvaluator;
import org.roster.scim.schema.ComparisonKey;
import org.roster.scim.schema.ResolvedPath;

/**
 * The same value in each resource.
 *
 * @param path the attribute
 * @param value its value
 */
record ConstantAttribute(ResolvedPath path, JsonValue value) implements RowAttribute {

    @Override
    public Reading select(Columns columns) {
        return row -> Optional.of(value);
    }

    @Override
    public void write(EntityWriter entity, Optional<JsonValue> ignored) {
        // read-only
    }

    @Override
    public Condition present(Search search, Optional<String> sub) {
        return Condition.ALL;
    }

    @Override
    public Condition compares(Search search, Optional<String> sub, Comparand comparand) {
        return compares(comparand);
    }

    Condition compares(Comparand comparand) {
        Optional<String> own = ComparisonKey.of(path.target(), value);
        Optional<String> sought = ComparisonKey.of(path.target(), comparand.value());
        return Condition.of(
                own.isPresent() && sought.isPresent() && comparand.operator().holds(own.get(), sought.get()));
    }

    @Override
    public Condition matches(Search search, Filter element) {
        return Condition.of(FilterEvaluator.matchesElement(element, path.target(), value));
    }
}
