package org.roster.scim.it.limits;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.Optional;
import java.util.Set;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.roster.scim.engine.security.PresentedToken;
import org.roster.scim.engine.security.TokenVerifier;
import org.roster.scim.it.http.ScimHttp;
import org.roster.scim.it.server.ShippedWar;
import org.roster.scim.spi.Caller;
import org.roster.scim.spi.TenantResolver;

/**
 * The WAR as shipped, with settings of its own, with callers by the dozen and with tenants: the token {@code test-hr@acme} is
 * the credential {@code hr@acme} of the tenant acme.
 */
final class LimitedCallers {

    private static final String PREFIX = "test-";

    private LimitedCallers() {}

    static WebArchive war() {
        return ShippedWar.deployment().addClasses(LimitedCallers.class, Tokens.class, Tenants.class, SmallLimits.class);
    }

    /** A client with the token of a credential. */
    static ScimHttp client(String credential) {
        return ScimHttp.anonymous().with("Authorization", "Bearer " + PREFIX + credential);
    }

    /** Believes everybody. */
    @ApplicationScoped
    static class Tokens implements TokenVerifier {
        @Override
        public Optional<Caller> callerWith(PresentedToken token) {
            return token.text().startsWith(PREFIX)
                    ? Optional.of(new Caller(token.text().substring(PREFIX.length()), Set.of("scim-admin")))
                    : Optional.empty();
        }
    }

    /** A tenant is what follows the at sign. */
    @ApplicationScoped
    @Alternative
    @Priority(1)
    static class Tenants implements TenantResolver {
        @Override
        public String tenantOf(Caller caller) {
            int at = caller.name().indexOf('@');
            return at < 0 ? "default" : caller.name().substring(at + 1);
        }
    }
}
