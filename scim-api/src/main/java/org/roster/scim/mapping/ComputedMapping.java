package org.roster.scim.mapping;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An attribute that is computed from fields. It is read-only, and nobody can search or sort by it.
 *
 * @param attribute its path
 * @param fields what it is computed from; other fields are not read
 * @param value gives text, a truth value, a number, an {@link java.time.Instant}, or null or the empty text for no value
 */
public record ComputedMapping(String attribute, List<String> fields, Function<Row, ? extends @Nullable Object> value)
        implements AttributeMapping {

    /**
     * Copies the list.
     *
     * @param attribute see above
     * @param fields see above
     * @param value see above
     */
    public ComputedMapping {
        fields = List.copyOf(fields);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.computed(this);
    }
}
