package org.roster.scim.it.badinput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.it.badinput.BadRequest.bad;
import static org.roster.scim.it.sample.UserBuilder.aUser;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.roster.scim.it.http.ScimAnswer;
import org.roster.scim.it.http.ScimHttp;

/** Media types, methods and addresses (RFC 7644 §3.1, §3.2, §3.8; RFC 9110 §15.5). */
final class BadRequests {
    private static final String ANY_ID = "2819c223-7f76-453a-919d-413861904646";

    private BadRequests() {}

    static Stream<BadRequest> all() {
        return Stream.of(mediaTypes(), methods(), addresses()).flatMap(rows -> rows);
    }

    private static Stream<BadRequest> mediaTypes() {
        String user = aUser().json();
        ScimHttp scim = ScimHttp.admin();
        return Stream.of(
                bad("a body in text/plain")
                        .by(scim.with("Content-Type", "text/plain"))
                        .post("/Users", user)
                        .is(415)
                        .saying("application/scim\\+json"),
                bad("a body in XML")
                        .by(scim.with("Content-Type", "application/xml"))
                        .post("/Users", user)
                        .is(415)
                        .saying("application/scim\\+json"),
                bad("a form")
                        .by(scim.with("Content-Type", "application/x-www-form-urlencoded"))
                        .post("/Users", "userName=x")
                        .is(415)
                        .saying("application/scim\\+json"),
                bad("a PUT in text/plain")
                        .by(scim.with("Content-Type", "text/plain"))
                        .put("/Users/{{userId}}", user)
                        .is(415)
                        .saying("application/scim\\+json"),
                bad("a PATCH in json-patch")
                        .by(scim.with("Content-Type", "application/json-patch+json"))
                        .patch("/Users/{{userId}}", "[]")
                        .is(415)
                        .saying("application/scim\\+json"),
                bad("a body that claims to be packed")
                        .by(scim.with("Content-Encoding", "gzip"))
                        .post("/Users", user)
                        .is(415),
                bad("a client that wants HTML")
                        .by(scim.with("Accept", "text/html"))
                        .get("/Users/{{userId}}")
                        .is(406)
                        .saying("application/scim\\+json"),
                bad("a client that wants a list in XML")
                        .by(scim.with("Accept", "application/xml"))
                        .get("/Users")
                        .is(406)
                        .saying("application/scim\\+json"),
                bad("a create by a client that wants HTML")
                        .by(scim.with("Accept", "text/html"))
                        .post("/Users", user)
                        .is(406)
                        .saying("application/scim\\+json"));
    }

    private static Stream<BadRequest> methods() {
        return Stream.of(
                bad("a DELETE of all users").delete("/Users").is(405).also(allows("GET", "POST")),
                bad("a PUT of all users").put("/Users", aUser().json()).is(405).also(allows("GET", "POST")),
                bad("a PATCH of all groups").patch("/Groups", "{}").is(405).also(allows("GET", "POST")),
                bad("a POST to one user")
                        .post("/Users/{{userId}}", aUser().json())
                        .is(405)
                        .also(allows("GET", "PUT", "PATCH", "DELETE")),
                bad("a POST to the configuration")
                        .post("/ServiceProviderConfig", "{}")
                        .is(405)
                        .also(allows("GET")),
                bad("a PUT of the configuration")
                        .put("/ServiceProviderConfig", "{}")
                        .is(405)
                        .also(allows("GET")),
                bad("a POST to the schemas").post("/Schemas", "{}").is(405).also(allows("GET")),
                bad("a DELETE of a schema")
                        .delete("/Schemas/urn:ietf:params:scim:schemas:core:2.0:User")
                        .is(405)
                        .also(allows("GET")),
                bad("a PATCH of a resource type")
                        .patch("/ResourceTypes/User", "{}")
                        .is(405)
                        .also(allows("GET")),
                bad("a POST to the resource types")
                        .post("/ResourceTypes", "{}")
                        .is(405)
                        .also(allows("GET")));
    }

    private static Stream<BadRequest> addresses() {
        return Stream.of(
                bad("an endpoint nobody knows").get("/Userz").is(404),
                bad("a POST to an endpoint nobody knows")
                        .post("/Accounts", "{}")
                        .is(404),
                bad("something below a user").get("/Users/{{userId}}/emails").is(404),
                bad("an unknown schema")
                        .get("/Schemas/urn:example:unknown")
                        .is(404)
                        .saying("urn:example:unknown"),
                bad("an unknown resource type")
                        .get("/ResourceTypes/Robot")
                        .is(404)
                        .saying("Robot"),
                bad("an id in another case")
                        .get("/Users/" + ANY_ID.toUpperCase(Locale.ROOT))
                        .is(404),
                bad("a filter on the schemas")
                        .get(ScimHttp.target("/Schemas", "filter", "id pr"))
                        .is(403),
                bad("a filter on the resource types")
                        .get(ScimHttp.target("/ResourceTypes", "filter", "name eq \"User\""))
                        .is(403),
                bad("a filter on the configuration")
                        .get(ScimHttp.target("/ServiceProviderConfig", "filter", "patch pr"))
                        .is(403));
    }

    private static Consumer<ScimAnswer> allows(String... methods) {
        return answer -> {
            List<String> allowed = answer.headerValues("Allow").stream()
                    .flatMap(value -> Arrays.stream(value.split(",")))
                    .map(String::strip)
                    .toList();
            assertThat(allowed).as("the Allow header of a 405").contains(methods);
        };
    }
}
