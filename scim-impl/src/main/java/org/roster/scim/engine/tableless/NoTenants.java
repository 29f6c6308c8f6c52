package org.roster.scim.engine.tableless;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.roster.scim.spi.Attempt;
import org.roster.scim.spi.Tenant;
import org.roster.scim.spi.TenantStore;

/** Knows the default tenant alone. Whose directory a caller works on, a {@code TenantResolver} of the product can say. */
@ApplicationScoped
public class NoTenants implements TenantStore {

    private static final String TENANTS = "tenants";

    @Override
    public Optional<Tenant> find(String name) {
        return Optional.empty();
    }

    @Override
    public List<Tenant> list(String after, int most) {
        throw WithoutTables.refusal(TENANTS);
    }

    @Override
    public boolean add(Tenant tenant, Attempt act) {
        throw WithoutTables.refusal(TENANTS);
    }

    @Override
    public boolean change(String name, Tenant.State state, Attempt act) {
        throw WithoutTables.refusal(TENANTS);
    }

    @Override
    public Map<String, Long> delete(String name, Attempt act) {
        throw WithoutTables.refusal(TENANTS);
    }

    @Override
    public Map<String, Long> rows(String name) {
        throw WithoutTables.refusal(TENANTS);
    }
}
