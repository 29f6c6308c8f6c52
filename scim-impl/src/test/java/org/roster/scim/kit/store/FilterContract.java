package org.roster.scim.kit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.fixture.Body.aUser;
import static org.roster.scim.fixture.TestSchemas.ENTERPRISE;
import static org.roster.scim.fixture.TestSchemas.THING;
import static org.roster.scim.fixture.TestSchemas.USER;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.roster.scim.filter.Filter;
import org.roster.scim.filter.FilterEvaluator;
import org.roster.scim.fixture.Directory;
import org.roster.scim.fixture.FiveThings;
import org.roster.scim.fixture.JsonText;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.schema.DateTimes;

/**
 * A filter selects what {@link FilterEvaluator} selects. The table {@code filters.txt} beside this class says what that is
 * for the {@link FiveThings}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7644#section-3.4.2.2">RFC 7644 §3.4.2.2</a>
 */
interface FilterContract extends TwoTenants {

    @Test
    @Tag("P-3.4.2.2-02")
    @Tag("P-3.4.2.2-07")
    @Tag("P-3.4.2.2-08")
    @Tag("P-3.4.2.2-09")
    default void every_filter_of_the_table_selects_what_the_table_says() {
        everywhere(FiveThings::in);
        List<ScimResource> all = directory().all(THING);

        SoftAssertions.assertSoftly(softly -> table().forEach((filter, expected) -> {
            Filter bound = Directory.filter(THING, filter);
            softly.assertThat(String.join(" ", directory().names(THING, filter)))
                    .as(filter)
                    .isEqualTo(expected);
            softly.assertThat(all.stream()
                            .filter(r -> FilterEvaluator.matches(bound, THING, r))
                            .flatMap(r -> r.text("label").stream())
                            .sorted()
                            .collect(Collectors.joining(" ")))
                    .as("in memory: %s", filter)
                    .isEqualTo(expected);
        }));
    }

