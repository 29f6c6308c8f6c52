package org.roster.scim.it.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.it.sample.BulkBuilder.aBulk;
import static org.roster.scim.it.sample.PatchBuilder.aPatch;
import static org.roster.scim.it.sample.UserBuilder.aUser;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.roster.scim.it.access.Administration;
import org.roster.scim.it.http.ScimAnswer;
import org.roster.scim.it.http.ScimHttp;
import org.roster.scim.it.sample.UserBuilder;
import org.roster.scim.it.server.LogFile;
import org.roster.scim.it.server.RosterServer;
import org.roster.scim.it.server.ServerLog;
import org.roster.scim.it.server.ShippedWar;

/** A product's observers on a server: what they write is in the transaction, their no is the answer. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class EventsIT {

    private final ScimHttp scim = ScimHttp.admin();
    private final String name = "ada-" + UUID.randomUUID();

    @Deployment(testable = false)
    static WebArchive deployment() {
        return ShippedWar.deployment().addClasses(Payroll.class, PayrollServlet.class);
    }

    private UserBuilder payable() {
        return aUser().named(name).withEnterprise("employeeNumber", "7");
    }

    /** What the product has noted and was told of a resource, in its order. */
    private static List<String> payroll(String id) {
        String root = RosterServer.current().baseUrl().resolve("/scim").toString();
        return ScimHttp.anonymous()
                .at(root)
                .get("/payroll")
                .expect(200)
                .body()
                .lines()
                .filter(line -> line.contains(id))
                .map(line -> line.replace(" " + id, ""))
                .toList();
    }

    private static String requestOf(ScimAnswer answer) {
        return answer.header("X-Request-Id").orElseThrow();
    }

    private int found() {
        return scim.get("/Users?filter=userName%20eq%20%22" + name + "%22")
                .expect(200)
                .json()
                .getInt("totalResults");
    }

    @Test
    void an_observer_writes_in_the_transaction_and_is_told_after_it() {
        ScimAnswer created = scim.post("/Users", payable().json()).expect(201);
        ScimAnswer changed = scim.patch(
                        "/Users/" + created.id(),
                        aPatch().replace("active", "false").json())
                .expect(200);
        ScimAnswer deleted = scim.delete("/Users/" + created.id()).expect(204);

        assertThat(payroll(created.id()))
                .containsExactlyInAnyOrder(
                        "noted CREATED",
                        "noted CHANGED",
                        "noted DELETED",
                        "told CREATED by request " + requestOf(created),
                        "told CHANGED by request " + requestOf(changed),
                        "told DELETED by request " + requestOf(deleted));
    }

    @Test
    void a_veto_is_the_answer_and_stands_in_the_audit() {
        ScimAnswer refused = scim.post("/Users", aUser().named(name).json()).expectError(400);

        assertThat(refused.textAt("/scimType")).isEqualTo("invalidValue");
        assertThat(refused.textAt("/detail")).isEqualTo("employeeNumber: the payroll needs one for each user");
        assertThat(found()).isZero();
        List<JsonObject> audit = Administration.byBootstrapToken()
                .http()
                .get("/audit?request=" + requestOf(refused))
                .expect(200)
                .json()
                .getJsonArray("entries")
                .getValuesAs(JsonObject.class);
        assertThat(audit).singleElement().satisfies(entry -> {
            assertThat(entry.getString("decision")).isEqualTo("refused");
            assertThat(entry.getString("operation")).isEqualTo("create");
            assertThat(entry.getString("rule")).isEqualTo(refused.textAt("/detail"));
        });
        scim.post("/Users", payable().json()).expect(201);
    }

    @Test
    void what_was_written_before_a_veto_is_gone() {
        String user = scim.post("/Users", payable().json()).expect(201).id();
        List<String> before = payroll(user);

        scim.put("/Users/" + user, aUser().named(name).json()).expectError(400);

        assertThat(payroll(user)).isEqualTo(before);
        assertThat(scim.get("/Users/" + user).expect(200).body()).contains("employeeNumber");
    }

    @Test
    void of_a_bulk_request_the_operation_is_refused_that_the_veto_is_for() {
        ScimAnswer answer = scim.post(
                        "/Bulk",
                        aBulk().post("a", payable())
                                .post("b", aUser().named("bob-" + name))
                                .post("c", payable().named("eve-" + name))
                                .json())
                .expect(200);

        assertThat(answer.json().getJsonArray("Operations").getValuesAs(JsonObject.class))
                .extracting(operation -> operation.getString("status"))
                .containsExactly("201", "400", "201");
        String eve = answer.textAt("/Operations/2/location").replaceFirst(".*/", "");
        assertThat(payroll(eve))
                .containsExactlyInAnyOrder("noted CREATED", "told CREATED by request " + requestOf(answer));
        assertThat(scim.get("/Users?filter=userName%20eq%20%22bob-" + name + "%22")
                        .expect(200)
                        .json()
                        .getInt("totalResults"))
                .isZero();
    }

    @Test
    void an_observer_that_fails_afterwards_is_in_the_log_and_the_change_stays() throws InterruptedException {
        LogFile log = ServerLog.fromNow();

        String user = scim.post(
                        "/Users", payable().with("title", Payroll.TROUBLE).json())
                .expect(201)
                .id();

        assertThat(found()).isOne();
        assertThat(payroll(user)).containsExactly("noted CREATED");
        for (int i = 0; i < 100 && !log.text().contains("SCIM12001"); i++) {
            Thread.sleep(100);
        }
        assertThat(log.text()).contains("SCIM12001", user);
    }
}
