package org.roster.scim.engine.boot;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.core.Application;
import java.util.List;
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

    static final List<Class<?>> ENDPOINTS =
            List.of(TokensEndpoint.class, TenantsEndpoint.class, BrakeEndpoint.class, AuditEndpoint.class);

    @Override
    @SuppressWarnings("deprecation") // of JAX-RS; classes would have to be where scans find them
    public Set<Object> getSingletons() {
        return Endpoints.of(ENDPOINTS, type -> CDI.current().select(type).get());
    }

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(OptionsGuard.class, AdminAuditFilter.class, AdminGuard.class, AdminErrorMapper.class);
    }

    @Override
    public Map<String, Object> getProperties() {
        return ScimApplication.PROPERTIES;
    }
}
