package org.roster.scim.it.attack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.roster.scim.it.sample.BulkBuilder.aBulk;
import static org.roster.scim.it.sample.GroupBuilder.aGroup;
import static org.roster.scim.it.sample.PatchBuilder.aPatch;
import static org.roster.scim.it.sample.UserBuilder.aUser;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestReporter;
import org.roster.scim.it.attack.AccessMatrix.Cell;
import org.roster.scim.it.attack.MatrixPlace.Kind;
import org.roster.scim.it.attack.MatrixPlace.Permission;
import org.roster.scim.it.http.ScimAnswer;
import org.roster.scim.it.http.ScimHttp;
import org.roster.scim.it.http.Workers;
import org.roster.scim.it.sample.PatchBuilder;
import org.roster.scim.it.sample.Urns;
import org.roster.scim.it.server.RealmUser;
import org.roster.scim.spi.Operation;

/** Broken access control: every endpoint by every method and address, for every kind of credential. */
@Tag("P-2-01")
@Tag("P-2-02")
interface AccessMatrixContract extends Attack {

    @TestFactory
    default Stream<DynamicTest> broken_access_control_at_no_endpoint(TestReporter reporter) {
        String user = created(aUser()).id();
        String group = created(aGroup().withMember(user)).id();
        List<Cell> cells = AccessMatrix.cells(scim().baseUrl(), user, group);
        List<CredentialKind> kinds = CredentialKind.all();
        reporter.publishEntry("cells of the access matrix", String.valueOf(cells.size() * kinds.size()));
        return kinds.stream()
                .map(kind -> dynamicTest(kind.name(), () -> {
                    Queue<String> wrong = new ConcurrentLinkedQueue<>();
                    Workers.each(cells, cell -> compare(kind, cell, wrong));
                    assertThat(wrong).isEmpty();
                }));
    }

    @Test
    default void broken_access_control_in_no_operation_of_a_bulk() {
        String user = created(aUser()).id();
        Map<Permission, String> bulks = Map.of(
                new Permission(Operation.REPLACE, "User"),
                aBulk().put("/Users/" + user, aUser(), "W/\"other\"").json(),
                new Permission(Operation.PATCH, "User"),
                aBulk().patch("/Users/" + user, aPatch().replace("title", "\"x\""), "W/\"other\"")
                        .json(),
                new Permission(Operation.DELETE, "User"),
                aBulk().delete("/Users/unknown").json(),
                new Permission(Operation.DELETE, "Group"),
                aBulk().delete("/Groups/unknown").json(),
                new Permission(Operation.CREATE, "User"),
                aBulk().post("b1", aUser().named("")).json());
        CredentialKind.all().stream()
                .filter(CredentialKind::known)
                .forEach(kind -> bulks.forEach((permission, body) -> {
                    JsonObject result = kind.client()
                            .post("/Bulk", body)
                            .expect(200)
                            .json()
                            .getJsonArray("Operations")
                            .getJsonObject(0);
                    boolean may = kind.grant().includes(permission.operation(), permission.type());
                    assertThat(result.getString("status"))
                            .as("%s for %s", permission, kind.name())
                            .matches(may ? "400|404|412" : "403");
                }));
    }

    /** What a proxy in front let pass for the one credential must not count for the other. */
    @Test
    default void broken_access_control_by_no_second_credential() {
        Raw request = Raw.of("GET", Raw.address().getPath() + "/Users?count=1");
        request.byToken().answer().expect(200);
        request.byToken().with("Authorization", "Bearer guess").answer().expectError(400);
        request.with("Authorization", "Bearer guess").byToken().answer().expectError(400);
        request.with("Authorization", RealmUser.PLAIN.basic())
                .byToken()
                .answer()
                .expectError(400);
    }

    private static void compare(CredentialKind kind, Cell cell, Queue<String> wrong) {
        ScimHttp client = kind.client().at(cell.base()).with("If-None-Match", version(cell.method()));
        if (cell.place().kind() == Kind.ADMINISTRATION) {
            client = client.with("Accept", "application/json").with("Content-Type", "application/json");
        }
        String path = cell.place().path();
        ScimAnswer answer = client.send(cell.method(), path, body(cell).getBytes(UTF_8));
        int wanted = AccessRules.status(kind, cell);
        if (answer.status() != wanted) {
            wrong.add(cell.method() + " " + cell.base() + path + ": " + answer.status() + ", not " + wanted + " "
                    + answer.body());
        }
        if (answer.status() == 201) {
            kind.client()
                    .delete(path.replaceFirst("/$", "") + "/" + answer.id())
                    .expect(204);
        }
    }

    /** What a writer has never seen, so that who may change something does not; a reader has not seen it either. */
    private static String version(String method) {
        return method.equals("GET") || method.equals("HEAD") ? "\"unseen\"" : "*";
    }

    private static String body(Cell cell) {
        String path = cell.place().path();
        if (cell.place().kind() == Kind.ADMINISTRATION) {
            return cell.method().equals("POST") ? "{}" : "";
        }
        return switch (cell.method()) {
            case "PATCH" -> patch(path).json();
            case "PUT" -> resource(path);
            case "POST" ->
                path.contains("/.search")
                        ? "{\"schemas\":[\"" + Urns.SEARCH_REQUEST + "\"]}"
                        : path.startsWith("/Bulk")
                                ? aBulk().delete("/Users/unknown").json()
                                : resource(path);
            default -> "";
        };
    }

    private static PatchBuilder patch(String path) {
        return path.startsWith("/Groups")
                ? aPatch().replace("displayName", "\"x\"")
                : aPatch().replace("title", "\"x\"");
    }

    private static String resource(String path) {
        if (path.startsWith("/Groups")) {
            return aGroup().json();
        }
        return path.startsWith("/Devices")
                ? "{\"schemas\":[\"urn:example:params:scim:schemas:core:2.0:Device\"],\"displayName\":\"d\",\"serialNumber\":\""
                        + UUID.randomUUID() + "\"}"
                : aUser().json();
    }
}
