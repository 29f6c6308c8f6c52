package org.roster.scim.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.it.sample.BulkBuilder.aBulk;
import static org.roster.scim.it.sample.GroupBuilder.aGroup;
import static org.roster.scim.it.sample.PatchBuilder.aPatch;
import static org.roster.scim.it.sample.UserBuilder.aUser;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.roster.scim.it.http.ScimAnswer;
import org.roster.scim.it.http.ScimHttp;
import org.roster.scim.it.sample.BulkBuilder;
import org.roster.scim.it.sample.PatchBuilder;
import org.roster.scim.it.sample.Urns;
import org.roster.scim.it.server.RealmUser;

/** Many operations in one request (RFC 7644 §3.7). */
interface BulkContract extends Wire {
    int PAIRS = 250;
    int NONE = -1;

    @Test
    @Tag("P-3.7-01")
    @Tag("P-3.7-02")
    @Tag("P-3.7.3-01")
    @Tag("X-5050")
    default void every_operation_is_answered_as_a_single_request_would_be() {
        ScimAnswer put = created(aUser());
        ScimAnswer patched = created(aUser());
        ScimAnswer group = created(aGroup());
        ScimAnswer deleted = created(aUser());

        List<JsonObject> results = results(aBulk().post("qwerty", aUser().with("title", "Guide"))
                .put("/Users/" + put.id(), aUser(), put.etag())
                .patch("/Users/" + patched.id(), aPatch().add("title", "\"Clerk\""), patched.etag())
                .patch("/Groups/" + group.id(), aPatch().replace("displayName", "\"Renamed\""))
                .delete("/Users/" + deleted.id()));

        assertThat(statuses(results)).containsExactly("201", "200", "200", "204", "204");
        assertThat(results.get(0)).containsOnlyKeys("location", "method", "bulkId", "version", "status");
        assertThat(results.get(0).getString("bulkId")).isEqualTo("qwerty");
        ScimAnswer alice = user(id(results.get(0)));
        assertThat(alice.textAt("/title")).isEqualTo("Guide");
        assertThat(alice.etag()).isEqualTo(results.get(0).getString("version"));
        assertThat(alice.textAt("/meta/location")).isEqualTo(results.get(0).getString("location"));
        assertThat(user(patched.id()).etag()).isEqualTo(results.get(2).getString("version"));
        assertThat(scim().get("/Groups/" + group.id()).etag())
                .isEqualTo(results.get(3).getString("version"));
        assertThat(results.get(4).getString("location")).isEqualTo(scim().baseUrl() + "/Users/" + deleted.id());
        scim().get("/Users/" + deleted.id()).expectError(404);
    }

    @Test
    @Tag("P-3.7-04")
    @Tag("P-3.7-05")
    @Tag("P-3.7.3-01")
    @Tag("P-3.7.3-02")
    default void if_every_operation_fails_the_request_has_not_and_each_result_holds_its_error() {
        needsVersions();
        ScimAnswer user = created(aUser());
        List<JsonObject> results = results(aBulk().post("a", aUser().named(user.textAt("/userName")))
                .patch("/Users/" + user.id(), aPatch().remove("title"), "W/\"never\"")
                .delete("/Users/nobody")
                .delete("/Userz/1"));

        assertThat(statuses(results)).containsExactly("409", "412", "404", "404");
        assertThat(results).allSatisfy(result -> {
            JsonObject error = result.getJsonObject("response");
            assertThat(error.getString("status")).isEqualTo(result.getString("status"));
            assertThat(error.getString("detail")).isNotBlank();
        });
        assertThat(results.get(0).getJsonObject("response").getString("scimType"))
                .isEqualTo("uniqueness");
        assertThat(results.get(0)).doesNotContainKey("location");
        assertThat(results.get(1).getString("location")).isEqualTo(scim().baseUrl() + "/Users/" + user.id());
        assertThat(user(user.id()).json()).isEqualTo(user.json());
    }

    @Test
    @Tag("P-3.7-04")
    default void after_as_many_errors_as_the_client_accepts_nothing_more_is_tried() {
        String last = "last-" + UUID.randomUUID();
        List<JsonObject> results = results(aBulk().failOnErrors(1)
                .post("a", aUser())
                .delete("/Users/nobody")
                .post("b", aUser().named(last)));

        assertThat(statuses(results)).containsExactly("201", "404");
        assertThat(scim().get(ScimHttp.target("/Users", "filter", "userName eq \"" + last + "\""))
                        .totalResults())
                .isZero();
    }

    @Test
    @Tag("P-3.7-06")
    @Tag("P-3.7-07")
    @Tag("S-3.1-07")
    default void references_are_replaced_wherever_they_stand() {
        ScimAnswer group = created(aGroup());
        List<JsonObject> results = results(aBulk().post("guides", aGroup().withMember("bulkId:alice"))
                .patch("/Groups/" + group.id(), adding("bulkId:bob"))
                .post("alice", aUser().withManager("bulkId:bob"))
                .post("bob", aUser())
                .patch("/Users/bulkId:alice", aPatch().add("title", "\"Guide\""))
                .patch("/Groups/bulkId:guides", adding("bulkId:bob"))
                .patch("/Groups/bulkId:guides", aPatch().remove("members[value eq \"bulkId:alice\"]")));

        assertThat(statuses(results)).containsExactly("201", "204", "201", "201", "200", "204", "204");
        String alice = id(results.get(2));
        String bob = id(results.get(3));
        assertThat(members(group.id())).containsExactly(bob);
        assertThat(members(id(results.get(0)))).containsExactly(bob);
        assertThat(user(alice).textAt("/title")).isEqualTo("Guide");
        assertThat(user(alice).textAt("/" + Urns.ENTERPRISE + "/manager/value")).isEqualTo(bob);
        assertThat(user(alice).body()).doesNotContain("bulkId");
    }

