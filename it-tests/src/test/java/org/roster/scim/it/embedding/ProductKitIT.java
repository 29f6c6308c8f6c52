package org.roster.scim.it.embedding;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;
import org.roster.scim.it.protocol.HttpConformance;
import org.roster.scim.it.server.RosterServer;
import org.roster.scim.kit.MayAbort;

/**
 * The kit, asked of the product: what it has is as the RFCs want it, and what it has not is refused honestly. Aborted are tests of
 * attributes that it does not map, of queries at the root, and of users of a realm that the kit does not know.
 */
@MayAbort(51)
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ProductKitIT extends HttpConformance {

    @Deployment(testable = false)
    static WebArchive product() {
        return ProductWar.deployment();
    }

    @Override
    protected String baseUrl() {
        return ProductWar.client().baseUrl() + "/scim/v2";
    }

    @Override
    protected String token() {
        return RosterServer.current().bearer().substring("Bearer ".length());
    }
}
