package org.roster.scim.it.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.it.http.ScimHttp.target;
import static org.roster.scim.it.sample.GroupBuilder.aGroup;
import static org.roster.scim.it.sample.PatchBuilder.aPatch;
import static org.roster.scim.it.sample.UserBuilder.aUser;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.roster.scim.it.http.ScimAnswer;
import org.roster.scim.it.http.ScimHttp;
import org.roster.scim.it.http.Workers;
import org.roster.scim.it.sample.PatchBuilder;
import org.roster.scim.it.server.ShippedWar;

/** Several writers at the same moment (RFC 7644 §3.14, §3.3, §3.5.2). */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ConcurrencyIT {
    private final ScimHttp scim = ScimHttp.admin();

    @Deployment(testable = false)
    static WebArchive deployment() {
        return ShippedWar.deployment();
    }

    @Test
    @Tag("P-3.5.2-07")
    @Tag("S-4.2-07")
    void of_two_concurrent_adds_to_one_group_both_members_are_there_100_times_of_100() {
        List<String> users = users(2);
        IntStream.rangeClosed(1, 100).forEach(round -> {
            String group = scim.post("/Groups", aGroup().json()).expect(201).id();
            List<ScimAnswer> answers =
                    Workers.race(users.stream().map(user -> add(group, user)).toList());
            assertThat(answers)
                    .as("round %d", round)
                    .extracting(ScimAnswer::status)
                    .allMatch(status -> status == 200 || status == 204);
            assertThat(members(group)).as("round %d", round).containsExactlyInAnyOrderElementsOf(users);
            scim.delete("/Groups/" + group).expect(204);
        });
    }

    @Test
    @Tag("P-3.5.2-07")
    void adds_and_removes_of_eight_writers_on_one_group_all_count() {
        List<String> leaving = users(8);
        List<String> joining = users(8);
        var body = aGroup();
        leaving.forEach(body::withMember);
        String group = scim.post("/Groups", body.json()).expect(201).id();
        List<Supplier<ScimAnswer>> calls = Stream.concat(
                        leaving.stream().map(user -> remove(group, user)),
                        joining.stream().map(user -> add(group, user)))
                .toList();
        assertThat(Workers.race(calls))
                .extracting(ScimAnswer::status)
                .allMatch(status -> status == 200 || status == 204);
        assertThat(members(group)).containsExactlyInAnyOrderElementsOf(joining);
    }

    @Test
    @Tag("P-3.3-04")
    @Tag("P-3.3-05")
    @Tag("S-4.1.1-01")
    void of_fifty_creates_of_one_user_name_in_different_case_one_wins() {
        String name = "racing-" + UUID.randomUUID().toString().replaceAll("[^a-z]", "x");
        List<Supplier<ScimAnswer>> calls = IntStream.range(0, 50)
                .<Supplier<ScimAnswer>>mapToObj(n ->
                        () -> scim.post("/Users", aUser().named(inCase(name, n)).json()))
                .toList();
        List<ScimAnswer> answers = Workers.race(calls);
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .allSatisfy(answer -> answer.expectError(409, "uniqueness"));
        assertThat(scim.get(target("/Users", "filter", "userName eq \"" + name + "\""))
                        .expect(200)
                        .totalResults())
                .isEqualTo(1);
    }

    @Test
    @Tag("P-3.14-03")
    @Tag("A-13")
    void of_racing_puts_with_one_version_one_wins() {
        IntStream.rangeClosed(1, 10).forEach(round -> {
            ScimAnswer user = scim.post("/Users", aUser().json()).expect(201);
            String name = user.textAt("/userName");
            List<Supplier<ScimAnswer>> calls = IntStream.range(0, 8)
                    .<Supplier<ScimAnswer>>mapToObj(n -> () -> scim.with("If-Match", user.etag())
                            .put(
                                    "/Users/" + user.id(),
                                    aUser().named(name)
                                            .with("title", "writer " + n)
                                            .json()))
                    .toList();
            List<ScimAnswer> answers = Workers.race(calls);
            assertThat(answers)
                    .filteredOn(answer -> answer.status() == 200)
                    .as("round %d", round)
                    .singleElement()
                    .satisfies(winner ->
                            assertThat(scim.get("/Users/" + user.id()).json()).isEqualTo(winner.json()));
            assertThat(answers)
                    .filteredOn(answer -> answer.status() != 200)
                    .allSatisfy(answer -> answer.expectError(412));
        });
    }

    @Test
    @Tag("P-3.5.2-07")
    @Tag("A-13")
    void patches_of_different_attributes_without_a_version_all_count_or_say_that_they_do_not() {
        IntStream.rangeClosed(1, 10).forEach(round -> {
            String id = scim.post("/Users", aUser().json()).expect(201).id();
            List<String> attributes = List.of("title", "nickName", "displayName", "userType");
            List<ScimAnswer> answers = Workers.race(attributes.stream()
                    .<Supplier<ScimAnswer>>map(attribute -> () -> scim.patch(
                            "/Users/" + id, aPatch().add(attribute, "\"set\"").json()))
                    .toList());
            JsonObject after = scim.get("/Users/" + id).expect(200).json();
            IntStream.range(0, attributes.size()).forEach(n -> {
                boolean acknowledged = answers.get(n).status() < 300;
                assertThat(after.containsKey(attributes.get(n)))
                        .as(
                                "round %d: %s was answered %s",
                                round, attributes.get(n), answers.get(n).status())
                        .isEqualTo(acknowledged);
                if (!acknowledged) {
                    answers.get(n).expectError(409);
                }
            });
        });
    }

    @Test
    @Tag("P-3.6-03")
    void a_user_who_is_deleted_while_it_joins_groups_is_in_none_of_them() {
        IntStream.rangeClosed(1, 20).forEach(round -> {
            String user = users(1).get(0);
            String group = scim.post("/Groups", aGroup().json()).expect(201).id();
            List<ScimAnswer> answers = Workers.race(List.of(add(group, user), () -> scim.delete("/Users/" + user)));
            assertThat(answers.get(0).status())
                    .as("round %d: %s", round, answers.get(0).body())
                    .isIn(200, 204, 400, 409);
            answers.get(1).expect(204);
            assertThat(members(group)).as("round %d", round).isEmpty();
        });
    }

    private List<String> users(int count) {
        return Stream.generate(
                        () -> scim.post("/Users", aUser().json()).expect(201).id())
                .limit(count)
                .toList();
    }

    private Supplier<ScimAnswer> add(String group, String user) {
        return () -> scim.patch(
                "/Groups/" + group,
                aPatch().add("members", PatchBuilder.members(List.of(user))).json());
    }

    private Supplier<ScimAnswer> remove(String group, String user) {
        return () -> scim.patch(
                "/Groups/" + group,
                aPatch().remove("members[value eq \"" + user + "\"]").json());
    }

    private List<String> members(String group) {
        JsonObject read =
                scim.get("/Groups/" + group + "?attributes=members").expect(200).json();
        return read.containsKey("members")
                ? read.getJsonArray("members").getValuesAs(JsonObject.class).stream()
                        .map(member -> member.getString("value"))
                        .toList()
                : List.of();
    }

    /** The name with its n-th letters in upper case, so that no two of the first fifty are the same text. */
    private static String inCase(String name, int n) {
        StringBuilder mixed = new StringBuilder(name);
        for (int bit = 0; bit < 6; bit++) {
            if ((n & 1 << bit) != 0) {
                mixed.replace(bit, bit + 1, name.substring(bit, bit + 1).toUpperCase(Locale.ROOT));
            }
        }
        return mixed.toString();
    }
}
