package org.roster.scim.it.tenancy;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import org.roster.scim.engine.configuration.Configuration;

/** A bean of the WAR: {@link TenancySettings}, and the settings of the lane besides. */
@ApplicationScoped
@Alternative
@Priority(1)
class TenancyConfiguration extends Configuration {

    TenancyConfiguration() {
        super(name -> TenancySettings.SET.getOrDefault(name, System.getProperty(name)), System.getenv());
    }
}
