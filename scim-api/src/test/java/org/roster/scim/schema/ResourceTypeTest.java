package org.roster.scim.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Locale;
import nl.jqno.equalsverifier.EqualsVerifier;
import nl.jqno.equalsverifier.Warning;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.scim.path.AttributePath;
import org.roster.scim.testing.Types;

/** A resource type knows its attributes by any notation of RFC 7644 §3.10. */
class ResourceTypeTest {

    @Nested
    class Resolving {

        @ParameterizedTest
        @CsvSource({
            "userName,                                                                  userName",
            "USERNAME,                                                                  userName",
            "name.familyname,                                                           name.familyName",
            "emails.$REF,                                                               ''",
            "groups.$REF,                                                               groups.$ref",
            "id,                                                                        id",
            "ExternalID,                                                                externalId",
            "schemas,                                                                   schemas",
            "META.lastmodified,                                                         meta.lastModified",
            "urn:ietf:params:scim:schemas:core:2.0:User:userName,                       userName",
            "URN:IETF:PARAMS:SCIM:SCHEMAS:CORE:2.0:USER:NAME.FAMILYNAME,                name.familyName",
            "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department,"
                    + " urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department",
            "URN:IETF:params:scim:schemas:EXTENSION:enterprise:2.0:user:MANAGER.VALUE,"
                    + " urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value",
        })
        @Tag("P-3.10-01")
        @Tag("P-3.4.2.2-05")
        @Tag("P-3.4.2.2-16")
        @Tag("S-2.1-01")
        @Tag("S-3.1-01")
        void any_notation_leads_to_the_canonical_path(String text, String canonical) {
            assertThat(Types.USER.resolve(text).map(ResolvedPath::toString).orElse(""))
                    .isEqualTo(canonical);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "nothing",
                    "name.nothing",
                    "userName.value",
                    "members",
                    "id.value",
                    "urn:ietf:params:scim:schemas:core:2.0:Group:displayName",
                    "urn:ietf:params:scim:schemas:core:2.0:User:department",
                    "urn:ietf:params:scim:schemas:core:2.0:userName",
                    "urn:ietf:params:scim:schemas:core:2.0:User.userName",
                    "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:userName",
                    "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User.manager",
                    "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User",
                    "urn:example:2.0:User:department",
                })
        @Tag("P-3.4.2.2-17")
        @Tag("P-3.5.2-04")
        @Tag("S-3-04")
        void what_the_type_does_not_have_leads_nowhere(String text) {
            assertThat(Types.USER.resolve(text)).isEmpty();
        }

        @Test
        @Tag("V-ENTRA-04")
        void a_name_with_a_dot_is_no_path_whatever_was_asked_before() {
            assertThat(Types.USER.resolve("name.familyName")).isPresent();
            assertThat(Types.USER.resolve(AttributePath.of("name.familyName"))).isEmpty();
            String department = Types.ENTERPRISE_URN + ":department";
            assertThat(Types.USER.resolve(department)).isPresent();
            assertThat(Types.USER.resolve(AttributePath.of(department))).isEmpty();
        }

        @Test
        void a_resolved_path_knows_attribute_and_sub_attribute() {
            ResolvedPath path =
                    Types.USER.resolve(Types.ENTERPRISE_URN + ":manager.value").orElseThrow();

            assertThat(path.extension()).contains(Types.ENTERPRISE_URN);
            assertThat(path.attribute().name()).isEqualTo("manager");
            assertThat(path.subAttribute()).contains(path.target());
            assertThat(path.target().caseExact()).isTrue();
            assertThat(path.parent()).hasToString(Types.ENTERPRISE_URN + ":manager");
            assertThat(path.parent().target()).isEqualTo(path.attribute());
            assertThat(path.parent().sub("$REF")).get().hasToString(Types.ENTERPRISE_URN + ":manager.$ref");
            assertThat(path.parent().parent()).isEqualTo(path.parent());
        }

        @Test
        void a_text_that_was_put_into_a_name_does_not_hide_the_attribute_from_others() {
            ResourceType type =
                    ResourceType.of("User", "/Users", Types.USER.schema()).build();

            assertThat(type.resolve(AttributePath.of("name.familyName"))).isEmpty();
            assertThat(type.resolve("name.familyName")).isPresent();
        }

        @Test
        void names_that_clients_make_up_do_not_disturb_those_that_exist() {
            ResourceType type =
                    ResourceType.of("User", "/Users", Types.USER.schema()).build();

            for (int i = 0; i < 5_000; i++) {
                assertThat(type.resolve("x" + i)).isEmpty();
            }
            assertThat(type.resolve("userName")).isPresent();
        }

        @Test
        void equality_of_resolved_paths_is_that_of_their_paths() {
            EqualsVerifier.forClass(ResolvedPath.class)
                    .withOnlyTheseFields("path")
                    .withPrefabValues(Attribute.class, CommonAttributes.ID, CommonAttributes.META)
                    .suppress(Warning.NULL_FIELDS)
                    .verify();
        }
    }

    @Nested
    class Parts {

        @Test
        @Tag("S-3.1-01")
        void the_attributes_are_the_common_ones_the_core_ones_and_those_of_extensions() {
            assertThat(Types.USER.attributes().map(ResolvedPath::toString))
                    .startsWith("schemas", "id", "externalId", "meta", "userName")
                    .endsWith(Types.ENTERPRISE_URN + ":manager")
                    .doesNotHaveDuplicates();
        }

        @Test
        void every_attribute_resolves_to_itself() {
            assertThat(Types.USER.attributes())
                    .allSatisfy(a -> assertThat(Types.USER.resolve(a.path())).contains(a));
        }

        @Test
        @Tag("S-3.3-02")
        void an_extension_is_found_in_any_case() {
            assertThat(Types.USER.extension(Types.ENTERPRISE_URN.toUpperCase(Locale.ROOT)))
                    .map(Schema::id)
                    .contains(Types.ENTERPRISE_URN);
            assertThat(Types.USER.extension(Types.USER_URN)).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"Users", "/", "", "/Users/", "/a/b", "/Users?x", "/.search", "/2", "//Users"})
        @Tag("S-6-05")
        void an_endpoint_is_a_slash_and_one_segment(String endpoint) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ResourceType.of("User", endpoint, Types.USER.schema()))
                    .withMessageContaining("for instance /Users");
        }

        @Test
        void a_type_without_more_has_no_extension_and_lists_nobody() {
            ResourceType type = ResourceType.of("Thing", "/Things", new Schema("urn:x", "", "", List.of()))
                    .build();

            assertThat(type.extensions()).isEmpty();
            assertThat(type.membership()).isEmpty();
            assertThat(type.displayAttributes()).isEmpty();
            assertThat(type.description()).isEmpty();
            assertThat(type).hasToString("Thing");
        }

        @Test
        void a_type_says_which_attribute_lists_others() {
            assertThat(Types.GROUP.membership()).hasValueSatisfying(m -> {
                assertThat(m.attribute()).isEqualTo("members");
                assertThat(m.inverse()).contains("groups");
            });
        }
    }
}
