package org.roster.scim.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.roster.scim.it.http.ScimHttp.target;
import static org.roster.scim.it.sample.GroupBuilder.aGroup;
import static org.roster.scim.it.sample.UserBuilder.aUser;

import jakarta.json.JsonValue;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.roster.scim.it.http.ScimAnswer;

/** Filters (RFC 7644 §3.4.2.2); the table of what finds whom is in {@link FilterTable}. */
interface FilterContract extends Wire {
    @TestFactory
    @Tag("P-3.4.2.2-02")
    @Tag("P-3.4.2.2-03")
    @Tag("P-3.4.2.2-05")
    @Tag("P-3.4.2.2-07")
    @Tag("P-3.4.2.2-08")
    @Tag("P-3.4.2.2-09")
    @Tag("P-3.4.2.2-10")
    @Tag("P-3.4.2.2-11")
    @Tag("P-3.4.2.2-12")
    @Tag("P-3.4.2.2-13")
    @Tag("P-3.4.2.2-16")
    @Tag("P-3.4.2.2-18")
    @Tag("V-ENTRA-07")
    @Tag("V-ENTRA-13")
    @Tag("P-3.4.2.2-04")
    @Tag("P-3.4.2.2-06")
    @Tag("S-2.4-03")
    @Tag("X-7319")
    default Stream<DynamicTest> a_filter_finds_exactly_whom_it_describes() {
        String marker = "filter-" + UUID.randomUUID();
        FilterTable.people(marker).forEach(this::created);
        return FilterTable.ROWS.stream()
                .map(row -> dynamicTest(row.filter() + " finds " + row.names(), () -> {
                    String filter = "(" + row.filter() + ") and userType eq \"" + marker + "\"";
                    ScimAnswer found =
                            scim().get(target("/Users", "filter", filter)).expect(200);
                    assertThat(found.resources())
                            .extracting(user -> user.getString("displayName"))
                            .containsExactlyInAnyOrderElementsOf(row.names());
                    assertThat(found.totalResults()).isEqualTo(row.names().size());
                }));
    }

    @Test
    @Tag("S-3.1-08")
    @Tag("S-3.1-11")
    @Tag("S-7-01")
    default void id_and_external_id_are_compared_exactly_and_user_names_in_any_case() {
        String name = "Case-" + UUID.randomUUID();
        ScimAnswer user = created(aUser().named(name).with("externalId", "Ext-" + name));
        assertThat(found("userName eq \"" + name.toUpperCase(Locale.ROOT) + "\""))
                .containsExactly(user.id());
        assertThat(found("externalId eq \"Ext-" + name + "\"")).containsExactly(user.id());
        assertThat(found("externalId eq \"ext-" + name + "\"")).isEmpty();
        assertThat(found("id eq \"" + user.id() + "\"")).containsExactly(user.id());
    }

    @Test
    @Tag("P-5-01")
    @Tag("P-7.8-01")
    default void user_names_are_prepared_before_they_are_compared() {
        String random = UUID.randomUUID().toString();
        ScimAnswer user = created(aUser().named("zo\u00eb-" + random));
        assertThat(found("userName eq \"ZOE\u0308-" + random + "\""))
                .as("decomposed, upper case")
                .containsExactly(user.id());
        assertThat(found("userName eq \"\uff5ao\u00eb-" + random + "\""))
                .as("full-width z")
                .containsExactly(user.id());
        scim().post("/Users", aUser().named("Zoe\u0308-" + random).json()).expectError(409, "uniqueness");
    }

    @Test
    @Tag("P-3.4.2.2-11")
    @Tag("S-2.3.5-01")
    default void moments_are_compared_as_moments_and_not_as_text() {
        ScimAnswer user = created(aUser());
        OffsetDateTime created = OffsetDateTime.parse(user.textAt("/meta/created"));
        OffsetDateTime elsewhere = created.withOffsetSameInstant(ZoneOffset.ofHours(-11));
        Map<String, Boolean> finds = Map.of(
                "meta.created eq \"" + text(elsewhere) + "\"",
                true,
                "meta.created ge \"" + text(elsewhere) + "\"",
                true,
                "meta.created gt \"" + text(elsewhere) + "\"",
                false,
                "meta.created lt \"" + text(elsewhere.plusSeconds(1)) + "\"",
                true,
                "meta.lastModified gt \"" + text(elsewhere.minusSeconds(1)) + "\"",
                true,
                "meta.created gt \"0001-01-03T00:00:00.0000000Z\"",
                true,
                "meta.created le \"9999-12-31T23:59:59.9999999Z\"",
                true);
        finds.forEach((filter, hit) -> assertThat(found("id eq \"" + user.id() + "\" and " + filter))
                .as(filter)
                .hasSize(hit ? 1 : 0));
    }

