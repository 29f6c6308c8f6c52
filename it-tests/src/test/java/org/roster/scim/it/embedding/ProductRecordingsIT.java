package org.roster.scim.it.embedding;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;
import org.roster.scim.it.recording.RecordingConformance;
import org.roster.scim.it.server.RosterServer;
import org.roster.scim.kit.MayAbort;

/** What identity providers send, to the product. Aborted are requests with attributes that it does not map. */
@MayAbort(11)
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ProductRecordingsIT extends RecordingConformance {

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
