package org.roster.scim.engine.boot;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.core.Application;
import java.util.List;
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

/**
 * The JAX-RS application of SCIM. Where it is, its subclass says, which a deployment has one of:
 *
 * <pre>{@code
 * @ApplicationPath("/scim/v2")
 * public class Scim extends ScimApplication {}
 * }</pre>
 *
 * <p>{@link Doors} guards that path and no other.
 */
public abstract class ScimApplication extends Application {

    /** For every JAX-RS application of the service. */
    static final Map<String, Object> PROPERTIES = Map.of(
            // Jersey would answer OPTIONS with a WADL document, and errors with the server's HTML.
            "jersey.config.server.wadl.disableWadl", true,
            "jersey.config.server.response.setStatusOverSendError", true);

    /** By name: what a scan finds would be below the path of every application of the deployment. */
    static final List<Class<?>> ENDPOINTS = List.of(
            ResourceEndpoint.class,
            QueryEndpoint.class,
            MeEndpoint.class,
            BulkEndpoint.class,
            ServiceProviderConfigEndpoint.class,
            ResourceTypesEndpoint.class,
            SchemasEndpoint.class);

    @Override
    @SuppressWarnings("deprecation") // of JAX-RS; classes would have to be where scans find them
    public Set<Object> getSingletons() {
        return Endpoints.of(ENDPOINTS, type -> CDI.current().select(type).get());
    }

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
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
