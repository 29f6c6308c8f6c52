package org.roster.scim.spi;

import java.util.Set;

/**
 * Which core attributes a store does not hold as it holds the rest of a resource. Immutable.
 *
 * @param apart names of those that it keeps apart, as members are often: an update neither reads nor writes them
 * @param lasting names of those that always have a value there: a PUT that does not name one leaves it as it is, and removing
 *     it is refused
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7644#section-3.5.1">RFC 7644 §3.5.1</a>
 */
public record Holding(Set<String> apart, Set<String> lasting) {

    /** All are held alike. */
    public static final Holding ALIKE = new Holding(Set.of(), Set.of());

    /**
     * Copies the sets.
     *
     * @param apart see above
     * @param lasting see above
     */
    public Holding {
        apart = Set.copyOf(apart);
        lasting = Set.copyOf(lasting);
    }

    /**
     * Some are kept apart.
     *
     * @param names of core attributes
     * @return nothing else is held in another way
     */
    public static Holding apart(Set<String> names) {
        return new Holding(names, Set.of());
    }
}