    private static Map<String, String> table() {
        try (InputStream in = FilterContract.class.getResourceAsStream("filters.txt")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\\|", -1))
                    .collect(Collectors.toMap(
                            cells -> cells[0].strip(), cells -> cells[1].strip().replace("-", "")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    @Tag("P-3.4.2.2-16")
    default void a_resource_is_found_by_its_id() {
        ScimResource one = directory().create(aUser("one"));
        directory().create(aUser("two"));
        String upper = one.id().toUpperCase(Locale.ROOT);

        assertThat(directory().names(USER, "id eq \"" + one.id() + "\"")).containsExactly("one");
        assertThat(directory().names(USER, "id ne \"" + one.id() + "\"")).containsExactly("two");
        assertThat(directory()
                        .names(
                                USER,
                                "id sw \"" + beginning(one.id()) + "\" and id ew \""
                                        + end(one.id()) + "\" and id co \""
                                        + end(beginning(one.id())) + "\""))
                .containsExactly("one");
        assertThat(directory().names(USER, "id ge \"" + one.id() + "\" and id le \"" + one.id() + "\""))
                .containsExactly("one");
        assertThat(directory().names(USER, "id co \"%\" or id co \"_\" or id gt \"~\" or id eq \"unknown\""))
                .isEmpty();
        assertThat(directory().names(USER, "id eq \"" + upper + "\""))
                .isEqualTo(upper.equals(one.id()) ? List.of("one") : List.of());
        assertThat(directory().names(USER, "id pr and meta pr and meta.created pr"))
                .hasSize(2);
    }

    /** Short ids, such as numbers, as a whole. */
    static String beginning(String id) {
        return id.length() < 8 ? id : id.substring(0, id.length() - 1);
    }

    /** Short ids, such as numbers, as a whole. */
    static String end(String id) {
        return id.length() < 8 ? id : id.substring(5);
    }

    @Test
    @Tag("P-3.4.2.2-11")
    default void times_of_the_server_compare_with_fractions() throws InterruptedException {
        ScimResource one = directory().create(aUser("one"));
        Thread.sleep(3);
        directory().create(aUser("two"));
        Instant created = one.meta().created();
        String exact = DateTimes.wire(created);
        String justAfter = exact.replace("Z", "0001Z");
        String elsewhere = DateTimes.wire(created.plusSeconds(7200)).replace("Z", "+02:00");

        assertThat(directory().names(USER, "meta.created eq \"" + exact + "\"")).containsExactly("one");
        assertThat(directory().names(USER, "meta.created eq \"" + elsewhere + "\""))
                .containsExactly("one");
        assertThat(directory().names(USER, "meta.created ne \"" + exact + "\"")).containsExactly("two");
        assertThat(directory().names(USER, "meta.lastModified gt \"" + exact + "\""))
                .containsExactly("two");
        assertThat(directory().names(USER, "meta.lastModified le \"" + exact + "\""))
                .containsExactly("one");
        for (String isBefore : List.of("lt", "le")) {
            assertThat(directory().names(USER, "meta.created " + isBefore + " \"" + justAfter + "\""))
                    .containsExactly("one");
        }
        for (String isAfter : List.of("gt", "ge")) {
            assertThat(directory().names(USER, "meta.created " + isAfter + " \"" + justAfter + "\""))
                    .containsExactly("two");
        }
        assertThat(directory().names(USER, "meta.created eq \"" + justAfter + "\""))
                .isEmpty();
        assertThat(directory().names(USER, "meta.created ne \"" + justAfter + "\""))
                .hasSize(2);
    }

    @Test
    @Tag("P-3.4.2.2-16")
    default void schemas_in_use_and_resource_type_can_be_searched() {
        directory().create(aUser("plain"));
        directory().create(aUser("extended").with(ENTERPRISE, JsonText.object("{'department': 'Tours'}")));

        assertThat(directory().names(USER, "schemas eq \"" + ENTERPRISE + "\"")).containsExactly("extended");
        assertThat(directory().names(USER, "schemas ew \"ENTERPRISE:2.0:user\""))
                .containsExactly("extended");
        assertThat(directory().names(USER, "schemas ne \"" + ENTERPRISE + "\"")).containsExactly("plain");
        assertThat(directory().names(USER, "schemas eq \"" + USER.schema().id() + "\""))
                .hasSize(2);
        assertThat(directory().names(USER, "schemas pr")).hasSize(2);
        assertThat(directory().names(USER, "schemas co \"nonsense\"")).isEmpty();
        assertThat(directory().names(USER, "meta.resourceType eq \"User\"")).hasSize(2);
        assertThat(directory().names(USER, "meta.resourceType eq \"user\"")).isEmpty();
        assertThat(directory().names(USER, "meta.resourceType ne \"User\" or schemas eq null"))
                .isEmpty();
    }

    @Test
    default void an_index_follows_each_change() {
        ScimResource user = directory()
                .create(aUser().withEmail("work", "a@x.org").with(ENTERPRISE, JsonText.object("{'division': 'East'}")));
        directory().patch(user, """
                        [{'op': 'remove', 'path': '%s'},
                         {'op': 'add', 'path': 'emails', 'value': [{'type': 'home', 'value': 'b@x.org'}]},
                         {'op': 'replace', 'path': 'emails[type eq \\"work\\"].value', 'value': 'c@x.org'}]""".replace("%s", ENTERPRISE));

        assertThat(directory().names(USER, "emails.value eq \"a@x.org\"")).isEmpty();
        assertThat(directory().names(USER, "emails[type eq \"work\" and value eq \"c@x.org\"]"))
                .hasSize(1);
        assertThat(directory().names(USER, "emails[type eq \"home\" and value eq \"b@x.org\"]"))
                .hasSize(1);
        assertThat(directory().names(USER, "schemas eq \"" + ENTERPRISE + "\"")).isEmpty();
        assertThat(directory().names(USER, ENTERPRISE + ":division pr")).isEmpty();

        directory().patch(user, "[{'op': 'remove', 'path': 'emails[value eq \\\"c@x.org\\\"]'}]");
        assertThat(directory().names(USER, "emails[type eq \"work\"]")).isEmpty();
        assertThat(directory().names(USER, "emails[type eq \"home\" and value eq \"b@x.org\"]"))
                .hasSize(1);
    }
}
