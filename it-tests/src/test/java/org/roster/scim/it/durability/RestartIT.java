package org.roster.scim.it.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.roster.scim.it.http.ScimHttp.target;
import static org.roster.scim.it.sample.GroupBuilder.aGroup;
import static org.roster.scim.it.sample.PatchBuilder.aPatch;
import static org.roster.scim.it.sample.UserBuilder.aUser;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.roster.scim.it.http.ScimAnswer;
import org.roster.scim.it.http.ScimHttp;
import org.roster.scim.it.sample.PatchBuilder;
import org.roster.scim.it.server.Lane;
import org.roster.scim.it.server.ManagedServer;
import org.roster.scim.it.server.ShippedWar;

/**
 * The server goes down and comes up again. Everything is still there, to the version; only a lane whose database lives in
 * memory starts empty.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class RestartIT {
    private final ScimHttp scim = ScimHttp.admin();
    private final String marker = "restart-" + UUID.randomUUID();

    @ArquillianResource
    ManagedServer server;

    @Deployment(testable = false)
    static WebArchive deployment() {
        return ShippedWar.deployment();
    }

    @Test
    @Tag("S-3.1-05")
    @Tag("P-3.14-01")
    @Tag("C-5.3-01")
    void after_a_restart_everything_is_still_there() throws Exception {
        String manager =
                create(aUser().with("userType", marker).withName("Hana", "Ito").json());
        List<String> users = IntStream.range(0, 20)
                .mapToObj(n -> create(aUser().with("userType", marker)
                        .with("active", n % 2 == 0 ? JsonValue.TRUE : JsonValue.FALSE)
                        .withPrimaryEmail("work", "\u00dc" + n + "@x.example")
                        .withManager(manager)
                        .json()))
                .toList();
        String deleted = create(aUser().with("userType", marker).json());
        String group =
                scim.post("/Groups", aGroup().named(marker).json()).expect(201).id();
        scim.patch(
                "/Groups/" + group,
                aPatch().add("members", PatchBuilder.members(users)).json());
        scim.patch(
                "/Groups/" + group,
                aPatch().remove("members[value eq \"" + users.get(0) + "\"]").json());
        scim.patch(
                "/Users/" + users.get(1),
                aPatch().replace("emails[type eq \"work\"].value", "\"new@x.example\"")
                        .json());
        scim.delete("/Users/" + deleted).expect(204);
        List<String> paths = Stream.concat(
                        Stream.of(
                                "/Users/" + manager,
                                "/Groups/" + group + "?attributes=displayName,members,meta",
                                found()),
                        users.stream().map(user -> "/Users/" + user))
                .toList();
        List<JsonObject> before =
                paths.stream().map(path -> scim.get(path).expect(200).json()).toList();
        String walk = found() + "&count=5&cursor=";
        String nextPage = walk + scim.get(walk).expect(200).textAt("/nextCursor");
        List<JsonObject> nextUsers = scim.get(nextPage).expect(200).resources();

        server.stop();
        assertThatThrownBy(() -> scim.get("/ServiceProviderConfig"))
                .isInstanceOf(UncheckedIOException.class)
                .hasCauseInstanceOf(ConnectException.class);
        server.start();

        if (!Lane.current().keepsDataOverRestart()) {
            assertThat(scim.get(found()).expect(200).totalResults())
                    .as("a database in memory forgets")
                    .isZero();
            return;
        }
        IntStream.range(0, paths.size())
                .forEach(n ->
                        assertThat(scim.get(paths.get(n)).expect(200).json()).isEqualTo(before.get(n)));
        scim.get("/Users/" + deleted).expectError(404);
        assertThat(scim.get(nextPage).expect(200).resources())
                .as("a walk by cursor goes on")
                .hasSize(5)
                .isEqualTo(nextUsers);
        everyRuleStillHolds(before.get(0));
    }

    private void everyRuleStillHolds(JsonObject manager) {
        String path = "/Users/" + manager.getString("id");
        String name = manager.getString("userName");
        scim.post("/Users", aUser().named(name.toUpperCase(Locale.ROOT)).json()).expectError(409, "uniqueness");
        String version = manager.getJsonObject("meta").getString("version");
        ScimAnswer put = scim.with("If-Match", version)
                .put(path, aUser().named(name).with("title", "after").json())
                .expect(200);
        assertThat(put.textAt("/title")).isEqualTo("after");
        scim.with("If-Match", version).put(path, aUser().named(name).json()).expectError(412);
    }

    private String create(String user) {
        return scim.post("/Users", user).expect(201).id();
    }

    private String found() {
        return target("/Users", "filter", "userType eq \"" + marker + "\"", "sortBy", "userName");
    }
}
