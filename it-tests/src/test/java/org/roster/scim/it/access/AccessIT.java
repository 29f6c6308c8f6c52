package org.roster.scim.it.access;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;
import org.roster.scim.it.server.ShippedWar;

/** All contracts on one deployment. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class AccessIT implements TokenContract, RoleContract, ProtectedContract, AuditContract, TenantContract, LiftContract {

    @Deployment(testable = false)
    static WebArchive deployment() {
        return ShippedWar.deployment();
    }
}
