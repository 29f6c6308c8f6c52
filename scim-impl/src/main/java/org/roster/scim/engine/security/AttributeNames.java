package org.roster.scim.engine.security;

import java.util.Set;
import org.roster.scim.schema.ResolvedPath;
import org.roster.scim.schema.ResourceType;

/**
 * Some attributes of resources.
 *
 * @param others whether they are all but those that are named
 * @param names of attributes, those of extensions with the URI of their schema
 */
record AttributeNames(boolean others, Set<String> names) {

    static final AttributeNames ALL = new AttributeNames(true, Set.of());
    static final AttributeNames NONE = new AttributeNames(false, Set.of());

    /** Whether an attribute is one of them. */
    boolean include(ResourceType type, ResolvedPath attribute) {
        boolean named = names.stream()
                .anyMatch(name -> type.resolve(name).filter(attribute::equals).isPresent());
        return named != others;
    }
}