    @Test
    @Tag("P-3.7.2-01")
    default void references_to_nothing_and_to_failures_fail_and_are_not_stored() {
        String name = "ref-" + UUID.randomUUID();
        List<JsonObject> results = results(aBulk().post("a", aUser().named(name).withManager("bulkId:nobody"))
                .post("b", aGroup().named(name).withMember("bulkId:a"))
                .patch("/Users/bulkId:a", aPatch().add("title", "\"x\"")));

        assertThat(statuses(results)).containsExactly("400", "409", "409");
        assertThat(results.get(1).getJsonObject("response").getString("detail")).contains("Operations[0]");
        assertThat(scim().get(ScimHttp.target("/Groups", "filter", "displayName eq \"" + name + "\""))
                        .totalResults())
                .isZero();
    }

    @Test
    @Tag("P-3.7.1-01")
    @Tag("P-3.7-07")
    default void a_thousand_creates_with_circular_references_resolve() {
        needsGroupsInGroups();
        List<JsonObject> results = results(pairs(NONE, NONE));

        assertThat(results).hasSize(4 * PAIRS);
        assertThat(failed(results)).isEmpty();
        assertThat(IntStream.of(0, 100, PAIRS - 1).map(i -> 4 * i)).allSatisfy(i -> {
            assertThat(members(id(results.get(i))))
                    .containsExactlyInAnyOrder(id(results.get(i + 1)), id(results.get(i + 2)));
            assertThat(members(id(results.get(i + 1))))
                    .containsExactlyInAnyOrder(id(results.get(i)), id(results.get(i + 3)));
        });
    }

    @Test
    @Tag("P-3.7.1-01")
    @Tag("P-3.7-04")
    default void one_bad_operation_among_them_is_reported_and_no_other() {
        needsGroupsInGroups();
        assertThat(failed(results(pairs(NONE, 123)))).containsExactly(4 * 123 + 3);
    }

    @Test
    @Tag("P-3.7.1-01")
    @Tag("P-3.7.2-01")
    default void one_bad_operation_in_a_circle_takes_those_along_that_depend_on_it() {
        needsGroupsInGroups();
        List<JsonObject> results = results(pairs(123, NONE));

        assertThat(failed(results)).containsExactly(4 * 123, 4 * 123 + 1);
        assertThat(statuses(results.subList(4 * 123, 4 * 123 + 2))).containsExactly("409", "400");
        assertThat(results.get(4 * 123).getJsonObject("response").getString("detail"))
                .contains("Operations[" + (4 * 123 + 1) + "]");
    }

    @Test
    @Tag("P-3.7-08")
    default void each_operation_needs_its_own_permission() {
        ScimAnswer user = created(aUser());
        ScimAnswer answer = as(RealmUser.READER)
                .post(
                        "/Bulk",
                        aBulk().post("a", aUser()).delete("/Users/" + user.id()).json())
                .expect(200);

        assertThat(statuses(answer.json().getJsonArray("Operations").getValuesAs(JsonObject.class)))
                .containsExactly("403", "403");
        anonymous().post("/Bulk", aBulk().post("a", aUser()).json()).expectError(401);
        user(user.id());
    }

    private List<JsonObject> results(BulkBuilder bulk) {
        ScimAnswer answer = scim().post("/Bulk", bulk.json()).expect(200);
        assertThat(answer.json().getJsonArray("schemas")).containsExactly(Json.createValue(Urns.BULK_RESPONSE));
        return answer.json().getJsonArray("Operations").getValuesAs(JsonObject.class);
    }

    private static List<String> statuses(List<JsonObject> results) {
        return results.stream()
                .map(result -> ((JsonString) result.get("status")).getString())
                .toList();
    }

    private static List<Integer> failed(List<JsonObject> results) {
        List<String> statuses = statuses(results);
        return IntStream.range(0, statuses.size())
                .filter(i -> statuses.get(i).charAt(0) != '2')
                .boxed()
                .toList();
    }

    private static String id(JsonObject result) {
        String location = result.getString("location");
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private List<String> members(String group) {
        return scim()
                .get("/Groups/" + group)
                .expect(200)
                .json()
                .getJsonArray("members")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(member -> member.getString("value"))
                .toList();
    }

    private static PatchBuilder adding(String member) {
        return aPatch().add("members", PatchBuilder.members(List.of(member)));
    }

    /**
     * A thousand creates: groups in pairs that are members of each other, and a user in each group.
     *
     * @param badGroup the pair whose second group has no name
     * @param badUser the pair whose second user has no name and is in no group
     */
    private static BulkBuilder pairs(int badGroup, int badUser) {
        BulkBuilder bulk = aBulk();
        for (int i = 0; i < PAIRS; i++) {
            var second = aGroup().withMember("bulkId:a" + i);
            if (i != badUser) {
                second.withMember("bulkId:v" + i);
            }
            bulk.post("a" + i, aGroup().withMember("bulkId:b" + i).withMember("bulkId:u" + i))
                    .post("b" + i, i == badGroup ? second.named("") : second)
                    .post("u" + i, aUser())
                    .post("v" + i, i == badUser ? aUser().named("") : aUser());
        }
        return bulk;
    }
}
