package org.roster.scim.engine.boot;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import org.roster.scim.engine.rest.Startup;

/** {@link Startup} where the servlet container would not inject what it needs. */
final class InjectedStartup implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent event) {
        Injected.of(Startup.class).contextInitialized(event);
    }
}
