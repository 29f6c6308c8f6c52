package org.roster.scim.it.limits;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.roster.scim.engine.configuration.Configuration;
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
        return ShippedWar.deployment().addClasses(LimitedCallers.class, Tokens.class, Tenants.class, Settings.class);
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

    /** What an operator would set, and the settings of the lane besides. */
    @ApplicationScoped
    @Alternative
    @Priority(1)
    static class Settings extends Configuration {
        private static final Map<String, String> SET = Map.of(
                "roster.limit.rate",
                "10",
                "roster.limit.burst",
                "10",
                "roster.limits",
                "credential:slow@rate:rate=1,credential:slow@rate:burst=3,"
                        + "credential:once@version:rate=1,credential:once@version:burst=5,"
                        + "credential:one@concurrent:concurrent=1,"
                        + "tenant:small:rate=1,tenant:small:burst=4,"
                        // for the measurement of fairness
                        + "credential:quiet@quiet:rate=1000,credential:loud@loud:rate=100000,"
                        + "tenant:loud:rate=20,tenant:loud:concurrent=2");

        Settings() {
            super(name -> SET.getOrDefault(name, System.getProperty(name)), System.getenv());
        }
    }
}
