package org.roster.scim.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.it.sample.GroupBuilder.aGroup;
import static org.roster.scim.it.sample.PatchBuilder.aPatch;
import static org.roster.scim.it.sample.UserBuilder.aUser;

import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.roster.scim.it.http.ScimAnswer;
import org.roster.scim.it.http.ScimHttp;

/** Versions and preconditions (RFC 7644 §3.14, RFC 9110 §13). */
interface VersionContract extends Wire {
    @Test
    @Tag("P-3.14-02")
    default void a_client_that_knows_the_version_gets_304_and_no_body() {
        ScimAnswer user = created(aUser());
        String path = "/Users/" + user.id();
        Stream.of(user.etag(), "*", "W/\"other\", " + user.etag(), strong(user.etag()))
                .forEach(known -> {
                    ScimAnswer answer =
                            scim().with("If-None-Match", known).get(path).expect(304);
                    assertThat(answer.body()).isEmpty();
                    assertThat(answer.etag()).isEqualTo(user.etag());
                });
    }

    @Test
    @Tag("P-3.14-02")
    default void a_client_that_knows_an_older_version_gets_the_new_one() {
        ScimAnswer user = created(aUser());
        scim().patch("/Users/" + user.id(), aPatch().add("title", "\"Clerk\"").json());
        assertThat(scim().with("If-None-Match", user.etag())
                        .get("/Users/" + user.id())
                        .expect(200)
                        .textAt("/title"))
                .isEqualTo("Clerk");
        assertThat(scim().with("If-None-Match", "no tag at all")
                        .get("/Users/" + user.id())
                        .status())
                .isEqualTo(200);
    }

    @Test
    @Tag("P-3.14-03")
    @Tag("P-3.14-04")
    @Tag("A-09")
    default void the_right_version_opens_put_patch_and_delete() {
        ScimAnswer user = created(aUser());
        String path = "/Users/" + user.id();
        ScimAnswer put = matching(user.etag())
                .put(path, aUser().with("title", "one").json())
                .expect(200);
        ScimAnswer patch = matching(strong(put.etag()))
                .patch(path, aPatch().add("title", "\"two\"").json());
        ScimAnswer again = matching("\"other\", " + patch.etag())
                .patch(path, aPatch().add("title", "\"three\"").json());
        assertThat(again.status()).isIn(200, 204);
        matching("*").put(path, aUser().with("title", "four").json()).expect(200);
        matching(user(user.id()).etag()).delete(path).expect(204);
    }

    @Test
    @Tag("P-3.14-03")
    default void an_outdated_version_changes_nothing_and_is_412() {
        ScimAnswer user = created(aUser());
        String path = "/Users/" + user.id();
        scim().patch(path, aPatch().add("title", "\"one\"").json());
        ScimAnswer now = user(user.id());
        matching(user.etag()).put(path, aUser().json()).expectError(412);
        matching(user.etag())
                .patch(path, aPatch().add("title", "\"two\"").json())
                .expectError(412);
        matching(user.etag()).delete(path).expectError(412);
        matching("W/\"never\", \"was\"").delete(path).expectError(412);
        assertThat(user(user.id()).json()).isEqualTo(now.json());
    }

    @Test
    @Tag("P-3.14-03")
    @Tag("S-4.2-07")
    default void the_members_of_a_group_count_for_its_version() {
        ScimAnswer group = created(aGroup());
        String path = "/Groups/" + group.id();
        String patch = aPatch().add(
                        "members", "[{\"value\": \"" + created(aUser()).id() + "\"}]")
                .json();
        assertThat(matching(group.etag()).patch(path, patch).status()).isIn(200, 204);
        String other = aPatch().add(
                        "members", "[{\"value\": \"" + created(aUser()).id() + "\"}]")
                .json();
        matching(group.etag()).patch(path, other).expectError(412);
        assertThat(scim().get(path + "?attributes=members").json().getJsonArray("members"))
                .hasSize(1);
    }

    @Test
    @Tag("P-3.14-03")
    default void a_precondition_on_an_unknown_user_is_still_404() {
        matching("*").put("/Users/nobody", aUser().json()).expectError(404);
        matching("W/\"1\"").delete("/Users/nobody").expectError(404);
    }

    @Test
    @Tag("P-3.14-02")
    @Tag("S-3.1-16")
    default void one_version_covers_every_projection() {
        ScimAnswer user = created(aUser().with("title", "Clerk"));
        ScimAnswer part =
                scim().get("/Users/" + user.id() + "?attributes=title").expect(200);
        assertThat(part.etag()).isEqualTo(user.etag());
    }

    @Test
    @Tag("P-3.14-05")
    default void a_write_that_wants_nothing_to_be_there_fails_where_something_is() {
        ScimAnswer user = created(aUser());
        String path = "/Users/" + user.id();
        ScimHttp onlyIfAbsent = scim().with("If-None-Match", "*");
        onlyIfAbsent.post("/Users", aUser().json()).expect(201);
        onlyIfAbsent.put(path, aUser().json()).expectError(412);
        onlyIfAbsent.patch(path, aPatch().add("title", "\"x\"").json()).expectError(412);
        onlyIfAbsent.delete(path).expectError(412);
        onlyIfAbsent.put("/Users/nobody", aUser().json()).expectError(404);
        assertThat(user(user.id()).json()).isEqualTo(user.json());
    }

    private ScimHttp matching(String version) {
        return scim().with("If-Match", version);
    }

    /** The same tag without its mark of weakness; clients strip it. */
    private static String strong(String etag) {
        return etag.startsWith("W/") ? etag.substring(2) : etag;
    }
}
