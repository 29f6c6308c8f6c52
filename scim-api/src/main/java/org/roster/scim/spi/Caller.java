package org.roster.scim.spi;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who makes a request.
 *
 * @param name for audit and logs; of a realm user or a token, never the token itself
 * @param roles roles that the server or the token grants, for instance {@code scim-admin}
 * @param bounds what the credential is good for, whatever the roles
 */
public record Caller(String name, Set<String> roles, Bounds bounds) {

    /**
     * Copies the set.
     *
     * @param name see above
     * @param roles see above
     * @param bounds see above
     */
    public Caller {
        roles = Set.copyOf(roles);
    }

    /**
     * A caller whose credential has no bounds.
     *
     * @param name see above
     * @param roles see above
     */
    public Caller(String name, Set<String> roles) {
        this(name, roles, Bounds.NONE);
    }

    /**
     * What a credential is good for. It takes away from what the roles permit, and gives nothing.
     *
     * @param tenant the only tenant; empty if it may be any that the service finds for the caller
     * @param resourceTypes names of the only resource types, as in {@code meta.resourceType}; empty for all of them
     * @param networks the only addresses and CIDR blocks that it is good from; empty for everywhere, or if the service does
     *     not know
     * @param expires its end; empty for none, or if what it grants may outlive it
     */
    public record Bounds(
            Optional<String> tenant, Set<String> resourceTypes, List<String> networks, Optional<Instant> expires) {

        /** No bounds. */
        public static final Bounds NONE = new Bounds(Optional.empty(), Set.of());

        /**
         * Copies the collections.
         *
         * @param tenant see above
         * @param resourceTypes see above
         * @param networks see above
         * @param expires see above
         */
        public Bounds {
            resourceTypes = Set.copyOf(resourceTypes);
            networks = List.copyOf(networks);
        }

        /**
         * Bounds of neither place nor time.
         *
         * @param tenant see above
         * @param resourceTypes see above
         */
        public Bounds(Optional<String> tenant, Set<String> resourceTypes) {
            this(tenant, resourceTypes, List.of(), Optional.empty());
        }

        /**
         * Whether the credential is good for resources of a type.
         *
         * @param resourceType its name
         * @return whether
         */
        public boolean include(String resourceType) {
            return resourceTypes.isEmpty() || resourceTypes.contains(resourceType);
        }
    }
}
