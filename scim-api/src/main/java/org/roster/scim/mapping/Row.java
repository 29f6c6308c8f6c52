package org.roster.scim.mapping;

import java.util.Optional;

/** What a computed attribute is computed from. */
@FunctionalInterface
public interface Row {

    /**
     * The value of a field.
     *
     * @param field one of those that the mapping names
     * @return empty if it is null
     */
    Optional<Object> value(String field);

    /**
     * The value of a field as text.
     *
     * @param field one of those that the mapping names
     * @return the empty text if it is null
     */
    default String text(String field) {
        return value(field).map(Object::toString).orElse("");
    }
}