    @Test
    @Tag("P-3.4.2-02")
    @Tag("V-ENTRA-08")
    @Tag("V-OKTA-02")
    default void a_filter_that_matches_nobody_answers_200_and_an_empty_list() {
        ScimAnswer answer = scim().get(target("/Users", "filter", "userName eq \"" + UUID.randomUUID() + "\""))
                .expect(200);
        assertThat(answer.totalResults()).isZero();
        assertThat(answer.at("/Resources")).contains(JsonValue.EMPTY_JSON_ARRAY);
    }

    @Test
    @Tag("V-ENTRA-13")
    @Tag("P-3.4.2.2-13")
    default void groups_are_found_by_name_and_by_member() {
        String member = created(aUser()).id();
        ScimAnswer group = created(aGroup().withMember(member));
        created(aGroup());
        Stream.of(
                        "members eq \"" + member + "\"",
                        "members.value eq \"" + member + "\"",
                        "members[value eq \"" + member + "\"]",
                        "displayName eq \"" + group.textAt("/displayName") + "\"")
                .forEach(filter -> assertThat(scim().get(target("/Groups", "filter", filter))
                                .expect(200)
                                .resources())
                        .as(filter)
                        .extracting(found -> found.getString("id"))
                        .containsExactly(group.id()));
    }

    @Test
    @Tag("V-ENTRA-13")
    default void users_are_found_by_their_manager() {
        String manager = created(aUser()).id();
        String user = created(aUser().withManager(manager)).id();
        assertThat(found("manager eq \"" + manager + "\"")).containsExactly(user);
        assertThat(found("manager.value eq \"" + manager + "\" and id eq \"" + user + "\""))
                .containsExactly(user);
        assertThat(found("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value eq \"" + manager
                        + "\""))
                .containsExactly(user);
    }

    @Test
    @Tag("P-3.4.2.2-19")
    default void a_filter_works_on_what_the_answer_leaves_out() {
        ScimAnswer user = created(aUser());
        ScimAnswer answer = scim().get(target(
                "/Users", "filter", "userName eq \"" + user.textAt("/userName") + "\"", "attributes", "id"));
        assertThat(answer.expect(200).resources())
                .singleElement()
                .satisfies(found -> assertThat(found.keySet()).containsExactlyInAnyOrder("id", "schemas"));
    }

    @Test
    @Tag("P-3.4.2.2-15")
    @Tag("P-3.4.2.2-16")
    default void what_the_service_added_by_itself_is_compared_as_it_was_returned() {
        ScimAnswer group = created(aGroup().withMember(created(aUser()).id()));
        ScimAnswer user = user(group.textAt("/members/0/value"));
        Stream.of("/meta/resourceType", "/meta/created", "/meta/lastModified", "/groups/0/value", "/groups/0/type")
                .forEach(place -> {
                    String path = place.substring(1).replace("/0", "").replace('/', '.');
                    String filter = "id eq \"" + user.id() + "\" and " + path + " eq \"" + user.textAt(place) + "\"";
                    assertThat(found(filter)).as(filter).containsExactly(user.id());
                });
        Stream.of("active", "emails", "title")
                .filter(name -> !user.json().containsKey(name))
                .forEach(name -> assertThat(found("id eq \"" + user.id() + "\" and " + name + " pr"))
                        .as("%s was not returned and has no value", name)
                        .isEmpty());
    }

    private static String text(OffsetDateTime moment) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment);
    }

    private List<String> found(String filter) {
        return scim().get(target("/Users", "filter", filter)).expect(200).resources().stream()
                .map(user -> user.getString("id"))
                .toList();
    }
}
