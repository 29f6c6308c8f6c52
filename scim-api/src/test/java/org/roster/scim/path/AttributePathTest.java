package org.roster.scim.path;

import static org.assertj.core.api.Assertions.assertThat;

import nl.jqno.equalsverifier.EqualsVerifier;
import nl.jqno.equalsverifier.Warning;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Attribute notation, RFC 7644 §3.10, with names after RFC 7643 §2.1. */
class AttributePathTest {

    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    @Nested
    class Reading {

        @ParameterizedTest
        @CsvSource({
            "userName,                                                                    '',                                                         userName,       ''",
            "USERNAME,                                                                    '',                                                         USERNAME,       ''",
            "name.familyName,                                                             '',                                                         name,           familyName",
            "members.$ref,                                                                '',                                                         members,        $ref",
            "$ref,                                                                        '',                                                         $ref,           ''",
            "x-ray_2,                                                                     '',                                                         x-ray_2,        ''",
            "price$,                                                                      '',                                                         price$,         ''",
            "urn:ietf:params:scim:schemas:core:2.0:User:userName,                         urn:ietf:params:scim:schemas:core:2.0:User,                 userName,       ''",
            "urn:ietf:params:scim:schemas:core:2.0:User:name.givenName,                   urn:ietf:params:scim:schemas:core:2.0:User,                 name,           givenName",
            "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value,    urn:ietf:params:scim:schemas:extension:enterprise:2.0:User, manager,        value",
            "urn:ietf:params:scim:schemas:exampleCo:2.0:hr:age,                           urn:ietf:params:scim:schemas:exampleCo:2.0:hr,              age,            ''",
            "https://schemas.example.com/hr/1.1:age,                                      https://schemas.example.com/hr/1.1,                         age,            ''",
        })
        @Tag("P-3.4.2.2-05")
        @Tag("P-3.10-01")
        @Tag("S-2.1-02")
        void a_path_is_a_schema_an_attribute_and_a_sub_attribute(
                String text, String schema, String attribute, String subAttribute) {
            AttributePath path = AttributePath.parse(text).orElseThrow();

            assertThat(path.schema().orElse("")).isEqualTo(schema);
            assertThat(path.name()).isEqualTo(attribute);
            assertThat(path.subAttribute().orElse("")).isEqualTo(subAttribute);
            assertThat(path).hasToString(text);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    " ",
                    ".",
                    ":",
                    ".value",
                    "name.",
                    "name..familyName",
                    "a.b.c",
                    "2nd",
                    "-x",
                    "_x",
                    "$",
                    "$$ref",
                    "user name",
                    " userName",
                    "userName ",
                    "emails[type eq \"work\"]",
                    "a,b",
                    "größe",
                    "urn:x y:name",
                    "urn:x\u0000y:name",
                    "urn:\"x\":name",
                    ":userName"
                })
        @Tag("S-2.1-02")
        @Tag("P-3.5.2-04")
        void what_is_no_path_is_refused(String text) {
            assertThat(AttributePath.parse(text)).isEmpty();
        }

        @Test
        @Tag("P-3.5.2-05")
        void the_urn_of_a_whole_extension_is_a_path_and_keeps_its_text() {
            assertThat(AttributePath.parse(ENTERPRISE)).hasValueSatisfying(path -> {
                assertThat(path).hasToString(ENTERPRISE);
                assertThat(path).isEqualTo(AttributePath.ofSchema(ENTERPRISE));
            });
        }

        @Test
        @Tag("P-3.5.2-05")
        void a_urn_whose_last_part_is_no_name_is_still_the_path_of_a_schema() {
            assertThat(AttributePath.parse("urn:example:scim:2.0")).hasValueSatisfying(path -> {
                assertThat(path.schema()).contains("urn:example:scim:2.0");
                assertThat(path.name()).isEmpty();
            });
        }

        @Test
        @Tag("S-3-04")
        void a_dot_after_the_urn_stays_in_the_text_for_whoever_wants_to_understand_it() {
            assertThat(AttributePath.parse(ENTERPRISE + ".manager")).get().hasToString(ENTERPRISE + ".manager");
        }

        @Test
        void a_name_of_a_megabyte_is_read_in_no_time() {
            String name = "a".repeat(1_000_000);

            assertThat(AttributePath.parse(name)).get().hasToString(name);
            assertThat(AttributePath.parse(name + ".")).isEmpty();
        }
    }

    @Nested
    class Equality {

        @Test
        @Tag("S-2.1-01")
        @Tag("S-3.3-02")
        @Tag("P-3.10-01")
        void no_facet_of_a_path_depends_on_case() {
            AttributePath path =
                    AttributePath.parse(ENTERPRISE + ":manager.displayName").orElseThrow();
            AttributePath shouted = AttributePath.parse((ENTERPRISE + ":MANAGER.DISPLAYNAME").replace("urn", "URN"))
                    .orElseThrow();

            assertThat(shouted).isEqualTo(path).hasSameHashCodeAs(path);
            assertThat(shouted.toString()).endsWith(":MANAGER.DISPLAYNAME");
        }

        @Test
        void the_contract_of_equals_holds() {
            EqualsVerifier.forClass(AttributePath.class)
                    .withOnlyTheseFields("folded")
                    .suppress(Warning.NULL_FIELDS)
                    .verify();
        }

        @ParameterizedTest
        @CsvSource({
            "name,            name.familyName",
            "name.familyName, name.givenName",
            "userName,        urn:ietf:params:scim:schemas:core:2.0:User:userName",
            "urn:a:x,         urn:b:x",
        })
        void other_paths_are_other_paths(String left, String right) {
            assertThat(AttributePath.parse(left)).isNotEqualTo(AttributePath.parse(right));
        }
    }

    @Nested
    class Building {

        @Test
        void a_built_path_is_the_path_one_would_read() {
            assertThat(AttributePath.of("manager").in(ENTERPRISE).sub("value"))
                    .isEqualTo(
                            AttributePath.parse(ENTERPRISE + ":manager.value").orElseThrow());
        }

        @Test
        void the_parent_of_a_sub_attribute_is_its_attribute() {
            assertThat(AttributePath.parse(ENTERPRISE + ":manager.value")
                            .orElseThrow()
                            .parent())
                    .hasToString(ENTERPRISE + ":manager");
        }

        @Test
        void the_parent_of_an_attribute_is_itself() {
            AttributePath path = AttributePath.of("userName");

            assertThat(path.parent()).isSameAs(path);
        }
    }
}
