package org.roster.scim.engine.security;

import jakarta.enterprise.context.ApplicationScoped;
import org.roster.scim.spi.Caller;
import org.roster.scim.spi.TenantResolver;

/** Everybody works on the same directory, but for those whose credential is for another. */
@ApplicationScoped
public class SingleTenant implements TenantResolver {

    /** The tenant's name, as it stands in the database. */
    public static final String NAME = "default";

    @Override
    public String tenantOf(Caller caller) {
        return caller.bounds().tenant().orElse(NAME);
    }
}
