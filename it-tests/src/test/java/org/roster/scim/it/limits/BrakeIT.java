package org.roster.scim.it.limits;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.roster.scim.engine.brake.AccidentBrake;
import org.roster.scim.engine.brake.BrakeStatus;
import org.roster.scim.engine.configuration.Configuration;
import org.roster.scim.it.http.ScimAnswer;
import org.roster.scim.it.http.ScimHttp;
import org.roster.scim.it.sample.BulkBuilder;
import org.roster.scim.it.server.RealmUser;
import org.roster.scim.it.server.ShippedWar;
import org.roster.scim.spi.Attempt;
import org.roster.scim.spi.BrakeTripped;

/** The brake on a server: it holds after three, whichever way they come, tells, and is lifted. */
@ExtendWith(ArquillianExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BrakeIT {

    @Deployment
    static WebArchive deployment() {
        return ShippedWar.withTests(BrakeIT.class, LimitedCallers.class);
    }

    @Inject
    AccidentBrake brake;

    @Inject
    Alerts alerts;

    @Test
    @Order(1)
    @RunAsClient
    void the_fourth_is_refused_whichever_way_it_comes() {
        ScimHttp scim = LimitedCallers.client("hr@brake");
        List<String> people = People.create(scim, "p", 6);
        scim.patch("/Users/" + people.get(0), People.deactivation().json()).expect(200);
        scim.put("/Users/" + people.get(1), People.user("p1", JsonValue.FALSE)).expect(200);
        scim.delete("/Users/" + people.get(2)).expect(204);

        for (ScimAnswer refused : List.of(
                scim.patch("/Users/" + people.get(3), People.deactivation().json()),
                scim.put("/Users/" + people.get(3), People.user("p3", JsonValue.FALSE)),
                scim.delete("/Users/" + people.get(3)))) {
            assertThat(refused.expectError(429).textAt("/detail"))
                    .startsWith("the brake holds: more than 3 resources of type User");
            assertThat(refused.header("Retry-After")).contains("300");
        }
        assertThat(scim.get("/Users/" + people.get(3)).expect(200).json().getBoolean("active"))
                .isTrue();
    }

    @Test
    @Order(2)
    @RunAsClient
    void of_a_bulk_request_three_operations_are_done() {
        ScimHttp scim = LimitedCallers.client("hr@bulk");
        BulkBuilder bulk = BulkBuilder.aBulk();
        for (String id : People.create(scim, "p", 5)) {
            bulk = bulk.patch("/Users/" + id, People.deactivation());
        }
        ScimAnswer answer = scim.post("/Bulk", bulk.json()).expect(200);
        assertThat(answer.json().getJsonArray("Operations"))
                .extracting(operation -> operation.asJsonObject().getString("status"))
                .containsExactly("200", "200", "200", "429", "429");
    }

    @Test
    @Order(3)
    @RunAsClient
    void it_holds_at_me() {
        ScimHttp admin = ScimHttp.as(RealmUser.IDP);
        List<String> people = People.create(admin, "p", 3);
        String own = admin.post("/Users", People.user("idp", JsonValue.TRUE))
                .expect(201)
                .id();
        for (String id : people) {
            admin.delete("/Users/" + id).expect(204);
        }
        admin.patch("/Me", People.deactivation().json()).expectError(429);
        assertThat(admin.get("/Users/" + own).expect(200).json().getBoolean("active"))
                .isTrue();
    }

    @Test
    @Order(4)
    void the_product_is_alerted_once_for_each_tenant_and_an_administrator_lifts_the_brake() throws Exception {
        List<BrakeTripped> told =
                Stream.of(alerts.next(), alerts.next(), alerts.next()).toList();
        assertThat(told).extracting(BrakeTripped::tenant).containsExactlyInAnyOrder("brake", "bulk", "default");
        assertThat(told).allSatisfy(t -> {
            assertThat(t.changes()).isEqualTo(3);
            assertThat(t.most()).isEqualTo(3);
            assertThat(t.holds()).isTrue();
        });
        assertThat(alerts.none()).isTrue();
        BrakeStatus status = brake.status("brake", "User");
        assertThat(status.tripped()).isPresent();
        assertThat(status.changes()).isEqualTo(3);
        for (String tenant : List.of("brake", "default")) {
            brake.lift(tenant, "User", Instant.now(), lifting());
        }
        assertThat(brake.status("brake", "User").tripped()).isEmpty();
    }

    private static Attempt lifting() {
        return new Attempt(
                "", Instant.now(), "ada", "192.0.2.1", "brake-it", "lift", "brake", "User", true, "role scim-admin");
    }

    @Test
    @Order(5)
    @RunAsClient
    void then_it_goes_on() {
        ScimHttp scim = LimitedCallers.client("hr@brake");
        String id = scim.get("/Users?filter=userName+eq+%22p3%22")
                .expect(200)
                .resources()
                .get(0)
                .getString("id");
        scim.delete("/Users/" + id).expect(204);
        ScimHttp.as(RealmUser.IDP).delete("/Me").expect(204);
        LimitedCallers.client("hr@bulk")
                .delete("/Users/"
                        + People.create(LimitedCallers.client("it@bulk"), "late", 1)
                                .get(0))
                .expectError(429);
    }

    /** Remembers what it is told. */
    @ApplicationScoped
    static class Alerts {
        private final BlockingQueue<BrakeTripped> told = new LinkedBlockingQueue<>();

        void tell(@ObservesAsync BrakeTripped tripped) {
            told.add(tripped);
        }

        BrakeTripped next() throws InterruptedException {
            BrakeTripped next = told.poll(20, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("no alert within 20 s");
            }
            return next;
        }

        boolean none() throws InterruptedException {
            return told.poll(1, TimeUnit.SECONDS) == null;
        }
    }

    /** What an operator would set, and the settings of the lane besides. */
    @ApplicationScoped
    @Alternative
    @Priority(1)
    static class Settings extends Configuration {
        private static final Map<String, String> SET = Map.of("roster.brake", "hold", "roster.brake.most", "3");

        Settings() {
            super(name -> SET.getOrDefault(name, System.getProperty(name)), System.getenv());
        }
    }
}
