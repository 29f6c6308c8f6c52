package org.roster.scim.it.protocol;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;
import org.roster.scim.it.server.ShippedWar;

/** All contracts on one deployment: a class of its own for each would deploy the WAR as many times. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ProtocolIT
        implements LifecycleContract,
                ReplaceContract,
                PatchContract,
                PatchMultiValuedContract,
                FilterContract,
                PagingContract,
                SortContract,
                ProjectionContract,
                SearchContract,
                RootContract,
                CursorContract,
                MeContract,
                VersionContract,
                MembershipContract,
                BulkContract,
                ValueContract,
                FormatContract,
                SchemaContract,
                EndpointContract,
                RoundTripContract,
                PrivacyContract,
                TransportContract,
                DiscoveryContract,
                CharacteristicsContract,
                CustomSchemaContract,
                MistakesContract,
                HttpContract {

    @Deployment(testable = false)
    static WebArchive deployment() {
        return ShippedWar.deployment().addAsResource("META-INF/roster/schemas.json");
    }
}
