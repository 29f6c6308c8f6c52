package org.roster.scim.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.testing.Refusals.assertRefused;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.scim.error.ScimType;
import org.roster.scim.filter.Filter;
import org.roster.scim.filter.FilterLimits;
import org.roster.scim.path.AttributePath;

/** The path of a PATCH operation: RFC 7644 §3.5.2, Figures 7 and 8. */
@Tag("P-3.5.2-04")
class PatchPathTest {

    @Test
    void a_path_may_be_as_long_as_a_filter_and_no_longer() {
        FilterLimits limits = new FilterLimits(8, 1, 1);

        assertThat(PatchPath.parse("userName", limits)).hasToString("userName");
        assertRefused(ScimType.INVALID_PATH, () -> PatchPath.parse("userNames", limits))
                .contains("9 characters", "at most 8");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "members                                      | members           | ``",
                "name.familyName                              | name.familyName   | ``",
                "addresses[type eq \"work\"]                  | addresses         | type eq \"work\"",
                "members[value eq \"2819c223\"]               | members           | value eq \"2819c223\"",
                "members[value eq\"2819c223\"]                | members           | value eq \"2819c223\"",
                "members[value eq \"2819c223\"].displayName   | members.displayName | value eq \"2819c223\"",
                "emails[type eq \"work\" and primary eq true].value | emails.value | type eq \"work\" and primary eq true",
                "emails[not (type eq \"work\")]               | emails            | not (type eq \"work\")",
                "emails[value eq \"a]b[c\"].type              | emails.type       | value eq \"a]b[c\"",
                "emails[value eq \"a].b\"]                    | emails            | value eq \"a].b\"",
                "members[value eq \"x\"].$ref                 | members.$ref      | value eq \"x\"",
                "` userName `                                 | userName          | ``",
                "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value"
                        + " | urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value | ``",
                "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"
                        + " | urn:ietf:params:scim:schemas:extension:enterprise:2.0:User | ``",
                "urn:ietf:params:scim:schemas:core:2.0:User:emails[type eq \"work\"].value"
                        + " | urn:ietf:params:scim:schemas:core:2.0:User:emails.value | type eq \"work\"",
            })
    @Tag("P-3.5.2-05")
    @Tag("P-3.4.2.2-05")
    void a_path_is_an_attribute_or_some_elements_and_perhaps_their_sub_attribute(
            String text, String attribute, String elements) {
        PatchPath path = PatchPath.parse(text, FilterLimits.DEFAULT);

        assertThat(path.attribute()).hasToString(attribute);
        assertThat(path.elements().map(Filter::toString).orElse("")).isEqualTo(elements);
        assertThat(PatchPath.parse(path.toString(), FilterLimits.DEFAULT)).hasToString(path.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "2nd",
                "name.",
                ".familyName",
                "a.b.c",
                "name familyName",
                "/userName",
                "emails[",
                "emails]",
                "emails][",
                "emails[type eq \"work\"",
                "emails[type eq \"work\"]value",
                "emails[type eq \"work\"].",
                "emails[type eq \"work\"].a.b",
                "emails[type eq \"work\"].urn:x:value",
                "emails[type eq \"work\"] .value",
                "emails[type eq \"work\"]x",
                "[type eq \"work\"]",
                "emails.value[type eq \"work\"]",
                "emails.type[type eq \"work\"].value",
            })
    void a_malformed_path_is_refused_as_a_path(String text) {
        assertRefused(ScimType.INVALID_PATH, () -> PatchPath.parse(text, FilterLimits.DEFAULT))
                .contains("\"" + text + "\"", "emails[type eq \"work\"].value");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "emails[]",
                "emails[type]",
                "emails[type equals \"work\"]",
                "emails[type eq work]",
                "emails[type eq \"work\" and]",
                "emails[(type eq \"work\"]",
                "emails[type eq \"work\"][value pr]",
            })
    @Tag("P-3.4.2.2-14")
    void a_bad_filter_inside_brackets_is_refused_as_a_filter(String text) {
        assertRefused(ScimType.INVALID_FILTER, () -> PatchPath.parse(text, FilterLimits.DEFAULT))
                .isNotBlank();
    }

    @Test
    @Tag("P-3.4.2.2-18")
    void a_filter_inside_brackets_has_limits_too() {
        assertRefused(ScimType.INVALID_FILTER, () -> PatchPath.parse("a[(b pr)]", new FilterLimits(9, 0, 9)))
                .contains("more than 0 deep");
    }

    @Test
    void the_same_elements_can_be_meant_of_an_attribute_by_another_name() {
        PatchPath path = PatchPath.parse("EMAILS[type eq \"work\"].VALUE", FilterLimits.DEFAULT)
                .withAttribute(AttributePath.of("emails").sub("value"));

        assertThat(path).hasToString("emails[type eq \"work\"].value");
    }
}
