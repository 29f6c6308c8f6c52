package org.roster.scim.engine.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.roster.scim.error.ScimException;
import org.roster.scim.spi.Caller;
import org.roster.scim.spi.Tenant;
import org.roster.scim.spi.TenantResolver;
import org.roster.scim.spi.TenantStore;

/**
 * Finds the tenant of a request: that of the credential, else the default one. A URL may name it too, and an administrator whose
 * credential is for no certain tenant goes to another one so. A tenant that is suspended or gone is closed for everybody.
 */
@ApplicationScoped
public class Tenants implements TenantResolver {

    /** The tenant of those whose credential is for no certain one, as it stands in the database. */
    public static final String DEFAULT = Tenant.DEFAULT;

    private static final Duration BELIEF = Duration.ofSeconds(5);
    private static final int REMEMBERED = 10_000;

    private final TenantStore store;
    private final Clock clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway")
    protected Tenants() {
        this(null, Clock.systemUTC());
    }

    /**
     * Takes what it needs.
     *
     * @param store keeps them
     */
    @Inject
    public Tenants(TenantStore store) {
        this(store, Clock.systemUTC());
    }

    Tenants(TenantStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * What is believed of a tenant.
     *
     * @param tenant empty if there never was one
     * @param until the end of the belief
     */
    private record Known(Optional<Tenant> tenant, Instant until) {}

    /**
     * Whether a text can be the name of a tenant.
     *
     * @param text any
     * @return whether
     */
    public static boolean canBe(String text) {
        return Tenant.canBeCalled(text);
    }

    @Override
    public String tenantOf(Caller caller) {
        return caller.bounds().tenant().orElse(DEFAULT);
    }

    @Override
    public String tenantOf(Caller caller, Optional<String> asked) {
        String own = tenantOf(caller);
        String tenant = asked.orElse(own);
        boolean goesAnywhere =
                caller.bounds().tenant().isEmpty() && caller.roles().contains(Roles.ADMIN);
        if (!tenant.equals(own) && !(goesAnywhere && isThere(tenant))) {
            throw ScimException.of(404, "there is no tenant \"" + tenant + "\" for your credential");
        }
        requireOpen(tenant);
        return tenant;
    }

    private boolean isThere(String tenant) {
        return tenant.equals(DEFAULT) || known(tenant).isPresent();
    }

    private void requireOpen(String tenant) {
        if (tenant.equals(DEFAULT)) {
            return;
        }
        known(tenant).filter(t -> t.state() != Tenant.State.ACTIVE).ifPresent(closed -> {
            throw ScimException.of(
                    403,
                    closed.state() == Tenant.State.SUSPENDED
                            ? "the tenant is suspended; an administrator can resume it"
                            : "the tenant is gone");
        });
    }

    private Optional<Tenant> known(String name) {
        Instant now = clock.instant();
        @Nullable Known before = known.get(name);
        if (before != null && now.isBefore(before.until())) {
            return before.tenant();
        }
        Optional<Tenant> tenant = store.find(name);
        if (known.size() >= REMEMBERED) {
            known.clear();
        }
        known.put(name, new Known(tenant, now.plus(BELIEF)));
        return tenant;
    }

    /** Forgets what is believed, on this node. */
    void forget() {
        known.clear();
    }
}
