package org.roster.scim.engine.security;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.roster.scim.error.ScimException;
import org.roster.scim.spi.AccessToken;

/**
 * What somebody wants a new token to be.
 *
 * @param name 1 to 100 letters, digits, dots, hyphens and underscores
 * @param grant what it shall be good for
 * @param expires its end; empty for none
 */
public record TokenWish(String name, AccessToken.Grant grant, Optional<Instant> expires) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,100}");
    private static final Pattern RESOURCE_TYPE = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final int MOST_RESOURCE_TYPES = 7;
    private static final int MOST_NETWORKS = 20;

    /** Refuses what cannot be. */
    void check(Instant now, Set<String> roles) {
        if (!NAME.matcher(name).matches()) {
            throw ScimException.invalidValue(
                    "name must have 1 to 100 characters, of letters, digits, dots, hyphens and underscores");
        }
        grant.tenant().filter(t -> !Tenants.canBe(t)).ifPresent(wrong -> {
            throw ScimException.invalidValue(
                    "tenant must have 1 to 64 letters, digits, dots, hyphens and underscores, and begin with a letter or a digit");
        });
        checkRoles(roles);
        if (grant.resourceTypes().size() > MOST_RESOURCE_TYPES
                || !grant.resourceTypes().stream()
                        .allMatch(t -> RESOURCE_TYPE.matcher(t).matches())) {
            throw ScimException.invalidValue(
                    "resourceTypes must be at most " + MOST_RESOURCE_TYPES + " names such as \"User\"");
        }
        if (grant.networks().size() > MOST_NETWORKS) {
            throw ScimException.invalidValue("networks must be at most " + MOST_NETWORKS);
        }
        grant.networks().stream()
                .filter(n -> Network.of(n).isEmpty())
                .findFirst()
                .ifPresent(wrong -> {
                    throw ScimException.invalidValue("networks: \"" + wrong
                            + "\" is neither an address nor a network such as 10.0.0.0/8 or 2001:db8::/32");
                });
        expires.filter(end -> !end.isAfter(now)).ifPresent(past -> {
            throw ScimException.invalidValue("expires is not in the future");
        });
    }

    private void checkRoles(Set<String> known) {
        Set<String> unknown = new TreeSet<>(grant.roles());
        unknown.removeAll(known);
        if (grant.roles().isEmpty() || !unknown.isEmpty()) {
            throw ScimException.invalidValue("roles must be one or more of "
                    + String.join(", ", new TreeSet<>(known))
                    + (unknown.isEmpty()
                            ? ""
                            : "; found \"" + unknown.iterator().next() + "\""));
        }
    }
}
