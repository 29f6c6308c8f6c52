package org.roster.scim.engine.boot;

import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;
import org.roster.scim.engine.admin.AdminAuditFilter;
import org.roster.scim.engine.admin.AdminErrorMapper;
import org.roster.scim.engine.admin.AdminGuard;
import org.roster.scim.engine.admin.AuditEndpoint;
import org.roster.scim.engine.admin.BrakeEndpoint;
import org.roster.scim.engine.admin.TenantsEndpoint;
import org.roster.scim.engine.admin.TokensEndpoint;
import org.roster.scim.engine.rest.OptionsGuard;

/**
 * The JAX-RS application of administrators. A deployment that wants it has a subclass with an {@code @ApplicationPath}, as of
 * {@link ScimApplication}.
 */
public abstract class AdminApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                TokensEndpoint.Listed.class,
                OptionsGuard.class,
                TenantsEndpoint.Listed.class,
                BrakeEndpoint.Listed.class,
                AuditEndpoint.Listed.class,
                AdminAuditFilter.class,
                AdminGuard.class,
                AdminErrorMapper.class);
    }

    @Override
    public Map<String, Object> getProperties() {
        return ScimApplication.PROPERTIES;
    }
}
