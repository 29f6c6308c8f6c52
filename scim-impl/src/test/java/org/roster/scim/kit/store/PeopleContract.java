package org.roster.scim.kit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.fixture.Body.aUser;
import static org.roster.scim.fixture.TestSchemas.USER;
import static org.roster.scim.fixture.TestSchemas.path;

import jakarta.json.Json;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.scim.filter.Filter;
import org.roster.scim.filter.FilterEvaluator;
import org.roster.scim.fixture.Body;
import org.roster.scim.fixture.Directory;
import org.roster.scim.fixture.JsonText;
import org.roster.scim.query.Page;
import org.roster.scim.query.Sort;
import org.roster.scim.resource.ScimResource;

/**
 * People as every product has them: with the attributes that identity providers send. Filters, order, pages and changes, for
 * stores whose users have no more than these (RFC 7644 §3.4.2).
 */
interface PeopleContract extends TwoTenants {

    private static void fivePeople(Directory directory) {
        directory.create(active("ada@x.org", true)
                .withName("Ada", "Lovelace")
                .with("displayName", "Countess")
                .with("externalId", "E-1")
                .withPrimaryEmail("work", "ada@x.org")
                .withEmail("home", "Ada@Home.org"));
        directory.create(active("Bob", false)
                .withName("Robert", "O'Brien")
                .with("displayName", "100%_sure")
                .with("externalId", "e-1")
                .withEmail("work", "bob@x.org"));
        directory.create(active("cleo", true).with("name", JsonText.object("{'familyName': 'Lovelace'}")));
        directory.create(
                active("dan_y", true).with("displayName", "countess two").withEmail("home", "dan@home.org"));
        directory.create(active("eve", true));
    }

