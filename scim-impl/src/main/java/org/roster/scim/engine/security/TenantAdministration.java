package org.roster.scim.engine.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.roster.scim.error.ScimException;
import org.roster.scim.spi.Attempt;
import org.roster.scim.spi.Tenant;
import org.roster.scim.spi.TenantStore;

/** The life of tenants: made, suspended, resumed, deleted. */
@ApplicationScoped
public class TenantAdministration {

    private final TenantStore store;
    private final Tenants tenants;
    private final IssuedTokens tokens;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway")
    protected TenantAdministration() {
        this(null, null, null);
    }

    /**
     * Takes what it needs.
     *
     * @param store keeps them
     * @param tenants knows them by heart, and is told of changes
     * @param tokens knows theirs by heart
     */
    @Inject
    public TenantAdministration(TenantStore store, Tenants tenants, IssuedTokens tokens) {
        this.store = store;
        this.tenants = tenants;
        this.tokens = tokens;
    }

    /**
     * What a tenant had, and what is left of it.
     *
     * @param deleted how many rows went, by table
     * @param left how many are there, by table: none
     */
    public record Deletion(Map<String, Long> deleted, Map<String, Long> left) {}

    /**
     * Makes a tenant.
     *
     * @param name of it
     * @param act for the audit, about nothing yet; its actor is who made the tenant
     * @return the tenant
     * @throws ScimException 400 {@code invalidValue} if it cannot be called so, 409 {@code uniqueness} if there is or was one
     */
    public Tenant create(String name, Attempt act) {
        if (!Tenants.canBe(name)) {
            throw ScimException.invalidValue("name must have 1 to 64 characters, of letters, digits, dots, hyphens and "
                    + "underscores, and begin with a letter or a digit");
        }
        Tenant tenant =
                new Tenant(name, Tenant.State.ACTIVE, Instant.now().truncatedTo(ChronoUnit.MILLIS), act.actor());
        if (name.equals(Tenants.DEFAULT) || !store.add(tenant, act.about(name))) {
            throw ScimException.uniqueness("name", name);
        }
        tenants.forget();
        return tenant;
    }

    /**
     * A tenant.
     *
     * @param name of it
     * @return the tenant
     * @throws ScimException 404
     */
    public Tenant require(String name) {
        return store.find(name).orElseThrow(() -> ScimException.of(404, "there is no tenant \"" + name + "\""));
    }

    /**
     * Makes sure that a tenant can be given credentials.
     *
     * @param name of it
     * @throws ScimException 400 {@code invalidValue} if there is none, or it is gone
     */
    public void requireToBe(String name) {
        boolean there = name.equals(Tenants.DEFAULT)
                || store.find(name)
                        .filter(t -> t.state() != Tenant.State.DELETED)
                        .isPresent();
        if (!there) {
            throw ScimException.invalidValue("tenant: there is none with this name; create it first");
        }
    }

    /**
     * Some tenants, those that are gone too.
     *
     * @param after the name of the last one that is known; empty text to begin
     * @param most how many at most
     * @return ordered by name
     */
    public List<Tenant> list(String after, int most) {
        return store.list(after, most);
    }

    /**
     * How much a tenant has.
     *
     * @param name of it
     * @return the number of rows, by table
     */
    public Map<String, Long> rows(String name) {
        return store.rows(name);
    }

    /**
     * Closes a tenant for everybody, or opens it again.
     *
     * @param name of it
     * @param state active or suspended
     * @param act for the audit
     * @return the tenant
     * @throws ScimException 404; 409 if it is gone
     */
    public Tenant change(String name, Tenant.State state, Attempt act) {
        require(name);
        if (!store.change(name, state, act)) {
            throw ScimException.of(409, "the tenant is gone and stays so");
        }
        tenants.forget();
        return require(name);
    }

    /**
     * Deletes a tenant with everything that it has.
     *
     * @param name of it
     * @param act for the audit
     * @return what went
     * @throws ScimException 404; 409 if it is not suspended
     */
    public Deletion delete(String name, Attempt act) {
        if (require(name).state() == Tenant.State.ACTIVE) {
            throw ScimException.of(409, "the tenant is active; suspend it first, and delete it when nobody misses it");
        }
        Map<String, Long> deleted = store.delete(name, act);
        tenants.forget();
        tokens.forget();
        return new Deletion(deleted, store.rows(name));
    }
}
