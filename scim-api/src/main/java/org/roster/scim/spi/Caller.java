package org.roster.scim.spi;

import java.util.Set;

/**
 * Who makes a request.
 *
 * @param name for audit and logs; of a realm user or a token, never the token itself
 * @param roles roles that the server or the token grants, for instance {@code scim-admin}
 */
public record Caller(String name, Set<String> roles) {

    /**
     * Copies the set.
     *
     * @param name see above
     * @param roles see above
     */
    public Caller {
        roles = Set.copyOf(roles);
    }
}
