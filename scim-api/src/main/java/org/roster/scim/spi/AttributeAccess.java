package org.roster.scim.spi;

import java.util.Set;
import org.roster.scim.schema.ResolvedPath;

/**
 * Which attributes of the resources of a type a caller may not read, and which he may not write. The common attributes
 * ({@code id}, {@code meta}) cannot be hidden. Immutable.
 *
 * @param hidden attributes and sub-attributes that he does not see, and can neither filter nor sort by, nor choose elements
 *     by; an attribute means all of it
 * @param locked attributes and sub-attributes that stay as they are, whatever he does; an attribute means all of it
 */
public record AttributeAccess(Set<ResolvedPath> hidden, Set<ResolvedPath> locked) {

    /** He may read and write whatever the schema allows. */
    public static final AttributeAccess WHOLE = new AttributeAccess(Set.of(), Set.of());

    /**
     * Copies the sets.
     *
     * @param hidden see above
     * @param locked see above
     */
    public AttributeAccess {
        hidden = Set.copyOf(hidden);
        locked = Set.copyOf(locked);
    }
}
