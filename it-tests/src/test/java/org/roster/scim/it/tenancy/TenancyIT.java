package org.roster.scim.it.tenancy;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;
import org.roster.scim.it.attack.TwoTenants;
import org.roster.scim.it.server.ShippedWar;

/** What tenants have of their own, on the lane's server. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class TenancyIT implements RequestLimitContract, PolicyContract, TenantSchemaContract, ReturnContract {

    @Deployment(testable = false)
    static WebArchive deployment() {
        return ShippedWar.deployment().addClasses(TwoTenants.class, TenancyConfiguration.class, TenancySettings.class);
    }
}
