package org.roster.scim.engine.security;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.roster.scim.error.ScimException;
import org.roster.scim.spi.AccessToken;
import org.roster.scim.spi.Caller;

/**
 * Who makes tokens. A token makes none that is good for more than itself, or its bounds would end where it makes another one;
 * a user of the realm and the operator's bootstrap token are not bound. The resource types are not looked at, because whoever
 * has some of them only does not administer.
 *
 * @param name of the caller
 * @param token what his token says; empty if he came without one
 */
public record TokenMaker(String name, Optional<Caller> token) {

    /**
     * What a new token becomes: a bound that the wish leaves out is that of the maker.
     *
     * @param wish that has been checked
     * @return the wish within the bounds of the maker
     * @throws ScimException 403 if the wish is for more than the maker has
     */
    TokenWish within(TokenWish wish) {
        Caller.Bounds own = bounds();
        AccessToken.Grant grant = wish.grant();
        TokenWish bounded = new TokenWish(
                wish.name(),
                new AccessToken.Grant(
                        grant.tenant().or(own::tenant),
                        grant.roles(),
                        grant.resourceTypes(),
                        grant.networks().isEmpty() ? own.networks() : grant.networks()),
                wish.expires().or(own::expires));
        requireNoMore(bounded.grant(), bounded.expires());
        return bounded;
    }

    /**
     * Lets through who has at least what a token has: whoever gives it a new secret can use it.
     *
     * @param other a token
     * @throws ScimException 403
     */
    void requireNoLessThan(AccessToken other) {
        requireNoMore(other.grant(), other.expires());
    }

    private void requireNoMore(AccessToken.Grant grant, Optional<Instant> expires) {
        Caller.Bounds own = bounds();
        refuse(
                own.tenant().isPresent() && !own.tenant().equals(grant.tenant()),
                "is for the tenant \"" + own.tenant().orElse("") + "\" alone");
        refuse(
                !coveredBy(own.networks(), grant.networks()),
                "is good from " + String.join(", ", own.networks()) + " alone");
        refuse(
                own.expires().isPresent()
                        && expires.filter(end -> !end.isAfter(own.expires().get()))
                                .isEmpty(),
                "ends at " + own.expires().map(Instant::toString).orElse(""));
        refuse(grant.roles().contains(Roles.PROTECTED) && !mayProtect(), "does not have the role " + Roles.PROTECTED);
    }

    private static void refuse(boolean more, String bound) {
        if (more) {
            throw ScimException.of(403, "your token " + bound + "; the other one would be good for more");
        }
    }

    /** The only role of which an administrator does not have all that it permits. */
    private boolean mayProtect() {
        return token.isEmpty()
                || BearerTokens.isBootstrap(token.get())
                || token.get().roles().contains(Roles.PROTECTED);
    }

    private static boolean coveredBy(List<String> own, List<String> wanted) {
        List<Network> networks =
                own.stream().flatMap(n -> Network.of(n).stream()).toList();
        return own.isEmpty()
                || (!wanted.isEmpty()
                        && wanted.stream()
                                .allMatch(w -> Network.of(w)
                                        .filter(n -> networks.stream().anyMatch(o -> o.contains(n)))
                                        .isPresent()));
    }

    private Caller.Bounds bounds() {
        return token.map(Caller::bounds).orElse(Caller.Bounds.NONE);
    }
}
