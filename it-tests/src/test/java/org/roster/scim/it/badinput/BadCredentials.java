package org.roster.scim.it.badinput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.it.badinput.BadRequest.bad;
import static org.roster.scim.it.sample.PatchBuilder.aPatch;
import static org.roster.scim.it.sample.UserBuilder.aUser;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.roster.scim.it.http.ScimAnswer;
import org.roster.scim.it.http.ScimHttp;
import org.roster.scim.it.server.RealmUser;

/**
 * Callers without a credential, with a wrong one, or without the role (RFC 7644 §2, RFC 9110 §11). Fewer than ten wrong tokens,
 * and wrong passwords of one name: the next would be answered with 429.
 */
final class BadCredentials {
    private static final ScimHttp NOBODY = ScimHttp.anonymous();
    private static final ScimHttp READER = ScimHttp.as(RealmUser.READER);
    private static final ScimHttp PLAIN = ScimHttp.as(RealmUser.PLAIN);

    private BadCredentials() {}

    static Stream<BadRequest> all() {
        return Stream.of(unknown(), discovery(), withoutRole()).flatMap(rows -> rows);
    }

    private static Stream<BadRequest> unknown() {
        ScimHttp wrongToken = NOBODY.with("Authorization", "Bearer not-the-token");
        return Stream.of(
                unauthorized("no credential", NOBODY).get("/Users"),
                unauthorized("no credential, one user", NOBODY).get("/Users/{{userId}}"),
                unauthorized("no credential, a create", NOBODY).post("/Users", aUser().json()),
                unauthorized("no credential, a PUT", NOBODY).put("/Users/{{userId}}", aUser().json()),
                unauthorized("no credential, a PATCH", NOBODY)
                        .patch("/Users/{{userId}}", aPatch().remove("emails").json()),
                unauthorized("no credential, a DELETE", NOBODY).delete("/Users/{{userId}}"),
                unauthorized("no credential, an unknown user", NOBODY).get("/Users/nobody"),
                unauthorized("a wrong token", wrongToken).get("/Users"),
                unauthorized("a wrong token, a DELETE", wrongToken).delete("/Users/{{userId}}"),
                unauthorized("no token after Bearer", NOBODY.with("Authorization", "Bearer "))
                        .get("/Users"),
                unauthorized("a wrong password", ScimHttp.as("idp", "wrong")).get("/Users"),
                unauthorized("an unknown user name", ScimHttp.as("stranger", "idp-secret"))
                        .get("/Users"),
                unauthorized("an empty password", ScimHttp.as("idp", "")).get("/Users"),
                unauthorized("BASIC that is no base64", NOBODY.with("Authorization", "Basic !!!"))
                        .get("/Users"),
                unauthorized("BASIC without a colon", NOBODY.with("Authorization", "Basic aWRw"))
                        .get("/Users"),
                unauthorized("a scheme nobody offered", NOBODY.with("Authorization", "Digest username=\"idp\""))
                        .get("/Users"),
                unauthorized("a credential without a scheme", NOBODY.with("Authorization", "non-token"))
                        .get("/Users"));
    }

    /** Open for those who show nothing; who shows something wrong is told so. */
    private static Stream<BadRequest> discovery() {
        ScimHttp wrongToken = NOBODY.with("Authorization", "Bearer not-the-token");
        return Stream.of("/ServiceProviderConfig", "/Schemas", "/ResourceTypes")
                .flatMap(path -> Stream.of(
                        unauthorized("a wrong token at " + path, wrongToken).get(path),
                        unauthorized("a wrong password at " + path, ScimHttp.as("idp", "wrong"))
                                .get(path)));
    }

    private static Stream<BadRequest> withoutRole() {
        return Stream.of(
                bad("a list for a user without a role").by(PLAIN).get("/Users").is(403),
                bad("a user for a user without a role")
                        .by(PLAIN)
                        .get("/Users/{{userId}}")
                        .is(403),
                bad("an unknown user for a user without a role")
                        .by(PLAIN)
                        .get("/Users/nobody")
                        .is(403),
                bad("a create by a user without a role")
                        .by(PLAIN)
                        .post("/Users", aUser().json())
                        .is(403),
                bad("a create by a reader")
                        .by(READER)
                        .post("/Users", aUser().json())
                        .is(403),
                bad("a PUT by a reader")
                        .by(READER)
                        .put("/Users/{{userId}}", aUser().json())
                        .is(403),
                bad("a PATCH by a reader")
                        .by(READER)
                        .patch("/Users/{{userId}}", aPatch().remove("emails").json())
                        .is(403),
                bad("a DELETE by a reader")
                        .by(READER)
                        .delete("/Users/{{userId}}")
                        .is(403),
                bad("a group created by a reader")
                        .by(READER)
                        .post("/Groups", "{}")
                        .is(403));
    }

    private static BadRequest unauthorized(String title, ScimHttp client) {
        return bad(title).by(client).is(401).also(BadCredentials::offersBothSchemes);
    }

    private static void offersBothSchemes(ScimAnswer answer) {
        List<String> schemes = answer.headerValues("WWW-Authenticate").stream()
                .map(challenge -> challenge.strip().split(" ", 2)[0].toLowerCase(Locale.ROOT))
                .toList();
        assertThat(schemes).as("WWW-Authenticate of %s", answer.request()).contains("bearer", "basic");
        assertThat(answer.body()).as("the answer repeats no credential").doesNotContain("not-the-token");
    }
}
