package org.roster.scim.engine.security;

import java.util.Set;
import org.roster.scim.schema.ResolvedPath;
import org.roster.scim.schema.ResourceType;

/**
 * Some attributes and sub-attributes of resources. An attribute that is named stands for all of it; one of which a
 * sub-attribute is named is there in part.
 *
 * @param others whether they are all but those that are named
 * @param names of attributes, those of extensions with the URI of their schema
 */
record AttributeNames(boolean others, Set<String> names) {

    static final AttributeNames ALL = new AttributeNames(true, Set.of());
    static final AttributeNames NONE = new AttributeNames(false, Set.of());

    /** Whether an attribute or sub-attribute is one of them; an attribute also if it is there in part. */
    boolean include(ResourceType type, ResolvedPath path) {
        return others
                != names.stream().flatMap(name -> type.resolve(name).stream()).anyMatch(named -> meets(named, path));
    }

    private boolean meets(ResolvedPath named, ResolvedPath path) {
        boolean inside = named.equals(path) || named.equals(path.parent());
        return inside || (!others && named.parent().equals(path));
    }
}
