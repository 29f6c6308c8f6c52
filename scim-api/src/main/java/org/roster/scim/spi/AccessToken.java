package org.roster.scim.spi;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A bearer token as a store keeps it: what it is good for, and never the token itself (RFC 6750).
 *
 * @param id opaque, at most 36 characters
 * @param name what people call it, at most 100 characters; among tokens that are not revoked no other has it
 * @param grant what it is good for
 * @param created when, and by whom
 * @param expires the end of it; empty for none
 * @param revoked since when it is good for nothing; empty if it is not
 * @param lastUsed when it was used last, to a minute; empty if never
 * @param secrets those that it has, the newest first; none if it is revoked
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6750">RFC 6750</a>
 */
public record AccessToken(
        String id,
        String name,
        Grant grant,
        Origin created,
        Optional<Instant> expires,
        Optional<Instant> revoked,
        Optional<Instant> lastUsed,
        List<Secret> secrets) {

    /**
     * Copies the list.
     *
     * @param id see above
     * @param name see above
     * @param grant see above
     * @param created see above
     * @param expires see above
     * @param revoked see above
     * @param lastUsed see above
     * @param secrets see above
     */
    public AccessToken {
        secrets = List.copyOf(secrets);
    }

    /**
     * What a token is good for.
     *
     * @param tenant the only tenant; empty for every one
     * @param roles for instance {@code scim-write}
     * @param resourceTypes names of the only resource types; empty for all of them
     * @param networks where it may come from, addresses or CIDR blocks such as {@code 10.0.0.0/8}; empty for everywhere
     */
    public record Grant(Optional<String> tenant, Set<String> roles, Set<String> resourceTypes, List<String> networks) {

        /**
         * Copies the collections.
         *
         * @param tenant see above
         * @param roles see above
         * @param resourceTypes see above
         * @param networks see above
         */
        public Grant {
            roles = Set.copyOf(roles);
            resourceTypes = Set.copyOf(resourceTypes);
            networks = List.copyOf(networks);
        }
    }

    /**
     * Where a token comes from.
     *
     * @param at when it was made
     * @param by the name of the caller who made it
     */
    public record Origin(Instant at, String by) {}

    /**
     * One of the texts that are the token.
     *
     * @param hash its SHA-256, 64 hexadecimal digits in lower case
     * @param created when
     * @param expires the end of this one, if it is before that of the token
     */
    public record Secret(String hash, Instant created, Optional<Instant> expires) {

        /**
         * Whether it is good at a time, as far as it alone says.
         *
         * @param now the time
         * @return whether
         */
        public boolean goodAt(Instant now) {
            return expires.isEmpty() || now.isBefore(expires.get());
        }
    }

    /**
     * Whether a secret of it is good at a time.
     *
     * @param hash the SHA-256 of the secret
     * @param now the time
     * @return false also if it is no secret of this token
     */
    public boolean goodAt(String hash, Instant now) {
        return revoked.isEmpty()
                && (expires.isEmpty() || now.isBefore(expires.get()))
                && secrets.stream().anyMatch(s -> s.hash().equals(hash) && s.goodAt(now));
    }
}
