package org.roster.scim.it.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.roster.scim.it.http.Gate;
import org.roster.scim.it.protocol.Description;
import org.roster.scim.it.server.KitProperty;
import org.roster.scim.kit.AbortedTests;

/**
 * What identity providers send, replayed against a deployed application: {@link #baseUrl()} and {@link #token()} say where, as
 * for {@link org.roster.scim.it.protocol.HttpConformance}. The tenant must be empty, because a recording says how many
 * resources a list has; each removes what it brought. Some need the habits of their client: the service has to be started
 * with {@link #AGENTS}.
 */
@ExtendWith(AbortedTests.class)
public abstract class RecordingConformance {

    /** The value of the setting {@code roster.agents}. */
    public static final String AGENTS = "recording-compat=compat,recording-onelogin=onelogin";

    /**
     * Where the service is.
     *
     * @return the SCIM base URL, without a slash at its end; from {@code roster.kit.url} unless overridden
     */
    protected String baseUrl() {
        return KitProperty.URL.value();
    }

    /**
     * The credential of somebody who may do everything.
     *
     * @return a bearer token; from {@code roster.kit.token} unless overridden
     */
    protected String token() {
        return KitProperty.TOKEN.value();
    }

    /** One container for each identity provider. */
    @TestFactory
    Stream<DynamicNode> recorded_requests_are_answered_as_the_identity_provider_needs_it() {
        Gate gate = Description.gate(baseUrl(), token());
        return Recording.folders().stream()
                .map(folder -> dynamicContainer(
                        folder,
                        Recording.in(folder).stream()
                                .map(recording -> dynamicTest(
                                        recording.name() + ": " + recording.title(), () -> replay(recording, gate)))));
    }

    private void replay(Recording recording, Gate gate) {
        assertThat(new Replay(baseUrl(), token()).through(gate).faults(recording))
                .as(recording.name())
                .isEmpty();
    }
}
