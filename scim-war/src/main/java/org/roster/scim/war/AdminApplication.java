package org.roster.scim.war;

import jakarta.ws.rs.ApplicationPath;
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

/** The JAX-RS application of administrators: everything below {@code /admin/v1} of the WAR. */
@ApplicationPath("/admin/v1")
public class AdminApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                TokensEndpoint.class,
                OptionsGuard.class,
                TenantsEndpoint.class,
                BrakeEndpoint.class,
                AuditEndpoint.class,
                AdminAuditFilter.class,
                AdminGuard.class,
                AdminErrorMapper.class);
    }

    @Override
    public Map<String, Object> getProperties() {
        return ScimApplication.PROPERTIES;
    }
}
