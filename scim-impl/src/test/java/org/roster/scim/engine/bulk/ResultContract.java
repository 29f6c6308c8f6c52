package org.roster.scim.engine.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.fixture.Body.aGroup;
import static org.roster.scim.fixture.Body.aUser;
import static org.roster.scim.fixture.BulkBody.aBulk;
import static org.roster.scim.fixture.TestSchemas.USER;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.roster.scim.fixture.BulkBody;
import org.roster.scim.fixture.JsonText;
import org.roster.scim.resource.ScimResource;

/** What a bulk request is answered with (RFC 7644 §3.7.3). */
interface ResultContract extends WithDesk {

    @Test
    @Tag("P-3.7.3-01")
    default void every_method_says_what_became_of_it() {
        ScimResource put = desk().directory().create(aUser("put"));
        ScimResource patched = desk().directory().create(aUser("patched"));
        ScimResource group = desk().directory().create(aGroup("Guides"));
        ScimResource deleted = desk().directory().create(aUser("deleted"));

        Answered answer = desk().send(aBulk().post("qwerty", aUser("alice"))
                        .put("/Users/" + put.id(), aUser("bob"))
                        .patch("/Users/" + patched.id(), "[{'op': 'add', 'path': 'title', 'value': 'x'}]")
                        .patch("/Groups/" + group.id(), "[{'op': 'replace', 'path': 'displayName', 'value': 'x'}]")
                        .delete("/Users/" + deleted.id()))
                .expect("201", "200", "200", "204", "204");

        assertThat(answer.message().getJsonArray("schemas"))
                .isEqualTo(JsonText.array("['urn:ietf:params:scim:api:messages:2.0:BulkResponse']"));
        assertThat(answer.result(0).keySet())
                .containsExactlyInAnyOrder("location", "method", "bulkId", "version", "status");
        assertThat(answer.result(0).getString("bulkId")).isEqualTo("qwerty");
        assertThat(answer.result(1).getString("location")).isEqualTo(Desk.BASE + "/Users/" + put.id());
        assertThat(answer.result(1).getString("version")).isEqualTo("W/\"2\"");
        assertThat(answer.result(3).getString("location")).isEqualTo(Desk.BASE + "/Groups/" + group.id());
        assertThat(answer.result(4))
                .isEqualTo(JsonText.object("{'location': '" + Desk.BASE + "/Users/" + deleted.id()
                        + "', 'method': 'DELETE', 'status': '204'}"));
        assertThat(desk().user(answer.id(0)).text("userName")).contains("alice");
        assertThat(desk().directory().names(USER, "userName pr")).containsExactly("alice", "bob", "patched");
    }

    @Test
    @Tag("P-3.7.3-01")
    @Tag("P-3.7-05")
    default void a_failure_holds_the_error_that_a_single_request_gets() {
        desk().directory().create(aUser("taken"));

        Answered answer = desk().send(aBulk().post("a", aUser("Taken"))
                        .put("/Users/nobody", aUser("x"))
                        .delete("/Users/nobody")
                        .post("b", aUser().without("userName"))
                        .patch("/Groups/nobody", "[{'op': 'remove'}]"))
                .expect("409", "404", "404", "400", "400");

        assertThat(answer.scimType(0)).isEqualTo("uniqueness");
        assertThat(answer.detail(0)).contains("userName", "Taken");
        assertThat(answer.result(0)).doesNotContainKeys("location", "version");
        assertThat(answer.result(1).getString("location")).isEqualTo(Desk.BASE + "/Users/nobody");
        assertThat(answer.scimType(3)).isEqualTo("invalidValue");
        assertThat(answer.scimType(4)).isEqualTo("noTarget");
    }

    @Test
    @Tag("P-3.7.3-02")
    default void a_version_is_a_precondition() {
        ScimResource user = desk().directory().create(aUser());
        String path = "/Users/" + user.id();
        String patch = "[{'op': 'add', 'path': 'title', 'value': 'x'}]";

        Answered answer = desk().send(aBulk().patch(path, patch)
                        .ifVersion("W/\"" + user.meta().version() + "\"")
                        .patch(path, "[{'op': 'remove', 'path': 'title'}]")
                        .ifVersion("W/\"" + user.meta().version() + "\"")
                        .put(path, aUser())
                        .ifVersion("*")
                        .delete(path)
                        .ifVersion("W/\"9\", \"8\""))
                .expect("200", "412", "200", "412");

        assertThat(answer.detail(1)).contains("changed since");
        assertThat(answer.result(3).getString("location")).isEqualTo(Desk.BASE + path);
        assertThat(desk().directory().has(user)).isTrue();
    }

    @Test
    @Tag("P-3.7-04")
    default void the_rest_is_tried_whatever_fails() {
        desk().send(aBulk().post("a", aUser("a"))
                        .delete("/Users/nobody")
                        .raw("17")
                        .post("b", aUser("b")))
                .expect("201", "404", "400", "201");
    }

    @Test
    @Tag("P-3.7-04")
    default void after_as_many_errors_as_the_client_accepts_nothing_more_is_tried() {
        BulkBody bulk = aBulk().post("a", aUser("a"))
                .delete("/Users/1")
                .post("b", aUser("b"))
                .delete("/Users/2")
                .post("c", aUser("c"));

        desk().send(bulk.with("failOnErrors", 2)).expect("201", "404", "201", "404");

        assertThat(desk().directory().names(USER, "userName pr")).containsExactly("a", "b");
    }

    @Test
    @Tag("S-4.1.1-09")
    default void a_password_is_neither_shown_nor_kept() {
        Answered answer = desk().send(aBulk().post("a", aUser().with("password", "s3cret!"))
                        .post("b", aUser().with("password", "s3cret!")))
                .expect("201", "409");

        assertThat(answer.message().toString()).doesNotContain("s3cret!");
        assertThat(desk().user(answer.id(0)).attributes().toString()).doesNotContain("s3cret!");
    }
}
