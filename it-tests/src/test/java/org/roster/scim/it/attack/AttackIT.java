package org.roster.scim.it.attack;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;
import org.roster.scim.it.server.ShippedWar;

/** All attacks on one deployment: the WAR as it is shipped, with two tenants and {@link Switches}. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class AttackIT
        implements AccessMatrixContract,
                CrossTenantContract,
                EnumerationContract,
                FilterInjectionContract,
                ForgedHostContract,
                LogInjectionContract,
                LostAnswerContract,
                MassAssignmentContract,
                PathTricksContract,
                PrivilegeContract,
                RequestForgeryContract,
                RowDiffContract,
                SecretsCanaryContract,
                TakeoverContract,
                UnauthenticatedBodyContract {

    @Deployment(testable = false)
    static WebArchive deployment() {
        return ShippedWar.deployment().addClasses(TwoTenants.class, AttackedConfiguration.class, Switches.class);
    }
}
