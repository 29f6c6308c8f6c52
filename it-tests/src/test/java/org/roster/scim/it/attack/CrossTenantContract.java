package org.roster.scim.it.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.roster.scim.it.sample.GroupBuilder.aGroup;
import static org.roster.scim.it.sample.UserBuilder.aUser;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestReporter;
import org.roster.scim.it.attack.ForeignId.Probe;
import org.roster.scim.it.http.ScimAnswer;
import org.roster.scim.it.http.ScimHttp;

/**
 * Tenant not checked: what belongs to somebody else is, wherever its id stands, exactly what is not there at all. The same
 * status and the same text but for the id, and nothing of the other tenant changes.
 */
interface CrossTenantContract extends Attack {
    String UNKNOWN = "00000000-0000-7000-8000-000000000000";

    @TestFactory
    default Stream<DynamicTest> tenant_not_checked_at_no_place_of_an_id(TestReporter reporter) {
        ScimAnswer foreign = neighbour().post("/Users", aUser().json()).expect(201);
        String user = created(aUser()).id();
        String group = created(aGroup().withMember(user)).id();
        List<Probe> probes = ForeignId.everywhere(user, group).toList();
        reporter.publishEntry("places of an id", String.valueOf(probes.size()));
        return probes.stream()
                .map(probe -> dynamicTest(probe.title(), () -> {
                    String unknown = told(probe.request().send(scim(), UNKNOWN), UNKNOWN);
                    ScimAnswer answer = probe.request().send(scim(), foreign.id());
                    assertThat(told(answer, foreign.id())).isEqualTo(unknown);
                    assertThat(neighbour()
                                    .get("/Users/" + foreign.id())
                                    .expect(200)
                                    .json())
                            .isEqualTo(foreign.json());
                }));
    }

    @Test
    default void tenant_not_checked_by_no_cursor() {
        String filter = "/Users?count=1&cursor=";
        IntStream.range(0, 3).forEach(i -> {
            created(aUser());
            neighbour().post("/Users", aUser().json()).expect(201);
        });
        String foreign = neighbour().get(filter).expect(200).textAt("/nextCursor");
        assertThat(foreign).isNotBlank();
        ScimAnswer made = scim().get(filter + "bWFkZS11cA").expectError(400, "invalidCursor");
        ScimAnswer taken = scim().get(filter + foreign).expectError(400, "invalidCursor");
        assertThat(taken.textAt("/detail")).isEqualTo(made.textAt("/detail"));
        neighbour().get(filter + foreign).expect(200);
    }

    @Test
    default void tenant_not_checked_by_no_list_and_no_count() {
        String title = "title-" + UUID.randomUUID();
        JsonObject foreign = neighbour()
                .post("/Users", aUser().with("title", title).json())
                .expect(201)
                .json();
        for (String path : List.of("/Users", "")) {
            for (String count : List.of("0", "1000")) {
                ScimAnswer answer =
                        scim().get(ScimHttp.target(path, "filter", "title eq \"" + title + "\"", "count", count));
                assertThat(answer.expect(200).totalResults()).isZero();
                assertThat(answer.resources()).isEmpty();
            }
        }
        assertThat(everyId(scim())).doesNotContain(foreign.getString("id"));
        assertThat(everyId(neighbour())).contains(foreign.getString("id"));
    }

    /** Enumeration: that a name is taken elsewhere shows nowhere. */
    @Test
    default void tenant_not_checked_by_no_conflict() {
        String name = "same-" + UUID.randomUUID();
        String foreign = neighbour()
                .post("/Users", aUser().named(name).json())
                .expect(201)
                .id();
        String own = created(aUser().named(name.toUpperCase(Locale.ROOT))).id();
        assertThat(found(scim(), "userName eq \"" + name + "\"")).containsExactly(own);
        assertThat(found(neighbour(), "userName eq \"" + name + "\"")).containsExactly(foreign);
        String other = created(aUser()).id();
        ScimAnswer conflict = scim().put("/Users/" + other, aUser().named(name).json());
        assertThat(conflict.expectError(409, "uniqueness").body()).doesNotContain(foreign, own);
    }

    private static List<String> everyId(ScimHttp client) {
        return Stream.iterate(1, start -> start + 1000)
                .map(start -> client.get("/Users?attributes=id&count=1000&startIndex=" + start)
                        .expect(200)
                        .resources())
                .takeWhile(page -> !page.isEmpty())
                .flatMap(page -> page.stream().map(user -> user.getString("id")))
                .toList();
    }

    /** What an answer tells, without what differs between any two requests; what it made is gone afterwards. */
    private String told(ScimAnswer answer, String id) {
        if (answer.status() == 201) {
            scim().delete(answer.request().replaceFirst("^POST ", "") + "/" + answer.id())
                    .expect(204);
        }
        String made = answer.status() == 201 ? answer.id() : "none";
        return answer.status() + " " + answer.headerValues("ETag").size()
                + answer.headerValues("Location").size() + " "
                + answer.body()
                        .replace(made, "MADE")
                        .replace(id, "ID")
                        .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "TIME")
                        .replaceAll("W/\\\\\"\\d+\\\\\"", "VERSION");
    }
}
