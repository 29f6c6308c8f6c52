package org.roster.scim.war;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;
import org.roster.scim.engine.rest.AnonymousGuard;
import org.roster.scim.engine.rest.AuditFilter;
import org.roster.scim.engine.rest.BulkEndpoint;
import org.roster.scim.engine.rest.ErrorMapper;
import org.roster.scim.engine.rest.MeEndpoint;
import org.roster.scim.engine.rest.MeLocation;
import org.roster.scim.engine.rest.OptionsGuard;
import org.roster.scim.engine.rest.QueryEndpoint;
import org.roster.scim.engine.rest.ResourceEndpoint;
import org.roster.scim.engine.rest.ResourceTypesEndpoint;
import org.roster.scim.engine.rest.SchemasEndpoint;
import org.roster.scim.engine.rest.ServiceProviderConfigEndpoint;
import org.roster.scim.engine.rest.SpeakerFilter;
import org.roster.scim.engine.rest.UrlFilter;

/** The JAX-RS application: everything below {@code /v2} of the WAR. */
@ApplicationPath("/v2")
public class ScimApplication extends Application {

    /** For every JAX-RS application of the WAR. */
    static final Map<String, Object> PROPERTIES = Map.of(
            // Jersey would answer OPTIONS with a WADL document, and errors with the server's HTML.
            "jersey.config.server.wadl.disableWadl", true,
            "jersey.config.server.response.setStatusOverSendError", true);

    /** By name: what is found by itself would be below the path of every application. */
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                ResourceEndpoint.class,
                QueryEndpoint.class,
                MeEndpoint.class,
                BulkEndpoint.class,
                ServiceProviderConfigEndpoint.class,
                ResourceTypesEndpoint.class,
                SchemasEndpoint.class,
                AnonymousGuard.class,
                OptionsGuard.class,
                SpeakerFilter.class,
                UrlFilter.class,
                AuditFilter.class,
                MeLocation.class,
                ErrorMapper.class);
    }

    @Override
    public Map<String, Object> getProperties() {
        return PROPERTIES;
    }
}
