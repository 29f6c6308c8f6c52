package org.roster.scim.war;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** The JAX-RS application: everything below {@code /v2} of the WAR. */
@ApplicationPath("/v2")
public class ScimApplication extends Application {

    @Override
    public Map<String, Object> getProperties() {
        return Map.of(
                // Jersey would answer OPTIONS with a WADL document, and errors with the server's HTML.
                "jersey.config.server.wadl.disableWadl", true,
                "jersey.config.server.response.setStatusOverSendError", true);
    }
}
