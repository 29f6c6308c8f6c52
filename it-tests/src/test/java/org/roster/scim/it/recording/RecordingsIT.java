package org.roster.scim.it.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Arrays;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.roster.scim.it.http.CleanSlate;
import org.roster.scim.it.http.ScimHttp;
import org.roster.scim.it.server.RosterServer;
import org.roster.scim.it.server.ShippedWar;

/**
 * What identity providers send, replayed. Each recording brings its own data and starts in an empty tenant. The system
 * property {@code roster.it.recordings} names some folders alone, separated by commas.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class RecordingsIT {
    private static final String FOLDERS =
            System.getProperty("roster.it.recordings", String.join(",", Recording.folders()));

    @Deployment(testable = false)
    static WebArchive deployment() {
        return ShippedWar.deployment();
    }

    @BeforeAll
    static void empty_the_tenant() {
        CleanSlate.wipe(ScimHttp.admin());
    }

    // Each of these habits is among the "tolerances" of a recording; other tests prove the others.
    @TestFactory
    @Tag("V-ENTRA-06")
    @Tag("V-ENTRA-14")
    @Tag("V-OKTA-01")
    @Tag("V-OKTA-03")
    @Tag("V-OKTA-04")
    @Tag("V-OKTA-06")
    @Tag("V-OL-01")
    @Tag("V-OL-02")
    @Tag("V-AK-01")
    @Tag("V-NEG-01")
    @Tag("V-HEAD-01")
    Stream<DynamicNode> recorded_requests_are_answered_as_the_identity_provider_needs_it() {
        return Arrays.stream(FOLDERS.split(","))
                .map(folder ->
                        dynamicContainer(folder, Recording.in(folder).stream().map(RecordingsIT::test)));
    }

    private static DynamicNode test(Recording recording) {
        return dynamicTest(recording.name() + ": " + recording.title(), () -> {
            RosterServer server = RosterServer.current();
            assertThat(new Replay(server.baseUrl().toString(), server.token()).faults(recording))
                    .as(recording.name())
                    .isEmpty();
        });
    }
}
