package org.roster.scim.kit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.fixture.Body.aGroup;
import static org.roster.scim.fixture.Body.aThing;
import static org.roster.scim.fixture.Body.aUser;
import static org.roster.scim.fixture.TestSchemas.GROUP;
import static org.roster.scim.fixture.TestSchemas.USER;
import static org.roster.scim.fixture.TestSchemas.path;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roster.scim.fixture.Directory;
import org.roster.scim.query.Page;
import org.roster.scim.query.QueryResult;
import org.roster.scim.query.Sort;
import org.roster.scim.resource.ScimResource;

/** One query finds resources of several types (RFC 7644 §3.4.2.1). */
interface AcrossTypesContract extends TwoTenants {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "meta.resourceType pr | Guides Runners adam map zoe",
                "meta.resourceType eq \"User\" | adam zoe",
                "meta.resourceType eq \"User\" or meta.resourceType eq \"Thing\" | adam map zoe",
                "not (meta.resourceType eq \"User\") | Guides Runners map",
                "meta.resourceType ne \"Group\" and title pr | zoe",
                "userName eq \"ADAM\" or displayName eq \"runners\" | Runners adam",
                "displayName pr | Guides Runners zoe",
                "title ne \"Guide\" | Guides Runners adam map",
                "title eq null | Guides Runners adam map",
                "emails[type eq \"work\" and value co \"x.org\"] | zoe",
                "not (emails[type eq \"work\"]) | Guides Runners adam map",
                "members pr or groups pr | Runners zoe",
                "label eq \"map\" or userName sw \"z\" | map zoe",
                "schemas eq \"urn:ietf:params:scim:schemas:core:2.0:Group\" | Guides Runners",
                "userName eq \"nobody\" or label eq \"nothing\" | ``",
                "meta.resourceType eq \"Robot\" | ``",
            })
    @Tag("P-3.4.2.1-01")
    @Tag("P-3.4.2.1-02")
    default void a_type_without_an_attribute_has_no_value_there(String filter, String expected) {
        fewOfEach();

        assertThat(names(everything(filter))).isEqualTo(expected);
    }

    @Test
    @Tag("P-6-02")
    default void nothing_of_another_tenant_is_found() {
        fewOfEach();

        assertThat(elsewhere()
                        .queryRoot("meta.resourceType pr", Sort.BY_ID, Directory.EVERYTHING)
                        .resources())
                .isEmpty();
    }

    @Test
    @Tag("P-3.4.2.3-03")
    default void the_order_does_not_ask_for_the_type() {
        fewOfEach();
        Sort byDisplayName = Sort.by(path(USER, "displayName"), true);

        List<String> sorted =
                display(directory().queryRoot("displayName pr or label pr", byDisplayName, Directory.EVERYTHING));
        assertThat(sorted).containsExactly("Guides", "zoe", "Runners", "map");
        assertThat(names(directory()
                        .queryRoot(
                                "meta.resourceType pr",
                                Sort.by(path(GROUP, "displayName"), false),
                                Directory.EVERYTHING)))
                .isEqualTo("Guides Runners adam map zoe");
    }

    @Test
    @Tag("P-3.4.2-03")
    @Tag("P-3.4.2.3-05")
    default void pages_fit_together_across_types() {
        fewOfEach();
        for (Sort sort : List.of(
                Sort.BY_ID,
                Sort.by(path(USER, "displayName"), true),
                Sort.by(path(USER, "title"), false),
                Sort.by(path(USER, "meta.created"), true))) {
            List<ScimResource> whole = directory()
                    .queryRoot("meta.resourceType pr", sort, Directory.EVERYTHING)
                    .resources();
            List<ScimResource> joined = new ArrayList<>();
            for (int start = 1; start <= 5; start += 2) {
                QueryResult page = directory().queryRoot("meta.resourceType pr", sort, new Page.ByIndex(start, 2));
                assertThat(page.totalResults()).hasValue(5);
                joined.addAll(page.resources());
            }
            assertThat(joined).isEqualTo(whole).doesNotHaveDuplicates();
        }
        assertThat(everything("meta.resourceType pr").resources())
                .isSortedAccordingTo(Comparator.comparing(ScimResource::id));
    }

    @Test
    @Tag("P-3.4.2.1-01")
    default void what_is_found_has_everything_that_belongs_to_it() {
        fewOfEach();

        Stream.of(USER, GROUP)
                .flatMap(type -> directory().all(type).stream())
                .forEach(resource -> assertThat(
                                everything("id eq \"" + resource.id() + "\"").resources())
                        .containsExactly(resource));
    }

    private QueryResult everything(String filter) {
        return directory().queryRoot(filter, Sort.BY_ID, Directory.EVERYTHING);
    }

    private void fewOfEach() {
        ScimResource zoe = directory()
                .create(aUser("zoe")
                        .with("title", "Guide")
                        .with("displayName", "Maria")
                        .withEmail("work", "zoe@x.org"));
        directory().create(aGroup("Runners").withMember(zoe));
        directory().create(aThing("map"));
        directory().create(aUser("adam"));
        directory().create(aGroup("Guides"));
    }

    private static String names(QueryResult result) {
        assertThat(result.totalResults()).hasValue(result.resources().size());
        return String.join(" ", display(result).stream().sorted().toList());
    }

    private static List<String> display(QueryResult result) {
        return result.resources().stream()
                .map(r ->
                        r.firstText(List.of("userName", "label", "displayName")).orElseThrow())
                .toList();
    }
}
