package org.roster.scim.it.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.roster.scim.it.http.ScimAnswer;
import org.roster.scim.it.http.ScimHttp;
import org.roster.scim.it.sample.UserBuilder;
import org.roster.scim.it.server.ShippedWar;

/** The server's JVM, its class loaders and its own copy of the library for JWTs let the service check tokens. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class JwtIT {

    @Deployment(testable = false)
    static WebArchive deployment() {
        return ShippedWar.deployment();
    }

    private static ScimHttp with(String token) {
        return ScimHttp.anonymous().with("Authorization", "Bearer " + token);
    }

    @Test
    void a_token_whose_key_is_in_a_file_may_what_its_scope_grants() {
        ScimHttp writer = with(LaneIssuer.FILE.token("openid write"));
        String id =
                writer.post("/Users", UserBuilder.aUser().json()).expect(201).id();
        with(LaneIssuer.FILE.token("read")).get("/Users/" + id).expect(200);
        with(LaneIssuer.FILE.token("read")).delete("/Users/" + id).expect(403);
        with(LaneIssuer.FILE.token("openid")).get("/Users/" + id).expect(403);
        writer.delete("/Users/" + id).expect(204);
    }

    @Test
    void a_token_whose_key_the_service_fetched_may_too() {
        with(LaneIssuer.HTTP.token("read")).get("/Users").expect(200);
        with(LaneIssuer.HTTP.token("read"))
                .post("/Users", UserBuilder.aUser().json())
                .expect(403);
    }

    @Test
    void a_token_for_some_resource_types_is_good_for_these_and_does_not_administer() {
        ScimHttp groups = with(LaneIssuer.GROUPS.token("write"));
        groups.get("/Groups?count=1").expect(200);
        groups.get("/Users?count=1").expectError(403);
        for (String path : List.of("/tokens", "/audit", "/tenants", "/tenants/default/export", "/brake")) {
            administrationOf(groups).get(path).expectError(403);
        }
        administrationOf(groups).post("/tokens", wish("scim-read")).expectError(403);
    }

    @Test
    void a_token_that_administers_opens_nothing_that_is_protected() {
        ScimHttp administrator = administrationOf(with(LaneIssuer.FILE.token("write")));
        administrator.post("/tokens", wish("scim-write")).expect(201);
        administrator.post("/tokens", wish("scim-protected")).expectError(403);
    }

    private static ScimHttp administrationOf(ScimHttp client) {
        return client.at(client.baseUrl().replaceFirst("/v2$", "/admin/v1"))
                .with("Accept", "application/json")
                .with("Content-Type", "application/json");
    }

    private static String wish(String role) {
        return "{\"name\":\"jwt-" + UUID.randomUUID() + "\",\"roles\":[\"" + role + "\"]}";
    }

    /** Fewer than the ten wrong tokens in a row after which one must wait. */
    @Test
    void tokens_that_are_wrong_in_different_ways_get_one_answer() {
        ScimAnswer unknown = with("unknown").get("/Users").expect(401);
        for (String wrong : wrongTokens()) {
            ScimAnswer answer = with(wrong).get("/Users").expect(401);
            assertThat(answer.body()).isEqualTo(unknown.body());
            assertThat(answer.header("WWW-Authenticate")).isEqualTo(unknown.header("WWW-Authenticate"));
        }
        with(LaneIssuer.FILE.token("read")).get("/Users").expect(200);
    }

    private static List<String> wrongTokens() {
        JsonObject claims = LaneIssuer.FILE.claims("write").build();
        String right = LaneIssuer.FILE.signed(claims);
        String unsigned = right.substring(0, right.lastIndexOf('.') + 1);
        String none = LaneIssuer.base64("{\"alg\":\"none\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return List.of(
                unsigned,
                none + right.substring(right.indexOf('.'), right.lastIndexOf('.') + 1),
                LaneIssuer.HTTP.signed(claims),
                LaneIssuer.STRANGER.token("write"),
                LaneIssuer.FILE.signed(
                        LaneIssuer.FILE.claims("write").add("aud", "another").build()),
                LaneIssuer.FILE.signed(LaneIssuer.FILE
                        .claims("write")
                        .add("exp", Instant.now().minusSeconds(120).getEpochSecond())
                        .build()));
    }
}
