package org.roster.scim.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.roster.scim.engine.operation.Operations;
import org.roster.scim.it.http.ScimHttp;
import org.roster.scim.it.sample.UserBuilder;
import org.roster.scim.it.server.Lane;
import org.roster.scim.it.server.RealmUser;
import org.roster.scim.it.server.RosterServer;
import org.roster.scim.it.server.ShippedWar;
import org.roster.scim.query.Projection;
import org.roster.scim.schema.Attribute;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.schema.Schema;
import org.roster.scim.schema.SchemaRegistry;
import org.roster.scim.spi.Caller;
import org.roster.scim.spi.Precondition;
import org.roster.scim.spi.RequestContext;
import org.roster.scim.spi.ResourceKey;
import org.roster.scim.spi.Revocation;
import org.roster.scim.spi.SchemaProvider;
import org.roster.scim.spi.SchemasChanged;
import org.roster.scim.spi.SessionRevoker;
import org.roster.scim.spi.TenantResolver;

/** The shipped WAR deploys and its parts find each other: CDI, Jakarta Persistence, the data source, the realm. */
@ExtendWith(ArquillianExtension.class)
class DeploymentIT {

    @Deployment
    static WebArchive war() {
        return ShippedWar.withTests(DeploymentIT.class);
    }

    @Inject
    Persistence persistence;

    @Inject
    Gadgets gadgets;

    @Inject
    Event<SchemasChanged> schemasChanged;

    @Inject
    SchemaRegistry registry;

    @Inject
    Operations operations;

    @Inject
    Doorkeeper doorkeeper;

    @Test
    void the_server_injects_an_entity_manager_of_the_provider_of_the_lane() {
        String provider = switch (Lane.current().provider()) {
            case ECLIPSELINK -> "org.eclipse.persistence.";
            case HIBERNATE -> "org.hibernate.";
        };
        assertThat(persistence.provider()).startsWith(provider);
    }

    @Test
    void the_default_data_source_leads_to_the_database_of_the_lane() throws Exception {
        assertThat(persistence.database())
                .isEqualToIgnoringCase(Lane.current().database().name());
    }

    @Test
    @Tag("S-3.2-01")
    void a_bean_of_the_war_brings_a_resource_type_while_the_service_runs() {
        assertThat(registry.byName("Gadget")).isEmpty();
        gadgets.offer(true);
        schemasChanged.fire(new SchemasChanged());
        assertThat(registry.byEndpoint("/Gadgets")).isPresent();
        gadgets.offer(false);
        schemasChanged.fire(new SchemasChanged());
        assertThat(registry.byName("Gadget")).isEmpty();
        assertThat(registry.byName("User")).isPresent();
    }

    @Test
    void a_bean_of_the_war_is_told_whose_sessions_end() {
        RequestContext context = new RequestContext("default", new Caller("test", Set.of("scim-admin")));
        ResourceType type = registry.byName("User").orElseThrow();
        JsonObject body = Json.createReader(new StringReader(
                        "{\"schemas\":[\"" + type.schema().id() + "\"],\"userName\":\"whose-sessions-end\"}"))
                .readObject();
        String id = operations
                .create()
                .create(context, type, body, Projection.MINIMAL)
                .resource()
                .id();

        operations.delete().delete(context, new ResourceKey(type, id), Precondition.NONE);

        assertThat(doorkeeper.told())
                .containsExactly(new Revocation("default", id, "whose-sessions-end", Revocation.Reason.DELETED));
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

    /** Here, because nothing else in this class shows a wrong token, and all come from one address. */
    @Test
    @RunAsClient
    @Tag("P-7.7-01")
    void who_guesses_tokens_must_wait_and_who_has_one_need_not() throws Exception {
        for (int i = 0; i < 10; i++) {
            assertThat(get("/Users", "Bearer guess-" + i)).isEqualTo(401);
        }
        assertThat(List.of(get("/Users", "Bearer x"), get("/Users", "Bearer y"), get("/Users", "Bearer z")))
                .contains(429);
        assertThat(get("/Users", RosterServer.current().bearer())).isEqualTo(200);
        assertThat(get("/Users", RealmUser.READER.basic())).isEqualTo(200);
    }

    /** Here, because the WAR as it is shipped has one tenant, and {@link Tenants} comes with this class. */
    @Test
    @RunAsClient
    @Tag("S-3.1-10")
    void an_external_id_means_something_to_its_own_client_only() {
        ScimHttp own = ScimHttp.admin();
        ScimHttp foreign = ScimHttp.as(RealmUser.IDP);
        String user = UserBuilder.aUser().with("externalId", "701984").json();
        String query = ScimHttp.target("/Users", "filter", "externalId eq \"701984\"");

        String ownId = own.post("/Users", user).expect(201).id();
        String foreignId = foreign.post("/Users", user).expect(201).id();

        assertThat(own.get(query).expect(200).resources())
                .extracting(r -> r.getString("id"))
                .containsExactly(ownId);
        assertThat(foreign.get(query).expect(200).resources())
                .extracting(r -> r.getString("id"))
                .containsExactly(foreignId);
        assertThat(own.get("/Users/" + foreignId).status()).isEqualTo(404);
        own.delete("/Users/" + ownId).expect(204);
        assertThat(foreign.get(query).expect(200).resources())
                .extracting(r -> r.getString("id"))
                .containsExactly(foreignId);
        foreign.delete("/Users/" + foreignId).expect(204);
    }

    private static int get(String path, String authorization) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(RosterServer.current().uri(path))
                .header("Authorization", authorization)
                .build();
        HttpResponse<Void> response = HttpClient.newHttpClient().send(request, BodyHandlers.discarding());
        return response.statusCode();
    }

    /** A directory of its own for one user of the realm. */
    @ApplicationScoped
    @Alternative
    @Priority(1)
    static class Tenants implements TenantResolver {

        @Override
        public String tenantOf(Caller caller) {
            return caller.name().equals("idp") ? "of-idp" : "default";
        }
    }

    /** Remembers whose sessions end. */
    @ApplicationScoped
    static class Doorkeeper implements SessionRevoker {
        private final List<Revocation> told = new CopyOnWriteArrayList<>();

        List<Revocation> told() {
            return List.copyOf(told);
        }

        @Override
        public void revoke(Revocation revocation) {
            if (revocation.userName().equals("whose-sessions-end")) {
                told.add(revocation);
            }
        }
    }

    /** Brings a resource type, or not. */
    @ApplicationScoped
    static class Gadgets implements SchemaProvider {
        private volatile boolean offered;

        void offer(boolean yes) {
            offered = yes;
        }

        @Override
        public List<ResourceType> resourceTypes() {
            Schema schema = new Schema(
                    "urn:example:Gadget",
                    "Gadget",
                    "",
                    List.of(Attribute.named("label").build()));
            return offered
                    ? List.of(ResourceType.of("Gadget", "/Gadgets", schema).build())
                    : List.of();
        }
    }

    /** Sees the persistence unit and the data source as a bean of the WAR does. */
    @ApplicationScoped
    @Transactional
    static class Persistence {

        @PersistenceContext
        EntityManager entityManager;

        @Resource(lookup = "java:comp/DefaultDataSource")
        DataSource dataSource;

        String provider() {
            return entityManager.getDelegate().getClass().getName();
        }

        String database() throws SQLException {
            try (Connection connection = dataSource.getConnection()) {
                return connection.getMetaData().getDatabaseProductName();
            }
        }
    }
}