    private static Body active(String userName, boolean active) {
        return aUser(userName).with("active", active);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "userName eq \"ADA@X.ORG\" | ada@x.org",
                "userName ne \"bob\" | ada@x.org cleo dan_y eve",
                "userName co \"A\" | ada@x.org dan_y",
                "userName co \"_\" | dan_y",
                "userName sw \"E\" | eve",
                "userName ew \"Y\" | dan_y",
                "userName gt \"cleo\" | dan_y eve",
                "userName ge \"CLEO\" and userName lt \"eve\" | cleo dan_y",
                "userName le \"bob\" | Bob ada@x.org",
                "name.familyName eq \"LOVELACE\" | ada@x.org cleo",
                "name.familyName eq \"O'Brien\" | Bob",
                "name.familyName ne \"lovelace\" | Bob dan_y eve",
                "not (name.familyName sw \"love\") | Bob dan_y eve",
                "name.familyName pr | Bob ada@x.org cleo",
                "name.givenName eq null | cleo dan_y eve",
                "active eq true | ada@x.org cleo dan_y eve",
                "active eq false | Bob",
                "active ne true | Bob",
                "externalId eq \"E-1\" | ada@x.org",
                "externalId eq \"e-1\" | Bob",
                "externalId pr | Bob ada@x.org",
                "displayName co \"%_\" | Bob",
                "displayName sw \"COUNTESS\" | ada@x.org dan_y",
                "displayName pr and not (displayName co \"TWO\") | Bob ada@x.org",
                "emails pr | Bob ada@x.org dan_y",
                "emails.value eq \"ADA@home.org\" | ada@x.org",
                "emails[type eq \"work\" and value ew \"x.org\"] | Bob ada@x.org",
                "emails[type eq \"work\" and value ew \"home.org\"] | ``",
                "emails.type eq \"work\" and emails.value ew \"home.org\" | ada@x.org",
                "emails[type eq \"work\"].value eq \"BOB@x.org\" | Bob",
                "emails[primary eq true] | ada@x.org",
                "emails[not (type eq \"work\")] | ada@x.org dan_y",
                "not (emails[type eq \"work\"]) | cleo dan_y eve",
                "active eq true and emails.value co \"@\" | ada@x.org dan_y",
                "userName eq \"ada@x.org\" or externalId eq \"e-1\" | Bob ada@x.org",
                "(userName sw \"a\" or userName sw \"b\") and active eq true | ada@x.org",
                "emails[type eq \"work\" and value eq \"BOB@x.org\"] | Bob",
                "emails[type eq \"home\" and value eq \"bob@x.org\"] | ``",
                "emails.type eq \"home\" and emails.value eq \"ada@x.org\" | ada@x.org",
                "userName eq \"bob\" and active eq true | ``",
                "userName eq \"bob\" and not (emails[type eq \"home\"]) and meta.created pr | Bob",
                "name.familyName eq \"lovelace\" and not (emails pr) | cleo",
                "name.familyName eq \"lovelace\" and displayName eq \"COUNTESS\" | ada@x.org",
                "userName eq \"nobody\" or externalId eq \"\" | ``",
            })
    @Tag("P-3.4.2.2-02")
    @Tag("P-3.4.2.2-07")
    default void people_are_found_by_what_is_known_of_them(String filter, String expected) {
        everywhere(PeopleContract::fivePeople);
        List<ScimResource> all = directory().all(USER);
        Filter bound = directory().bound(USER, filter);

        assertThat(String.join(" ", directory().names(USER, filter))).isEqualTo(expected);
        assertThat(all.stream()
                        .filter(r -> FilterEvaluator.matches(bound, USER, r))
                        .map(r -> r.text("userName").orElseThrow())
                        .sorted()
                        .collect(Collectors.joining(" ")))
                .as("in memory")
                .isEqualTo(expected);
    }

    /** Of many with the same value nobody is left out, and who has it twice is there once. */
    @Test
    @Tag("P-3.4.2.2-07")
    default void a_value_may_be_that_of_many_and_of_one_twice() {
        List<String> crowd = IntStream.range(10, 25).mapToObj(n -> "user" + n).toList();
        crowd.forEach(name -> directory()
                .create(active(name, true)
                        .withName("One", "Crowd")
                        .withEmail("work", "all@x.org")
                        .withEmail("home", "all@x.org")));
        directory().create(active("ada", true).withEmail("work", "a@x.org").withEmail("home", "A@x.org"));

        for (String filter : List.of(
                "name.familyName eq \"crowd\"",
                "emails.value eq \"all@x.org\"",
                "emails.value eq \"all@x.org\" and active eq true",
                "emails[type eq \"home\" and value eq \"all@x.org\"]")) {
            assertThat(directory().names(USER, filter)).as(filter).isEqualTo(crowd);
        }
        assertThat(directory().names(USER, "name.familyName eq \"crowd\" and userName eq \"USER17\""))
                .containsExactly("user17");
        assertThat(directory().names(USER, "emails.value eq \"a@x.org\"")).containsExactly("ada");
        assertThat(directory().names(USER, "emails[type eq \"home\" and value eq \"a@x.org\"]"))
                .containsExactly("ada");
    }

    /** A slash stands between values; people with the same value, or with none, are in the order of their ids. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "userName | ada@x.org / Bob / cleo / dan_y / eve",
                "name.familyName | ada@x.org cleo / Bob / dan_y eve",
                "displayName | Bob / ada@x.org / dan_y / cleo eve",
                "emails.value | ada@x.org / Bob / dan_y / cleo eve",
                "externalId | ada@x.org / Bob / cleo dan_y eve",
                "active | Bob / ada@x.org cleo dan_y eve",
            })
    @Tag("P-3.4.2.3-03")
    default void people_are_put_in_order(String attribute, String expected) {
        everywhere(PeopleContract::fivePeople);
        needsSortBy(USER, attribute);
        List<String> ascending = directory().namesBy(USER, attribute, true);

        assertThat(SortAndPageContract.inGroups(ascending, expected)).isEqualTo(expected);
        assertThat(directory().namesBy(USER, attribute, false).stream()
                        .collect(Collectors.collectingAndThen(Collectors.toList(), SortAndPageContract::reversed)))
                .isEqualTo(ascending);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"id", "meta.created", "userName", "name.familyName", "displayName", "emails.value", "externalId"
            })
    @Tag("C-2-03")
    default void people_are_walked_through_as_the_list_shows_them(String attribute) {
        everywhere(PeopleContract::fivePeople);
        needsSortBy(USER, attribute);
        for (boolean ascending : List.of(true, false)) {
            Sort sort = Sort.by(path(USER, attribute), ascending);
            for (int count : List.of(1, 2, 5, 6)) {
                CursorContract.thereAndBack(page -> directory().query(USER, Filter.ALL, sort, page), count, 5);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "it's",
                "''",
                "\\",
                "\\'",
                "%",
                "_",
                "100%_\\",
                "!%",
                "\"'\"",
                "?1",
                ":x",
                "{d}",
                "--",
                "/*",
                "${x}",
                "x' or '1'='1"
            })
    @Tag("P-3.4.2.2-18")
    default void what_is_called_strangely_is_found_and_nothing_else(String value) {
        ScimResource wanted = directory().create(aUser("one").with("displayName", value));
        directory().create(aUser("two").with("displayName", "other"));
        directory().create(aUser("three"));
        String text = Json.createValue(value).toString();

        for (String operator : List.of("eq", "co", "sw", "ew")) {
            assertThat(directory()
                            .query(USER, "displayName " + operator + " " + text, Sort.BY_ID, new Page.ByIndex(1, 5))
                            .resources())
                    .as(operator)
                    .containsExactly(wanted);
        }
    }

    @Test
    @Tag("P-3.5.2.3-01")
    default void somebody_is_deactivated_and_comes_back() {
        ScimResource user = directory().create(active("ada", true).withEmail("work", "a@x.org"));

        ScimResource gone = directory().patch(user, "[{'op': 'replace', 'path': 'active', 'value': false}]");

        assertThat(gone.attributes())
                .isEqualTo(active("ada", false).withEmail("work", "a@x.org").attributes());
        assertThat(directory().read(user)).isEqualTo(gone);
        assertThat(directory().names(USER, "active eq true")).isEmpty();

        directory().patch(user, "[{'op': 'replace', 'value': {'active': true}}]");
        assertThat(directory().names(USER, "active eq true")).containsExactly("ada");
    }

    @Test
    @Tag("P-3.5.2.3-01")
    default void a_name_is_changed_in_part_and_as_a_whole() {
        ScimResource user = directory().create(active("ada", true).withName("Ada", "Byron"));

        directory().patch(user, "[{'op': 'replace', 'path': 'name.familyName', 'value': 'Lovelace'}]");
        assertThat(directory().read(user).attributes())
                .isEqualTo(active("ada", true).withName("Ada", "Lovelace").attributes());
        assertThat(directory().names(USER, "name.familyName eq \"byron\"")).isEmpty();

        directory().patch(user, "[{'op': 'remove', 'path': 'name'}]");
        assertThat(directory().read(user).attributes())
                .isEqualTo(active("ada", true).attributes());
        assertThat(directory().names(USER, "name.familyName pr")).isEmpty();
    }

    @Test
    @Tag("P-3.5.2.2-02")
    default void an_address_comes_changes_and_goes() {
        ScimResource user = directory().create(active("ada", true).withEmail("work", "a@x.org"));

        directory().patch(user, "[{'op': 'add', 'path': 'emails', 'value': [{'type': 'home', 'value': 'b@x.org'}]}]");
        directory()
                .patch(user, "[{'op': 'replace', 'path': 'emails[type eq \\\"work\\\"].value', 'value': 'c@x.org'}]");
        assertThat(directory().names(USER, "emails[type eq \"work\" and value eq \"c@x.org\"]"))
                .containsExactly("ada");
        assertThat(directory().names(USER, "emails[type eq \"home\" and value eq \"b@x.org\"]"))
                .containsExactly("ada");
        assertThat(directory().names(USER, "emails.value eq \"a@x.org\"")).isEmpty();

        directory().patch(user, "[{'op': 'remove', 'path': 'emails[type eq \\\"work\\\"]'}]");
        assertThat(directory().read(user).attributes())
                .isEqualTo(active("ada", true).withEmail("home", "b@x.org").attributes());
    }
}
