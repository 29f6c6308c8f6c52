package org.roster.scim.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.roster.scim.testing.Types;

/** Schemas and resource types as data: RFC 7643 §§2.2, 3.1, 6 and 7. */
class SchemaRegistryTest {

    @Nested
    class Registry {

        @Test
        void types_come_in_the_order_in_which_they_are_published() {
            assertThat(Types.REGISTRY.resourceTypes()).containsExactly(Types.USER, Types.GROUP);
        }

        @Test
        void a_type_is_found_by_its_exact_name_or_endpoint() {
            assertThat(Types.REGISTRY.byEndpoint("/Users")).contains(Types.USER);
            assertThat(Types.REGISTRY.byEndpoint("/users")).isEmpty();
            assertThat(Types.REGISTRY.byEndpoint("Users")).isEmpty();
            assertThat(Types.REGISTRY.byName("Group")).contains(Types.GROUP);
            assertThat(Types.REGISTRY.byName("group")).isEmpty();
        }

        @Test
        @Tag("S-7-20")
        void every_schema_of_every_type_is_listed_once() {
            ResourceType guest = ResourceType.of("Guest", "/Guests", Types.USER.schema())
                    .extensions(Types.USER.extensions())
                    .build();

            assertThat(new SchemaRegistry(List.of(Types.USER, guest, Types.GROUP)).schemas())
                    .extracting(Schema::id)
                    .containsExactly(Types.USER_URN, Types.ENTERPRISE_URN, Types.GROUP_URN);
        }

        @Test
        @Tag("S-3.3-02")
        void a_schema_is_found_in_any_case() {
            assertThat(Types.REGISTRY.schema(Types.ENTERPRISE_URN.toUpperCase(Locale.ROOT)))
                    .map(Schema::name)
                    .contains("EnterpriseUser");
            assertThat(Types.REGISTRY.schema("urn:nothing")).isEmpty();
        }

        @Test
        @Tag("S-6-04")
        void two_types_cannot_share_a_name() {
            ResourceType other =
                    ResourceType.of("User", "/People", Types.USER.schema()).build();

            assertThatIllegalArgumentException().isThrownBy(() -> new SchemaRegistry(List.of(Types.USER, other)));
        }

        @Test
        @Tag("S-6-04")
        void two_types_cannot_share_an_endpoint() {
            ResourceType other =
                    ResourceType.of("Person", "/Users", Types.USER.schema()).build();

            assertThatIllegalArgumentException().isThrownBy(() -> new SchemaRegistry(List.of(Types.USER, other)));
        }
    }

    @Nested
    class OneSchema {

        @Test
        @Tag("S-2.1-01")
        void an_attribute_is_found_in_any_case_and_keeps_its_spelling() {
            assertThat(Types.USER.schema().attribute("USERNAME"))
                    .map(Attribute::name)
                    .contains("userName");
            assertThat(Types.USER.schema().attribute("nothing")).isEmpty();
        }

        @Test
        @Tag("S-2.1-01")
        void two_attributes_cannot_have_the_same_name_in_any_case() {
            Attribute lower = Attribute.named("x").build();
            Attribute upper = Attribute.named("X").build();

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Schema("urn:x", "", "", List.of(lower, upper)))
                    .withMessageContaining("urn:x");
        }
    }

    @Nested
    class Definitions {

        @Test
        @Tag("S-2.2-01")
        void what_is_not_said_has_the_defaults_of_the_rfc() {
            Attribute attribute = Attribute.named("x").build();

            assertThat(attribute.type()).isEqualTo(AttributeType.STRING);
            assertThat(attribute.required()).isFalse();
            assertThat(attribute.caseExact()).isFalse();
            assertThat(attribute.multiValued()).isFalse();
            assertThat(attribute.mutability()).isEqualTo(Mutability.READ_WRITE);
            assertThat(attribute.returned()).isEqualTo(Returned.DEFAULT);
            assertThat(attribute.uniqueness()).isEqualTo(Uniqueness.NONE);
            assertThat(attribute.canonicalValues()).isEmpty();
            assertThat(attribute.referenceTypes()).isEmpty();
            assertThat(attribute.subAttributes()).isEmpty();
        }

        @Test
        @Tag("S-7-22")
        void keywords_are_those_of_the_schema_resource() {
            assertThat(AttributeType.values())
                    .extracting(AttributeType::keyword)
                    .containsExactlyInAnyOrder(
                            "string", "boolean", "decimal", "integer", "dateTime", "reference", "binary", "complex");
            assertThat(Mutability.values())
                    .extracting(Mutability::keyword)
                    .containsExactlyInAnyOrder("readOnly", "readWrite", "immutable", "writeOnly");
            assertThat(Returned.values())
                    .extracting(Returned::keyword)
                    .containsExactlyInAnyOrder("always", "never", "default", "request");
            assertThat(Uniqueness.values())
                    .extracting(Uniqueness::keyword)
                    .containsExactlyInAnyOrder("none", "server", "global");
        }

        @Test
        @Tag("S-2.1-01")
        void a_sub_attribute_is_found_in_any_case() {
            Attribute emails = Types.USER.schema().attribute("emails").orElseThrow();

            assertThat(emails.complex()).isTrue();
            assertThat(emails.subAttribute("VALUE")).map(Attribute::name).contains("value");
            assertThat(emails.subAttribute("nothing")).isEmpty();
        }
    }

    @Nested
    @Tag("S-3.1-01")
    class Common {

        @Test
        @Tag("S-3.1-08")
        void an_id_is_case_exact_never_written_and_always_returned() {
            assertThat(CommonAttributes.ID.caseExact()).isTrue();
            assertThat(CommonAttributes.ID.mutability()).isEqualTo(Mutability.READ_ONLY);
            assertThat(CommonAttributes.ID.returned()).isEqualTo(Returned.ALWAYS);
        }

        @Test
        @Tag("S-3.1-09")
        @Tag("S-3.1-11")
        void an_external_id_is_case_exact_written_by_the_client_and_not_unique() {
            assertThat(CommonAttributes.EXTERNAL_ID.caseExact()).isTrue();
            assertThat(CommonAttributes.EXTERNAL_ID.mutability()).isEqualTo(Mutability.READ_WRITE);
            assertThat(CommonAttributes.EXTERNAL_ID.uniqueness()).isEqualTo(Uniqueness.NONE);
            assertThat(CommonAttributes.EXTERNAL_ID.required()).isFalse();
        }

        @Test
        @Tag("S-3.1-12")
        @Tag("S-3.1-13")
        @Tag("S-3.1-16")
        void meta_is_kept_by_the_server() {
            assertThat(CommonAttributes.META.mutability()).isEqualTo(Mutability.READ_ONLY);
            assertThat(CommonAttributes.META.subAttributes())
                    .allSatisfy(s -> assertThat(s.mutability()).isEqualTo(Mutability.READ_ONLY))
                    .extracting(Attribute::name)
                    .containsExactlyInAnyOrder("resourceType", "created", "lastModified", "location", "version");
            assertThat(CommonAttributes.META.subAttribute("resourceType")).get().matches(Attribute::caseExact);
            assertThat(CommonAttributes.META.subAttribute("version")).get().matches(Attribute::caseExact);
        }

        @Test
        @Tag("S-3-01")
        void schemas_are_in_every_answer() {
            assertThat(CommonAttributes.SCHEMAS.returned()).isEqualTo(Returned.ALWAYS);
            assertThat(CommonAttributes.SCHEMAS.multiValued()).isTrue();
        }
    }
}
