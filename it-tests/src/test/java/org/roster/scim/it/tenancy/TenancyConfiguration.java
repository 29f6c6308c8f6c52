package org.roster.scim.it.tenancy;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.Map;
import org.roster.scim.engine.configuration.Configuration;

/** A bean of the WAR: {@link TenancySettings}, and the settings of the lane besides. */
@ApplicationScoped
@Alternative
@Priority(1)
class TenancyConfiguration extends Configuration {

    TenancyConfiguration() {
        this(TenancySettings.written());
    }

    private TenancyConfiguration(Map<String, String> set) {
        super(name -> set.getOrDefault(name, System.getProperty(name)), System.getenv());
    }
}
