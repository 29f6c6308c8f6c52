package org.roster.scim.engine.rest;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import org.jspecify.annotations.Nullable;
import org.roster.scim.spi.ServiceStarting;

/**
 * Tells everybody that the service starts. A servlet listener, because only there the names of the deployment can be looked
 * up on every server.
 */
public class Startup implements ServletContextListener {

    private static final System.Logger LOG = System.getLogger(Startup.class.getName());

    private @Nullable Event<ServiceStarting> starting;

    /**
     * Takes what it needs.
     *
     * @param event whom to tell
     */
    @Inject
    public void initialize(Event<ServiceStarting> event) {
        this.starting = event;
    }

    @Override
    public void contextInitialized(ServletContextEvent event) {
        if (starting == null) {
            throw new IllegalStateException("SCIM01002 CDI is not active in this deployment");
        }
        starting.fire(new ServiceStarting());
        LOG.log(
                System.Logger.Level.INFO,
                "SCIM01003 Roster serves SCIM 2.0 below {0}",
                event.getServletContext().getContextPath());
    }
}
