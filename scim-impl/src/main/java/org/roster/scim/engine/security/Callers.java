package org.roster.scim.engine.security;

import java.security.Principal;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.roster.scim.spi.Caller;

/** Makes the caller of who the server says it is. */
public final class Callers {

    private Callers() {}

    /**
     * The caller.
     *
     * @param principal of the request; null if there is none
     * @param inRole whether the server grants a role
     * @param roles those that mean something here
     * @return without a name if nobody showed a credential
     */
    public static Caller of(@Nullable Principal principal, Predicate<String> inRole, Set<String> roles) {
        if (principal instanceof TokenPrincipal token) {
            return token.caller();
        }
        return new Caller(
                principal == null ? "" : principal.getName(),
                roles.stream().filter(inRole).collect(Collectors.toSet()));
    }
}
