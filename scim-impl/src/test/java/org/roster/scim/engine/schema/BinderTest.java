package org.roster.scim.engine.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.fixture.Refusal.refused;
import static org.roster.scim.fixture.TestSchemas.ENTERPRISE;
import static org.roster.scim.fixture.TestSchemas.THING;
import static org.roster.scim.fixture.TestSchemas.USER;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.scim.fixture.Directory;
import org.roster.scim.query.Projection;
import org.roster.scim.schema.ResolvedPath;

/** Filters and projections are bound to a resource type (RFC 7644 §3.4.2.2, §3.9, §3.10). */
class BinderTest {

    @Nested
    class Filters {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "USERNAME eq \"x\" | userName eq \"x\"",
                    "urn:ietf:params:scim:schemas:core:2.0:User:userName pr | userName pr",
                    "urn:ietf:params:scim:schemas:core:2.0:USER:name.FAMILYNAME sw \"x\" | name.familyName sw \"x\"",
                    "emails eq \"x\" | emails.value eq \"x\"",
                    "Emails[TYPE eq \"work\" and VALUE co \"x\"] | emails[type eq \"work\" and value co \"x\"]",
                    "emails pr | emails pr",
                    "emails[primary eq false] | emails[not (primary eq true)]",
                    "emails.primary eq false | emails[not (primary eq true)]",
                    "emails[primary ne false] | emails[not (not (primary eq true))]",
                    "emails[primary ne true] | emails[primary ne true]",
                    "emails eq null | emails eq null",
                    "meta.lastmodified gt \"2020-01-01T00:00:00Z\" | meta.lastModified gt \"2020-01-01T00:00:00Z\"",
                    "not (Title pr) or not(nickName pr) | not (title pr) or not (nickName pr)",
                    "members.value eq \"x\" | -",
                    "groups eq \"x\" | groups.value eq \"x\"",
                })
        @Tag("P-3.10-01")
        @Tag("P-3.4.2.2-13")
        void become_canonical(String text, String bound) {
            if (bound.equals("-")) {
                refused(() -> Directory.filter(USER, text)).as(400, "invalidFilter");
            } else {
                assertThat(Directory.filter(USER, text)).hasToString(bound);
            }
        }

        @Test
        void of_an_extension_keep_its_urn() {
            assertThat(Directory.filter(USER, ENTERPRISE + ":Manager eq \"26\""))
                    .hasToString(ENTERPRISE + ":manager.value eq \"26\"");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "unknown eq \"x\" | no attribute \"unknown\"",
                    "name.unknown pr | no attribute \"name.unknown\"",
                    "emails[unknown eq \"x\"] | no sub-attribute \"unknown\"",
                    "meta.location eq \"x\" | not searchable",
                    "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.$ref pr | derived and not searchable",
                    "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.displayName pr | derived and not searchable",
                    "meta.version pr | not searchable",
                    "meta[location eq \"x\"] | not searchable",
                    "name eq \"x\" | name is complex; compare one of its sub-attributes",
                    "addresses eq \"x\" | addresses is complex",
                    "active gt true | gt cannot be used with active",
                    "active co true | co cannot be used with active",
                    "x509Certificates.value gt \"x\" | gt cannot be used",
                    "active eq \"true\" | write true or false",
                    "userName eq true | text in double quotes",
                    "userName eq 5 | text in double quotes",
                    "meta.created gt \"yesterday\" | 2026-11-02T08:14:03Z",
                    "meta.created sw \"2020\" | sw cannot be used",
                    "userName gt null | null can be compared with eq and ne only",
                    "userName[value eq \"x\"] | userName has a single value",
                    "emails[emails[value eq \"x\"]] | no sub-attribute",
                    "emails.value[value eq \"x\"] | brackets follow an attribute",
                    "userName eq \"a\\u0000b\" | cannot be compared",
                    "userName eq \"\\ud83d\" | cannot be compared",
                    "userName co \"\\ude00x\" | cannot be compared",
                })
        @Tag("P-3.4.2.2-11")
        @Tag("P-3.4.2.2-14")
        @Tag("A-07")
        void that_make_no_sense_are_refused(String text, String detail) {
            refused(() -> Directory.filter(USER, text)).as(400, "invalidFilter").saying(detail);
        }

        @ParameterizedTest
        @ValueSource(strings = {"secret eq \"x\"", "label pr and not (secret pr)", "secret ne null"})
        @Tag("P-3.4.2.2-19")
        @Tag("P-7.5.2-01")
        @Tag("S-4.1.1-11")
        void on_what_is_never_returned_are_forbidden(String text) {
            refused(() -> Directory.filter(THING, text)).as(403, "sensitive").saying("secret is confidential");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "count eq 1.5",
                    "count sw 1",
                    "count eq \"1\"",
                    "blob co \"x\"",
                    "blob eq \"no base64\"",
                    "weight gt true"
                })
        void of_the_wrong_type_are_refused(String text) {
            refused(() -> Directory.filter(THING, text)).as(400, "invalidFilter");
        }
    }

    @Nested
    class Projections {

        private Projection bind(List<String> attributes, List<String> excluded) {
            return ProjectionBinder.bind(USER, attributes, excluded);
        }

        @Test
        @Tag("A-16")
        @Tag("P-3.9-03")
        void attributes_and_excludedAttributes_exclude_each_other() {
            refused(() -> bind(List.of("userName"), List.of("title")))
                    .as(400, "invalidSyntax")
                    .saying("excludedAttributes");
        }

        @Test
        @Tag("P-3.9-04")
        void names_are_resolved_and_unknown_ones_ignored() {
            Projection projection = bind(
                    List.of(" USERNAME ", "name.familyname", "unknown", "a b", "", ENTERPRISE + ":manager"), List.of());
            assertThat(projection.mode()).isEqualTo(Projection.Mode.ONLY);
            assertThat(projection.paths())
                    .extracting(ResolvedPath::toString)
                    .containsExactlyInAnyOrder("userName", "name.familyName", ENTERPRISE + ":manager");
        }

        @Test
        @Tag("P-3.9-01")
        void a_whole_schema_stands_for_its_attributes() {
            assertThat(bind(List.of(), List.of(ENTERPRISE)).paths())
                    .hasSize(6)
                    .allMatch(p -> p.extension().isPresent());
            assertThat(bind(List.of(USER.schema().id()), List.of()).paths())
                    .hasSize(USER.schema().attributes().size());
        }

        @Test
        void only_unknown_names_leave_what_is_always_returned() {
            assertThat(bind(List.of("unknown"), List.of())).isEqualTo(Projection.MINIMAL);
            assertThat(bind(List.of(), List.of())).isEqualTo(Projection.DEFAULT);
        }
    }
}
