package org.roster.scim.engine.security;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import org.jspecify.annotations.Nullable;

/**
 * Declares the roles of the policy to the server, as web.xml would, so that groups of its realm can grant them: a server
 * may answer no to whether somebody has a role that nobody declared. Which they are is known at start only.
 */
public class PolicyRoles implements ServletContextListener {

    private @Nullable AccessPolicy policy;

    /**
     * Takes what it needs.
     *
     * @param accessPolicy has the roles
     */
    @Inject
    public void initialize(AccessPolicy accessPolicy) {
        this.policy = accessPolicy;
    }

    @Override
    public void contextInitialized(ServletContextEvent event) {
        if (policy != null) {
            event.getServletContext().declareRoles(policy.roles().toArray(String[]::new));
        }
    }
}
