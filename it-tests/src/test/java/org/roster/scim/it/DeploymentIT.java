package org.roster.scim.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.roster.scim.it.server.RealmUser;
import org.roster.scim.it.server.RosterServer;
import org.roster.scim.it.server.ShippedWar;

/** The shipped WAR deploys and its parts find each other: CDI, Jakarta Persistence, the data source, the realm. */
@ExtendWith(ArquillianExtension.class)
class DeploymentIT {

    @Deployment
    static WebArchive war() {
        return ShippedWar.withTests(DeploymentIT.class, Persistence.class);
    }

    @Inject
    Persistence persistence;

    @Test
    void the_server_injects_an_entity_manager_that_reaches_the_database() {
        assertThat(persistence.countOfOne()).isEqualTo(1);
    }

    @Test
    @RunAsClient
    void the_base_url_answers_the_bootstrap_token() throws Exception {
        assertThat(get("/ServiceProviderConfig", RosterServer.current().bearer()))
                .isEqualTo(200);
        assertThat(get("/Users", RosterServer.current().bearer())).isEqualTo(200);
    }

    @Test
    @RunAsClient
    void the_realm_of_the_server_knows_its_users_and_their_groups() throws Exception {
        assertThat(get("/Users", RealmUser.IDP.basic())).isEqualTo(200);
        assertThat(get("/Users", RealmUser.READER.basic())).isEqualTo(200);
        assertThat(get("/Users", RealmUser.PLAIN.basic())).isEqualTo(403);
        assertThat(get("/Users", "Basic bm9ib2R5OndpdGhvdXQ=")).isEqualTo(401);
    }

    private static int get(String path, String authorization) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(RosterServer.current().uri(path))
                .header("Authorization", authorization)
                .build();
        HttpResponse<Void> response = HttpClient.newHttpClient().send(request, BodyHandlers.discarding());
        return response.statusCode();
    }

    /** Sees the persistence unit as a bean of the WAR does. */
    @ApplicationScoped
    @Transactional
    static class Persistence {

        @PersistenceContext
        EntityManager entityManager;

        int countOfOne() {
            Object one = entityManager.createNativeQuery("select 1").getSingleResult();
            return ((Number) one).intValue();
        }
    }
}
