package org.roster.scim.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roster.scim.path.AttributePath;
import org.roster.scim.testing.Json;
import org.roster.scim.testing.Resources;
import org.roster.scim.testing.Types;

/** Values of a resource by path: RFC 7643 §§2.4, 2.5 and 3.3. */
class ScimResourceTest {

    private static final String EXTENSION = Types.ENTERPRISE_URN;

    private static final ScimResource USER = Resources.user("""
            {"userName": "babs", "title": null, "active": false, "tags": ["a", null, "b"], "floors": [],
             "name": {"familyName": "Jensen", "givenName": null},
             "emails": [{"value": "1", "type": ["x", null, "y"]}, {"type": "z"}, null, {}, {"value": null}, {"value": "2"}],
             "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":
                 {"department": "R&D", "manager": {"value": "m"}}}""");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "userName              | ['babs']",
                "active                | [false]",
                "title                 | []",
                "nothing               | []",
                "nothing.at            | []",
                "userName.value        | []",
                "tags                  | ['a','b']",
                "floors                | []",
                "name                  | [{'familyName':'Jensen','givenName':null}]",
                "name.familyName       | ['Jensen']",
                "name.givenName        | []",
                "emails.value          | ['1','2']",
                "emails.type           | ['x','y','z']",
                "EXT:department        | ['R&D']",
                "EXT:manager.value     | ['m']",
                "EXT:employeeNumber    | []",
                "EXT                   | []",
                "urn:other:department  | []",
            })
    @Tag("S-2.4-01")
    @Tag("S-2.5-01")
    @Tag("S-3-04")
    void a_path_leads_to_every_assigned_value_in_order(String path, String expected) {
        AttributePath parsed =
                AttributePath.parse(path.replace("EXT", EXTENSION)).orElseThrow();

        assertThat(USER.values(parsed))
                .containsExactlyElementsOf(Json.value(expected).asJsonArray());
    }

    @Test
    @Tag("S-2.5-01")
    void elements_without_a_value_are_not_there() {
        assertThat(USER.values(AttributePath.of("emails"))).hasSize(3);
    }

    @Test
    void a_text_is_found_by_name() {
        assertThat(USER.text("userName")).contains("babs");
        assertThat(USER.text("title")).isEmpty();
        assertThat(USER.text("active")).isEmpty();
    }

    @Test
    @Tag("S-4.2-03")
    void the_first_attribute_with_a_text_is_shown_in_other_resources() {
        assertThat(USER.firstText(List.of("displayName", "title", "userName", "name")))
                .contains("babs");
        assertThat(USER.firstText(List.of("displayName", "title"))).isEmpty();
    }

    @Test
    void other_attributes_make_another_resource_with_the_same_id() {
        ScimResource changed = USER.withAttributes(Json.object("{'userName':'other'}"));

        assertThat(changed.text("userName")).contains("other");
        assertThat(changed.id()).isEqualTo(USER.id());
        assertThat(changed.meta()).isEqualTo(USER.meta());
        assertThat(USER.text("userName")).contains("babs");
    }

    @Test
    void a_resource_made_of_text_is_the_one_made_of_the_value() {
        ScimResource ofText = ScimResource.ofText(USER.id(), USER.meta(), USER.text());

        assertThat(ofText.attributes()).isEqualTo(USER.attributes());
        assertThat(ofText).isEqualTo(USER).hasSameHashCodeAs(USER);
        assertThat(ofText.text()).isSameAs(USER.text());
        assertThat(USER).isNotEqualTo(USER.withAttributes(Json.object("{}")));
    }
}
