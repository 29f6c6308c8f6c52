package org.roster.scim.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.roster.scim.it.server.ManagedServer;
import org.roster.scim.it.server.RosterServer;
import org.roster.scim.it.server.ShippedWar;

/** A server that goes down and comes up again: the service is back without anybody doing anything. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class RestartIT {

    @Deployment(testable = false)
    static WebArchive war() {
        return ShippedWar.deployment();
    }

    @ArquillianResource
    ManagedServer server;

    @Test
    void the_service_answers_again_after_a_restart_of_the_server() throws Exception {
        assertThat(status()).isEqualTo(200);
        server.stop();
        assertThatThrownBy(RestartIT::status).isInstanceOf(ConnectException.class);
        server.start();
        assertThat(status()).isEqualTo(200);
    }

    private static int status() throws IOException, InterruptedException {
        RosterServer roster = RosterServer.current();
        HttpRequest request = HttpRequest.newBuilder(roster.uri("/Users"))
                .header("Authorization", roster.bearer())
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }
}
